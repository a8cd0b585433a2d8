package fi.vastine.backend.store;

import fi.vastine.contract.id.UnitId;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * One database transaction that several jobs share, under the lock of the change counter.
 *
 * <p>The counter and the units' sums are gathered here and written once, just before the commit. Used by one thread.
 */
final class Group {
    private final Handle handle;
    private final long begin;
    private final Map<UnitId, UnitChange> units = new HashMap<>();
    private long changeNo;
    private long reference;

    private Group(Handle handle, long begin) {
        this.handle = handle;
        this.begin = begin;
        this.changeNo = begin;
    }

    /** Takes the lock; another backend on the same database waits here. */
    static Group begin(Handle handle) {
        handle.execute("UPDATE change_counter SET change_no = change_no WHERE id = 1");
        long begin = handle.createQuery("SELECT change_no FROM change_counter WHERE id = 1")
                .mapTo(Long.class)
                .one();
        return new Group(handle, begin);
    }

    Handle handle() {
        return handle;
    }

    long changeNo() {
        return changeNo;
    }

    /** Takes over what a job has done; called only when the job as a whole succeeded. */
    void accept(Transaction job) {
        changeNo = job.changeNo();
        reference = Math.max(reference, job.reference());
        job.units().forEach((unit, change) -> units.merge(unit, change, UnitChange::and));
    }

    Committed writeAndDescribe() {
        if (changeNo != begin) {
            handle.createUpdate("UPDATE change_counter SET change_no = :changeNo WHERE id = 1")
                    .bind("changeNo", changeNo)
                    .execute();
            units.forEach(this::write);
        }
        Map<UnitId, Long> newest = new HashMap<>();
        units.forEach((unit, change) -> newest.put(unit, change.changeNo()));
        return new Committed(changeNo, newest, reference);
    }

    private void write(UnitId unit, UnitChange change) {
        long checksum = handle.createQuery("SELECT checksum FROM unit_state WHERE unit_id = :unit")
                .bind("unit", unit.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        handle.createUpdate("""
                        MERGE INTO unit_state AS present
                        USING (VALUES (CAST(:unit AS VARCHAR(64)), CAST(:checksum AS BIGINT), CAST(:changeNo AS BIGINT)))
                            AS given (unit_id, checksum, change_no)
                        ON present.unit_id = given.unit_id
                        WHEN MATCHED THEN UPDATE SET checksum = given.checksum, change_no = given.change_no
                        WHEN NOT MATCHED THEN INSERT (unit_id, checksum, change_no)
                            VALUES (given.unit_id, given.checksum, given.change_no)
                        """)
                .bind("unit", unit.value())
                .bind("checksum", checksum + change.checksum())
                .bind("changeNo", change.changeNo())
                .execute();
    }

    /** What happened to a unit: by how much its checksum moved, and the last change. */
    record UnitChange(long checksum, long changeNo) {
        UnitChange and(UnitChange later) {
            return new UnitChange(checksum + later.checksum, Math.max(changeNo, later.changeNo));
        }
    }
}
