package fi.vastine.backend.store;

import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was answered to each command, and how far each device's commands have come. */
public final class CommandLog {
    private final Database database;

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

    /** Keeps what is answered to a command, and notes in the audit log who gave it. */
    public void add(Transaction transaction, AuditEntry entry, CommandId command, CaseId about, Outcome outcome) {
        transaction
                .direct()
                .update(
                        "INSERT INTO command_outcome (command_id, case_id, outcome) VALUES (?, ?, ?)",
                        List.of(
                                command.value(),
                                about.value(),
                                transaction.json().write(outcome)));
        transaction.audit(entry);
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
