package fi.vastine.core.session;

import fi.vastine.contract.id.PersonId;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.sync.PushOnly;
import fi.vastine.core.sync.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on with a person not at work: what she had decided is sent, nothing is fetched, nothing can be read.
 *
 * <p>The cases and the keys are gone. Only while something waits to be sent does the outbox stay open, with its own key and the
 * tokens; once all is sent it is closed too. Should an administrator have blocked this laptop, all that she has here is
 * wiped. The profile stays this program's. Thread safe.
 */
public final class Unattended implements AutoCloseable {
    private static final Duration LONG = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Unattended.class);

    private final Profile profile;
    private final GuardedKeys keys;
    private final Outbox outbox;
    private final Transport transport;
    private final PushOnly push;
    private final Runnable forgotten;
    private final Loop loop = new Loop("locked");
    private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();

    /** Guarded by this object's monitor. */
    private boolean outboxClosed;

    private boolean closed;
    private boolean wiped;
    private volatile int waiting;

    /**
     * Takes over what is open: it is closed with this, or earlier.
     *
     * @param keys closed already; needed only to destroy them
     * @param forgotten called when everything the person had here is wiped
     */
    Unattended(
            Profile profile,
            GuardedKeys keys,
            Outbox outbox,
            Transport transport,
            Json json,
            PersonId person,
            InstantSource clock,
            Runnable forgotten) {
        this.profile = profile;
        this.keys = keys;
        this.forgotten = forgotten;
        this.outbox = outbox;
        this.transport = transport;
        this.push = new PushOnly(outbox, transport, json, person, clock);
        this.waiting = push.waiting();
    }

    Unattended start() {
        loop.start(this::step);
        return this;
    }

    /** How much waits to be sent, now and whenever that changes; called on a thread of core's. */
    public void onWaiting(IntConsumer listener) {
        listeners.add(listener);
        listener.accept(waiting);
    }

    /** Whether something is still being sent. */
    public synchronized boolean isSending() {
        return !outboxClosed;
    }

    private Duration step() {
        Duration next = push.step();
        if (push.isWipeOrdered()) {
            wipe();
            return LONG;
        }
        waiting = push.waiting();
        listeners.forEach(each -> each.accept(waiting));
        if (push.isOver()) {
            closeOutbox();
            return LONG;
        }
        return next;
    }

    /** Whether everything the person had here was wiped. */
    synchronized boolean isWiped() {
        return wiped;
    }

    /** In the same order as an open session, so that a crash in between is made good at the next start. */
    private synchronized void wipe() {
        if (closed) {
            // Somebody opens the session again, which is told of the order too.
            return;
        }
        LOG.warn("An administrator has ordered this laptop to be wiped");
        profile.markWiped();
        keys.destroyAll();
        closeOutbox();
        profile.wipe();
        wiped = true;
        forgotten.run();
    }

    private synchronized void closeOutbox() {
        if (!outboxClosed) {
            outboxClosed = true;
            outbox.close();
        }
    }

    /** Ends sending and lets the profile go, so that it can be opened again; closing twice does no harm. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        transport.close();
        loop.close();
        closeOutbox();
        if (!isWiped()) {
            profile.close();
        }
    }
}
