package fi.vastine.core.session;

import fi.vastine.contract.form.Asked;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many customers a person has asked, by unit, form and day; it stays when their answers have left the laptop. Immutable.
 *
 * <p>It holds no answer and names no customer.
 */
record Tally(List<Row> rows) {
    static final Tally NONE = new Tally(List.of());

    /** No campaign is longer. */
    private static final int DAYS = 366;

    Tally {
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    /**
     * One day in one unit.
     *
     * @param form the id of the form, whatever its version
     * @param on the day on which they answered
     */
    record Row(UnitId unit, String form, LocalDate on, int count) {
        private boolean isOf(UnitId where, Asked asked) {
            return unit.equals(where) && form.equals(asked.formId()) && on.equals(asked.on());
        }
    }

    /** With some more, or some less, of them; what is a year old is let go of. */
    Tally with(UnitId unit, Asked asked, int more, LocalDate today) {
        var next = new ArrayList<Row>();
        int count = more;
        for (Row each : rows) {
            if (each.isOf(unit, asked)) {
                count += each.count();
            } else if (each.on().isAfter(today.minusDays(DAYS))) {
                next.add(each);
            }
        }
        if (count > 0) {
            next.add(new Row(unit, asked.formId(), asked.on(), count));
        }
        return new Tally(next);
    }

    /** How many of them count for a campaign in a unit. */
    int of(Campaign campaign, UnitId unit) {
        return Stream.of(unit)
                .filter(campaign.units()::contains)
                .flatMap(ignored -> rows.stream())
                .filter(each ->
                        each.unit().equals(unit) && each.form().equals(campaign.form()) && campaign.runsOn(each.on()))
                .mapToInt(Row::count)
                .sum();
    }
}
