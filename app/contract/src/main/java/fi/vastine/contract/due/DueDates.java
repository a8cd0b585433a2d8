package fi.vastine.contract.due;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.reference.DueRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a promised reply is due.
 *
 * <p>The day of the event is not counted; a last day that is no working day, Midsummer Eve and Christmas Eve among
 * them, moves to the next working day, as for statutory periods (150/1930, sections 2 and 5).
 */
public final class DueDates {
    /** The zone whose days are counted. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private final WorkingDays days;

    public DueDates(WorkingDays days) {
        this.days = days;
    }

    /** The last day of a promise of so many days that began on a day. */
    public LocalDate dueOn(LocalDate began, int promised) {
        return days.onOrAfter(began.plusDays(promised));
    }

    /**
     * The promise for feedback that came in, by the most particular rule that fits, in its newest version in force;
     * empty if no rule fits.
     */
    public Optional<Promise> promise(
            Instant receivedAt, Channel channel, FeedbackKind kind, List<ThemeId> themes, Collection<DueRule> rules) {
        LocalDate began = LocalDate.ofInstant(receivedAt, ZONE);
        return rules.stream()
                .filter(rule -> rule.fits(began, channel, kind, themes))
                .max(Comparator.comparingInt(DueRule::particulars).thenComparingInt(DueRule::version))
                .map(rule -> new Promise(dueOn(began, rule.days()), rule.days(), rule.version()));
    }
}
