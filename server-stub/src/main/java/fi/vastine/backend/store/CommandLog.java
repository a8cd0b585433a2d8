package fi.vastine.backend.store;

import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was answered to each command, and how far each device's commands have come. */
public final class CommandLog {
    private final Database database;

    /** Which command it was, whose, and when it came by the backend's clock. */
    public record Entry(
            CommandId command, DeviceId device, long seq, CaseId caseId, PersonId person, Instant receivedAt) {}

    public CommandLog(Database database) {
        this.database = database;
    }

    /** The number of the last command this device has got an outcome for; 0 for none. */
    public long lastSeq(DeviceId device) {
        return database.jdbi().withHandle(handle -> lastSeq(handle, device));
    }

    /** As {@link #lastSeq(DeviceId)}, with what the transaction has written. */
    public long lastSeq(Transaction transaction, DeviceId device) {
        return lastSeq(transaction.handle(), device);
    }

    /** What was answered to a command, on whichever device it came. */
    public Optional<Outcome> outcome(Transaction transaction, CommandId command) {
        return Optional.ofNullable(transaction
                .direct()
                .first(
                        "SELECT outcome FROM command_outcome WHERE command_id = ?",
                        List.of(command.value()),
                        row -> transaction.json().read(row.getString(1), Outcome.class)));
    }

    public void add(Transaction transaction, Entry entry, Outcome outcome) {
        transaction
                .direct()
                .update(
                        """
                        INSERT INTO command_outcome
                            (command_id, device_id, seq, person_id, case_id, received_at, outcome)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        List.of(
                                entry.command().value(),
                                entry.device().value(),
                                entry.seq(),
                                entry.person().value(),
                                entry.caseId().value(),
                                entry.receivedAt().toEpochMilli(),
                                transaction.json().write(outcome)));
    }

    /** Every command of the device up to this one has its outcome. */
    public void advance(Transaction transaction, DeviceId device, long lastSeq) {
        List<Object> values = List.of(lastSeq, device.value());
        int known = transaction.direct().update("UPDATE device_progress SET last_seq = ? WHERE device_id = ?", values);
        if (known == 0) {
            transaction.direct().update("INSERT INTO device_progress (last_seq, device_id) VALUES (?, ?)", values);
        }
    }

    private static long lastSeq(Handle handle, DeviceId device) {
        return handle.createQuery("SELECT last_seq FROM device_progress WHERE device_id = :device")
                .bind("device", device.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
