package fi.vastine.desktop.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Notices that nobody has touched the program for a while.
 *
 * <p>Goes by the machine's clock, as timers stand still while a laptop sleeps: the first touch after a long sleep comes too late
 * to count. To be used on the screen's thread.
 */
public final class IdleWatch {

    private final Background background;
    private final InstantSource clock;
    private final Runnable idle;
    private Duration longest;
    private Instant touched;
    private Background.Cancellable next = () -> {};

    /**
     * Begins to watch.
     *
     * @param longest how long nobody may touch the program
     * @param idle called once that has passed; may be called again as long as nobody does
     */
    public IdleWatch(Background background, InstantSource clock, Duration longest, Runnable idle) {
        this.background = background;
        this.clock = clock;
        this.longest = longest;
        this.idle = idle;
        touched = clock.instant();
        look();
    }

    /** Somebody pressed a key, moved the mouse or touched the screen. */
    public void touch() {
        Instant now = clock.instant();
        boolean late = now.isAfter(touched.plus(longest));
        touched = now;
        if (late) {
            idle.run();
        }
    }

    /** Changes how long nobody may touch the program. */
    public void allow(Duration other) {
        if (!other.equals(longest)) {
            longest = other;
            look();
        }
    }

    private void look() {
        next.cancel();
        Duration left = Duration.between(clock.instant(), touched.plus(longest));
        if (left.isNegative() || left.isZero()) {
            idle.run();
            next = background.after(longest, this::look);
        } else {
            next = background.after(left, this::look);
        }
    }
}
