package fi.vastine.backend.store;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.Reads;
import java.time.Instant;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who opened which case and when; only ever added to. */
public final class ReadLog {
    private final UuidSource ids;

    public ReadLog(UuidSource ids) {
        this.ids = ids;
    }

    public void add(Transaction transaction, PersonId person, DeviceId device, Reads reads, Instant receivedAt) {
        if (reads.reads().isEmpty()) {
            return;
        }
        PreparedBatch batch = transaction.handle().prepareBatch("""
                INSERT INTO read_entry (id, person_id, device_id, case_id, what, read_at, received_at)
                VALUES (:id, :person, :device, :case, :what, :readAt, :receivedAt)
                """);
        for (Reads.Read read : reads.reads()) {
            batch.bind("id", ids.next())
                    .bind("person", person.value())
                    .bind("device", device.value())
                    .bind("case", read.caseId().value())
                    .bind("what", read.what().name())
                    .bind("readAt", read.at().toEpochMilli())
                    .bind("receivedAt", receivedAt.toEpochMilli())
                    .add();
        }
        batch.execute();
    }
}
