package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person may see today.
 *
 * @param version grows whenever the scope changes, by a decision or by a date passing
 * @param units every unit whose cases the person may read, sorted
 * @param until the last day for a unit whose access ends, in Europe/Helsinki
 * @param roles the person's roles, sorted
 * @param enters every unit for which the person may enter feedback, whether or not she may read it there, sorted
 * @param leaseDays for how many days a laptop may show cases without having heard from the backend
 * @param program which version of the program is wanted; absent where nothing is said of it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scope(
        long version,
        List<UnitId> units,
        Map<UnitId, LocalDate> until,
        List<Role> roles,
        List<UnitId> enters,
        int leaseDays,
        @Nullable ProgramNotice program) {
    /** What an organisation has that says nothing else. */
    public static final int LEASE_DAYS = 14;

    public static final Scope NONE = new Scope(0, List.of(), Map.of(), List.of(), List.of());

    /** A scope with the usual lease. */
    public Scope(
            long version, List<UnitId> units, Map<UnitId, LocalDate> until, List<Role> roles, List<UnitId> enters) {
        this(version, units, until, roles, enters, LEASE_DAYS, null);
    }

    public Scope {
        units = units == null ? List.of() : units.stream().sorted().distinct().toList();
        until = until == null ? Map.of() : Map.copyOf(until);
        roles = roles == null ? List.of() : roles.stream().sorted().distinct().toList();
        enters =
                enters == null ? List.of() : enters.stream().sorted().distinct().toList();
        leaseDays = leaseDays > 0 ? leaseDays : LEASE_DAYS;
    }

    /** Whether the unit's cases may be read on a day. */
    public boolean covers(UnitId unit, LocalDate day) {
        LocalDate last = until.get(unit);
        return units.contains(unit) && (last == null || !day.isAfter(last));
    }
}
