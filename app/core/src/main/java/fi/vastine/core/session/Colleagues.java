package fi.vastine.core.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends what others have left waiting on a shared laptop, whoever is at work: an entry must not wait until the summer worker who
 * made it comes back.
 *
 * <p>Only what opens with nobody there is opened, an outbox without its replica: nothing of it is shown. Those who are {@link
 * Away} are sent for already. Thread safe.
 */
final class Colleagues implements AutoCloseable {
    private final Known atWork;
    private final People people;
    private final LeftBehind leftBehind;
    private final Away away;
    private final List<Unattended> opened = new ArrayList<>();
    private boolean closed;

    Colleagues(Known atWork, People people, LeftBehind leftBehind, Away away) {
        this.atWork = atWork;
        this.people = people;
        this.leftBehind = leftBehind;
        this.away = away;
    }

    /** Opens them beside what the caller does: a start does not wait for it. */
    void start() {
        Thread.ofPlatform().name("colleagues").daemon().start(() -> others().forEach(this::open));
    }

    private List<Known> others() {
        Path own = people.profile(atWork);
        return people.begun().stream()
                .filter(each -> !people.profile(each).equals(own))
                .toList();
    }

    /** Whether others have worked on this laptop too. */
    boolean areThere() {
        return !others().isEmpty();
    }

    /** What those who share the laptop know her by. */
    void call(String name) {
        people.call(atWork, name);
    }

    /** Her screen is locked, and what she decided is sent from now on by this. */
    void leave(Unattended rest) {
        away.leave(atWork, rest);
    }

    private synchronized void open(Known other) {
        if (!closed && away.of(other).isEmpty()) {
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
