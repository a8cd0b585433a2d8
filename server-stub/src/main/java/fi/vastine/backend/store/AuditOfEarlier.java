package fi.vastine.backend.store;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Moves what an earlier backend noted of readings and commands into the audit log, in the order in which it was received.
 *
 * <p>That backend did not note which command it was, nor when it was made.
 */
final class AuditOfEarlier implements JavaMigration {
    private static final int AT_ONCE = 1_000;
    /** The columns of that time. */
    private static final String INSERT =
            "INSERT INTO audit_entry (entry_no, what, outcome, person_id, named_id, device_id,"
                    + " case_id, command_id, made_at, received_at, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int COLUMNS = 11;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("011");
    }

    @Override
    public String getDescription() {
        return "audit of earlier";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement reading = connection.createStatement();
                PreparedStatement writing = connection.prepareStatement(INSERT);
                ResultSet rows = reading.executeQuery("""
                        SELECT person_id, device_id, case_id, what, read_at AS made_at, received_at, id FROM read_entry
                        UNION ALL
                        SELECT person_id, device_id, case_id, NULL, NULL, received_at, command_id FROM command_outcome
                        ORDER BY 6, 7
                        """)) {
            AuditHead head = AuditHead.NOTHING;
            int waiting = 0;
            while (rows.next()) {
                AuditChain.Link link = AuditChain.after(head, entry(rows));
                add(writing, link);
                head = link.head();
                waiting++;
                if (waiting == AT_ONCE) {
                    writing.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                // HSQLDB takes an empty batch for a mistake.
                writing.executeBatch();
            }
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        var person = new PersonId(row.getString("person_id"));
        var device = new DeviceId(row.getObject("device_id", UUID.class));
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        Instant received = Instant.ofEpochMilli(row.getLong("received_at"));
        String read = row.getString("what");
        if (read == null) {
            var command = new CommandId(row.getObject(7, UUID.class));
            return new AuditEntry("command", null, person, null, device, caseId, command, null, received, null);
        }
        String what = read.toLowerCase(Locale.ROOT).replace('_', '-');
        return AuditEntry.read(
                what, person, device, caseId, Instant.ofEpochMilli(row.getLong("made_at")), received, null);
    }

    private static void add(PreparedStatement writing, AuditChain.Link link) throws SQLException {
        int place = 1;
        for (Object value : link.values().subList(0, COLUMNS)) {
            writing.setObject(place++, value);
        }
        writing.addBatch();
    }
}
