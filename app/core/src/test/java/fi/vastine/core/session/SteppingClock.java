package fi.vastine.core.session;

import fi.vastine.contract.due.DueDates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;

/** The real time, moved on at will; shortly before midnight in Helsinki some minutes ahead, so that no test has its day end in it. */
final class SteppingClock implements InstantSource {
    private static final Duration LONGEST_TEST = Duration.ofMinutes(5);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(ahead());

    private static Duration ahead() {
        ZonedDateTime now = ZonedDateTime.ofInstant(InstantSource.system().instant(), DueDates.ZONE);
        boolean dayEnds = now.toLocalDate().isBefore(now.plus(LONGEST_TEST).toLocalDate());
        return dayEnds ? LONGEST_TEST : Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead.get());
    }

    void pass(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }
}
