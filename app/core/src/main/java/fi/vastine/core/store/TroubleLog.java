package fi.vastine.core.store;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Catches what the database reports to its log instead of to its caller, on one thread, until it is closed.
 *
 * <p>HSQLDB logs an error of writing or syncing its log file as a warning and lets the commit pass. It does so on the thread that
 * commits, so a listener on that thread knows which commit it was.
 */
final class TroubleLog implements AutoCloseable {
    /** Parent of the loggers of all databases, which have made-up names; held here, else it could be collected. */
    private final Logger logger = Logger.getLogger("hsqldb.db");

    private final Listener listener = new Listener(Thread.currentThread());

    TroubleLog() {
        logger.addHandler(listener);
    }

    /** The first trouble met so far. */
    @Nullable
    Throwable first() {
        return listener.first;
    }

    @Override
    public void close() {
        logger.removeHandler(listener);
    }

    private static final class Listener extends Handler {
        private final Thread thread;
        private @Nullable Throwable first;

        Listener(Thread thread) {
            this.thread = thread;
        }

        @Override
        public void publish(LogRecord event) {
            boolean mine = Thread.currentThread().equals(thread);
            if (mine && first == null && event.getLevel().intValue() >= Level.WARNING.intValue()) {
                Throwable thrown = event.getThrown();
                first = thrown != null ? thrown : new IllegalStateException(event.getMessage());
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
