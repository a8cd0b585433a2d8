package fi.vastine.core.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends what others have left waiting on a shared laptop, whoever is at work: an entry must not wait until the summer worker who
 * made it comes back.
 *
 * <p>Only what opens with nobody there is opened, an outbox without its replica: nothing of it is shown. Thread safe.
 */
final class Colleagues implements AutoCloseable {
    private final Supplier<List<Known>> others;
    private final Function<Known, Optional<Unattended>> opening;
    private final List<Unattended> opened = new ArrayList<>();
    private boolean closed;

    /**
     * @param others who else has been at work here
     * @param opening begins to send what one of them has left; empty where that takes her to be there
     */
    Colleagues(Supplier<List<Known>> others, Function<Known, Optional<Unattended>> opening) {
        this.others = others;
        this.opening = opening;
    }

    /** Opens them beside what the caller does: a start does not wait for it. */
    void start() {
        Thread.ofPlatform().name("colleagues").daemon().start(() -> others.get().forEach(this::open));
    }

    private synchronized void open(Known other) {
        if (!closed) {
            opening.apply(other).ifPresent(opened::add);
        }
    }

    /** Ends all sending and lets their profiles go; closing twice does no harm. */
    @Override
    public synchronized void close() {
        closed = true;
        opened.forEach(Unattended::close);
        opened.clear();
    }
}
