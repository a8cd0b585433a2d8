package fi.vastine.core.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends what others have left waiting on a shared laptop, whoever is at work: an entry must not wait until the summer worker who
 * made it comes back.
 *
 * <p>Only what opens with nobody there is opened, an outbox without its replica: nothing of it is shown. Thread safe.
 */
final class Colleagues implements AutoCloseable {
    private final Known atWork;
    private final People people;
    private final LeftBehind leftBehind;
    private final List<Unattended> opened = new ArrayList<>();
    private boolean closed;

    Colleagues(Known atWork, People people, LeftBehind leftBehind) {
        this.atWork = atWork;
        this.people = people;
        this.leftBehind = leftBehind;
    }

    /** Opens them beside what the caller does: a start does not wait for it. */
    void start() {
        Thread.ofPlatform().name("colleagues").daemon().start(() -> others().forEach(this::open));
    }

    private List<Known> others() {
        Path own = people.profile(atWork);
        return people.all().stream()
                .filter(each -> !people.profile(each).equals(own) && people.hasBegun(each))
                .toList();
    }

    private synchronized void open(Known other) {
        if (!closed) {
            leftBehind.by(other).ifPresent(opened::add);
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
