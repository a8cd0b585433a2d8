package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Checksum;
import java.util.HashMap;
import java.util.Map;

/** Checksums by unit, kept up as cases come and go. Not thread safe. */
final class Sums {
    private record Sum(long cases, long sum) {}

    /** A case that comes to a unit or leaves it. */
    record Change(CaseId caseId, UnitId unit, long changeNo, Direction direction) {}

    /** Which way. */
    enum Direction {
        IN,
        OUT
    }

    private final Map<UnitId, Sum> sums = new HashMap<>();

    void take(Change change) {
        long sign = change.direction() == Direction.IN ? 1 : -1;
        long sum = sign * Checksum.of(change.caseId(), change.changeNo());
        sums.compute(change.unit(), (unit, held) -> {
            Sum next = held == null ? new Sum(sign, sum) : new Sum(held.cases() + sign, held.sum() + sum);
            return next.cases() == 0 ? null : next;
        });
    }

    Map<UnitId, Long> byUnit() {
        Map<UnitId, Long> all = new HashMap<>();
        sums.forEach((unit, sum) -> all.put(unit, sum.sum()));
        return all;
    }
}
