package fi.vastine.desktop.settings;

import java.time.Duration;

/** After how long untouched the screen locks, in minutes: 1 to 60. */
public record LockAfter(int minutes) {
    static final LockAfter FIRST = new LockAfter(15);

    public LockAfter {
        if (minutes < 1 || minutes > 60) {
            throw new IllegalArgumentException("Not from 1 to 60 minutes: " + minutes);
        }
    }

    /** The shorter of this and what the organisation allows. */
    public Duration within(Duration longest) {
        Duration chosen = Duration.ofMinutes(minutes);
        return chosen.compareTo(longest) < 0 ? chosen : longest;
    }
}
