package fi.vastine.backend.store;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the audit log: each has the number after the one before it, and a hash over that one's hash and itself.
 *
 * <p>Written under the lock of the change counter, so that there is one order whoever writes.
 */
final class AuditChain {
    static final String COLUMNS =
            "entry_no, what, outcome, person_id, named_id, device_id, case_id, command_id, made_at, received_at, hash, why";
    static final String INSERT =
            "INSERT INTO audit_entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final HexFormat HEX = HexFormat.of();
    /** Goes into every hash, so that another form of entry can never have the hash of one of this form. */
    private static final int FORM = 1;

    /** The form of an entry with a reason; whoever takes the reason away has an entry of the other form. */
    private static final int FORM_WITH_REASON = 2;

    private AuditChain() {}

    /** An entry in its place. */
    record Link(long number, AuditEntry entry, String hash) {
        AuditHead head() {
            return new AuditHead(number, hash);
        }

        /** In the order of the columns. */
        List<@Nullable Object> values() {
            return Arrays.asList(
                    number,
                    entry.what(),
                    entry.outcome(),
                    entry.person().value(),
                    entry.named() == null ? null : entry.named().value(),
                    entry.device() == null ? null : entry.device().value(),
                    entry.caseId() == null ? null : entry.caseId().value(),
                    entry.command() == null ? null : entry.command().value(),
                    entry.made() == null ? null : entry.made().toEpochMilli(),
                    entry.received().toEpochMilli(),
                    hash,
                    entry.why());
        }
    }

    /** The last entry written. */
    static AuditHead head(Direct direct) {
        AuditHead last = direct.first(
                "SELECT entry_no, hash FROM audit_entry WHERE entry_no = (SELECT MAX(entry_no) FROM audit_entry)",
                List.of(),
                row -> new AuditHead(row.getLong(1), row.getString(2)));
        return last == null ? AuditHead.NOTHING : last;
    }

    /**
     * Adds entries in their order, and leaves out readings that are there already.
     *
     * @return the last entry, or null if nothing was added
     */
    static @Nullable AuditHead append(Direct direct, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        AuditHead before = head(direct);
        AuditHead head = before;
        Set<List<@Nullable Object>> readings = new HashSet<>();
        List<List<@Nullable Object>> rows = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            if (entry.mayComeAgain() && (!readings.add(entry.reading()) || isThere(direct, entry))) {
                continue;
            }
            Link link = after(head, entry);
            rows.add(link.values());
            head = link.head();
        }
        direct.batch(INSERT, rows);
        return head.equals(before) ? null : head;
    }

    static Link after(AuditHead before, AuditEntry entry) {
        long number = before.number() + 1;
        return new Link(number, entry, hash(before.hash(), number, entry));
    }

    private static boolean isThere(Direct direct, AuditEntry reading) {
        return direct.first(
                        """
                        SELECT entry_no FROM audit_entry
                        WHERE case_id = ? AND made_at = ? AND device_id = ? AND person_id = ? AND what = ?
                        """,
                        Arrays.asList(
                                reading.caseId() == null
                                        ? null
                                        : reading.caseId().value(),
                                reading.made() == null ? null : reading.made().toEpochMilli(),
                                reading.device() == null
                                        ? null
                                        : reading.device().value(),
                                reading.person().value(),
                                reading.what()),
                        row -> row.getLong(1))
                != null;
    }

    static Link link(ResultSet row) throws SQLException {
        String named = row.getString("named_id");
        UUID device = row.getObject("device_id", UUID.class);
        UUID caseId = row.getObject("case_id", UUID.class);
        UUID command = row.getObject("command_id", UUID.class);
        long made = row.getLong("made_at");
        boolean hasMade = !row.wasNull();
        return new Link(
                row.getLong("entry_no"),
                new AuditEntry(
                        row.getString("what"),
                        row.getString("outcome"),
                        new PersonId(row.getString("person_id")),
                        named == null ? null : new PersonId(named),
                        device == null ? null : new DeviceId(device),
                        caseId == null ? null : new CaseId(caseId),
                        command == null ? null : new CommandId(command),
                        hasMade ? Instant.ofEpochMilli(made) : null,
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        row.getString("why")),
                row.getString("hash"));
    }

    static String hash(String before, long number, AuditEntry entry) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(before, number, entry)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Every field with its length or its absence, so that no two entries have the same bytes. */
    private static byte[] bytes(String before, long number, AuditEntry entry) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(entry.why() == null ? FORM : FORM_WITH_REASON);
            out.writeUTF(before);
            out.writeLong(number);
            out.writeUTF(entry.what());
            write(out, entry.outcome());
            out.writeUTF(entry.person().value());
            write(out, entry.named());
            write(out, entry.device());
            write(out, entry.caseId());
            write(out, entry.command());
            write(out, entry.made() == null ? null : entry.made().toEpochMilli());
            out.writeLong(entry.received().toEpochMilli());
            if (entry.why() != null) {
                out.writeUTF(entry.why());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written.", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeUTF(value.toString());
        }
    }
}
