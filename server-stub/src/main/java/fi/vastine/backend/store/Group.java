package fi.vastine.backend.store;

import fi.vastine.contract.id.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * One database transaction that several jobs share, under the lock of the change counter.
 *
 * <p>The counter, the units' sums and the entries of the audit log are gathered here and written once, just before the
 * commit. Used by one thread.
 */
final class Group {
    private final Handle handle;
    private final Direct direct;
    private final long begin;
    private final Map<UnitId, UnitChange> units = new HashMap<>();
    private final List<AuditEntry> audited = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private long changeNo;
    private long reference;

    private Group(Handle handle, Direct direct, long begin) {
        this.handle = handle;
        this.direct = direct;
        this.begin = begin;
        this.changeNo = begin;
    }

    /** Takes the lock; another backend on the same database waits here. */
    static Group begin(Handle handle) {
        Direct direct = new Direct(handle);
        direct.update("UPDATE change_counter SET change_no = change_no WHERE id = 1", List.of());
        Long begin =
                direct.first("SELECT change_no FROM change_counter WHERE id = 1", List.of(), row -> row.getLong(1));
        if (begin == null) {
            throw new IllegalStateException("The change counter is gone.");
        }
        return new Group(handle, direct, begin);
    }

    Handle handle() {
        return handle;
    }

    Direct direct() {
        return direct;
    }

    long changeNo() {
        return changeNo;
    }

    /** Takes over what a job has done; called only when the job as a whole succeeded. */
    void accept(Transaction job) {
        changeNo = job.changeNo();
        reference = Math.max(reference, job.reference());
        job.units().forEach((unit, change) -> units.merge(unit, change, UnitChange::and));
        audited.addAll(job.audited());
        asked.addAll(job.asked());
    }

    Committed writeAndDescribe(Json json) {
        if (!asked.isEmpty()) {
            changeNo = Counting.count(this, json, asked, changeNo);
        }
        if (changeNo != begin) {
            direct.update("UPDATE change_counter SET change_no = ? WHERE id = 1", List.of(changeNo));
            writeUnits();
        }
        Map<UnitId, Long> newest = new HashMap<>();
        units.forEach((unit, change) -> newest.put(unit, change.changeNo()));
        return new Committed(changeNo, newest, reference, AuditChain.append(direct, audited));
    }

    private void writeUnits() {
        List<List<Object>> known = new ArrayList<>();
        List<List<Object>> fresh = new ArrayList<>();
        units.forEach((unit, change) -> {
            UnitChange before = direct.first(
                    "SELECT cases, checksum, change_no FROM unit_state WHERE unit_id = ?",
                    List.of(unit.value()),
                    row -> new UnitChange(row.getLong(1), row.getLong(2), row.getLong(3)));
            // Added up here and not in SQL, which takes the overflow of a sum for an error.
            UnitChange now = before == null ? change : before.and(change);
            (before == null ? fresh : known).add(List.of(now.cases(), now.checksum(), now.changeNo(), unit.value()));
        });
        direct.batch("UPDATE unit_state SET cases = ?, checksum = ?, change_no = ? WHERE unit_id = ?", known);
        direct.batch("INSERT INTO unit_state (cases, checksum, change_no, unit_id) VALUES (?, ?, ?, ?)", fresh);
    }

    /** What happened to a unit: how many cases more or less, by how much its checksum moved, and the last change. */
    record UnitChange(long cases, long checksum, long changeNo) {
        UnitChange and(UnitChange later) {
            return new UnitChange(cases + later.cases, checksum + later.checksum, Math.max(changeNo, later.changeNo));
        }
    }
}
