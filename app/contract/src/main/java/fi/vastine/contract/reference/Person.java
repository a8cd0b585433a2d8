package fi.vastine.contract.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff, as colleagues see them.
 *
 * @param title the work title, as it stands under a reply, such as {@code osastonhoitaja}
 * @param collects where and when she collects feedback, by the first day
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Person(PersonId id, String name, @Nullable String title, List<Collecting> collects) {
    public Person {
        collects = collects == null
                ? List.of()
                : collects.stream()
                        .sorted(Comparator.comparing(Collecting::from).thenComparing(Collecting::unit))
                        .distinct()
                        .toList();
    }

    /** Somebody who does not collect feedback. */
    public Person(PersonId id, String name, @Nullable String title) {
        this(id, name, title, List.of());
    }

    /**
     * A grant as a collector.
     *
     * @param unit the unit, with all below it
     * @param from the first day, in Europe/Helsinki
     * @param to the last day; absent while no end is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Collecting(
            UnitId unit, LocalDate from, @Nullable LocalDate to) {
        /** Whether it holds on one of the days from the first to the last. */
        public boolean holdsBetween(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && (to == null || !to.isBefore(first));
        }
    }

    /** The same, collecting by those of the grants that are hers and say so. */
    public Person collectingBy(Collection<Grant> grants) {
        return new Person(
                id,
                name,
                title,
                grants.stream()
                        .filter(each ->
                                each.role() == Role.COLLECTOR && each.person().equals(id))
                        .map(each -> new Collecting(each.unit(), each.from(), each.to()))
                        .toList());
    }
}
