package fi.vastine.backend.store;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.PullLine.ForgetLine;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** What the feed reads: cases and documents above a change number, or a unit's cases by turn. Thread safe. */
public final class FeedStore {
    private final Database database;

    public FeedStore(Database database) {
        this.database = database;
    }

    /** Reads within one unchanging view of the database. */
    public <T> T read(Function<View, T> reading) {
        return database.jdbi()
                .inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> reading.apply(View.of(handle)));
    }

    /** By unit, the last change that touched it, a case leaving it included. */
    public Map<UnitId, Long> newestByUnit() {
        return database.jdbi()
                .withHandle(handle -> byUnit(handle, "SELECT unit_id, change_no AS figure FROM unit_state"));
    }

    /** The last change of a reference document; 0 for none. */
    public long newestReference() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COALESCE(MAX(change_no), 0) FROM reference_document")
                        .mapTo(Long.class)
                        .one());
    }

    private static Map<UnitId, Long> byUnit(Handle handle, String sql) {
        Map<UnitId, Long> found = new HashMap<>();
        handle.createQuery(sql)
                .map((row, context) -> Map.entry(new UnitId(row.getString("unit_id")), row.getLong("figure")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /**
     * A case as stored.
     *
     * @param turn where it stands in its unit's first download
     * @param body the contract's JSON, with all drafts
     */
    public record StoredCase(
            CaseId id,
            UnitId unit,
            long changeNo,
            boolean hasDrafts,
            Turn turn,
            @Nullable String applied,
            String body) {
        /** The last command of this device that the snapshot holds; 0 for none. */
        public long lastSeqOf(DeviceId device) {
            return AppliedSeqs.of(applied, device);
        }
    }

    /** A place in a unit's first download: written into cursors, and understood by nobody else. */
    public record Turn(long turn, UUID id) {
        /** The order of places, by turn and then as the database orders ids: by their bytes. */
        public static final Comparator<Turn> ORDER =
                Comparator.comparingLong(Turn::turn).thenComparing(Turn::id, Turn::compareUnsigned);

        private static final UUID LEAST = new UUID(0, 0);
        private static final Turn FIRST = new Turn(Long.MIN_VALUE, LEAST);
        private static final Turn END = new Turn(Long.MAX_VALUE, LEAST);
        private static final Turn AFTER_OWED = new Turn(Turns.AFTER_OWED, LEAST);

        /** Reads a cursor; throws {@link IllegalArgumentException} for anything else. */
        public static Turn of(@Nullable String cursor) {
            if (cursor == null) {
                return FIRST;
            }
            int colon = cursor.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("not a cursor");
            }
            return new Turn(Long.parseLong(cursor.substring(0, colon)), UUID.fromString(cursor.substring(colon + 1)));
        }

        /** The place behind all cases that owe a reply. */
        public static Turn afterOwed() {
            return AFTER_OWED;
        }

        /** The place behind all cases. */
        public static Turn end() {
            return END;
        }

        public boolean isBefore(Turn other) {
            return turn < other.turn;
        }

        private static int compareUnsigned(UUID one, UUID other) {
            int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
        }

        @Override
        public String toString() {
            return turn + ":" + id;
        }
    }

    /** A case left a unit; where it is now, if it is still there. */
    public record StoredMove(CaseId caseId, UnitId fromUnit, UnitId presentUnit, long changeNo) {}

    /** A reference document under its name on the wire. */
    public record StoredDocument(String kind, long changeNo, String body) {}

    /** The database as it was at one moment. */
    public static final class View {
        private static final String CASE =
                "SELECT id, unit_id, change_no, has_drafts, turn, applied, body FROM feedback_case ";

        private final Handle handle;
        private final long changeNo;
        private final String epoch;

        private View(Handle handle, long changeNo, String epoch) {
            this.handle = handle;
            this.changeNo = changeNo;
            this.epoch = epoch;
        }

        static View of(Handle handle) {
            return handle.createQuery("SELECT change_no, epoch FROM change_counter WHERE id = 1")
                    .map((row, context) -> new View(handle, row.getLong("change_no"), row.getString("epoch")))
                    .one();
        }

        /** The counter: every change up to it is in this view, none above. */
        public long changeNo() {
            return changeNo;
        }

        public String epoch() {
            return epoch;
        }

        /** Cases of all units changed after a number, in that order. */
        public List<StoredCase> changedAfter(long after, int most) {
            return handle.createQuery(CASE + "WHERE change_no > :after ORDER BY change_no FETCH FIRST :most ROWS ONLY")
                    .bind("after", after)
                    .bind("most", most)
                    .map((row, context) -> storedCase(row))
                    .list();
        }

        /**
         * Every erasure that a device has not said to have carried out, or that comes behind the cursor it asks from: its disk may have
         * been put back to what it was before it said so.
         */
        public List<ForgetLine> erasedFor(DeviceId device, long after) {
            return handle.createQuery("""
                            SELECT case_id, change_no FROM erased_case
                            WHERE change_no > :after
                                OR change_no > COALESCE((SELECT erased_up_to FROM device WHERE id = :device), 0)
                            ORDER BY change_no
                            """)
                    .bind("device", device.value().toString())
                    .bind("after", after)
                    .map((row, context) -> new ForgetLine(
                            new CaseId(row.getObject("case_id", UUID.class)),
                            ForgetReason.ERASED,
                            row.getLong("change_no")))
                    .list();
        }

        /** Moves out of all units above one number and up to another, in that order. */
        public List<StoredMove> movedBetween(long after, long upTo) {
            return handle.createQuery("""
                            SELECT m.case_id, m.from_unit, m.change_no, c.unit_id
                            FROM case_move m JOIN feedback_case c ON c.id = m.case_id
                            WHERE m.change_no > :after AND m.change_no <= :upTo
                            ORDER BY m.change_no
                            """)
                    .bind("after", after)
                    .bind("upTo", upTo)
                    .map((row, context) -> new StoredMove(
                            new CaseId(row.getObject("case_id", UUID.class)),
                            new UnitId(row.getString("from_unit")),
                            new UnitId(row.getString("unit_id")),
                            row.getLong("change_no")))
                    .list();
        }

        public List<StoredDocument> documentsBetween(long after, long upTo) {
            return handle.createQuery("""
                            SELECT kind, change_no, body FROM reference_document
                            WHERE change_no > :after AND change_no <= :upTo ORDER BY change_no
                            """)
                    .bind("after", after)
                    .bind("upTo", upTo)
                    .map((row, context) -> new StoredDocument(
                            row.getString("kind").toLowerCase(Locale.ROOT),
                            row.getLong("change_no"),
                            row.getString("body")))
                    .list();
        }

        /** What owes a reply behind a place, of all units together, by turn. */
        public List<StoredCase> owed(Turn behind, int most) {
            return handle.createQuery(CASE + """
                            WHERE turn >= :turn AND turn < :before AND (turn > :turn OR id > :id)
                            ORDER BY turn, id FETCH FIRST :most ROWS ONLY
                            """)
                    .bind("turn", behind.turn())
                    .bind("before", Turns.AFTER_OWED)
                    .bind("id", behind.id())
                    .bind("most", most)
                    .map((row, context) -> storedCase(row))
                    .list();
        }

        /** The cases of a unit between two places, by turn, those changed above a number left out. */
        public List<StoredCase> byTurn(UnitId unit, Turn behind, Turn before, long upTo, int most) {
            return handle.createQuery(CASE + """
                            WHERE unit_id = :unit AND turn >= :turn AND turn < :before AND (turn > :turn OR id > :id)
                                AND change_no <= :upTo
                            ORDER BY unit_id, turn, id FETCH FIRST :most ROWS ONLY
                            """)
                    .bind("unit", unit.value())
                    .bind("turn", behind.turn())
                    .bind("before", before.turn())
                    .bind("id", behind.id())
                    .bind("upTo", upTo)
                    .bind("most", most)
                    .map((row, context) -> storedCase(row))
                    .list();
        }

        /** By unit, the contract's checksum over its cases; a unit that never had one is absent. */
        public Map<UnitId, Long> checksums() {
            return byUnit(handle, "SELECT unit_id, checksum AS figure FROM unit_state");
        }

        /** By unit, how many cases it has; a unit that never had one is absent. */
        public Map<UnitId, Long> cases() {
            return byUnit(handle, "SELECT unit_id, cases AS figure FROM unit_state");
        }

        private static StoredCase storedCase(ResultSet row) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            return new StoredCase(
                    new CaseId(id),
                    new UnitId(row.getString("unit_id")),
                    row.getLong("change_no"),
                    row.getBoolean("has_drafts"),
                    new Turn(row.getLong("turn"), id),
                    row.getString("applied"),
                    row.getString("body"));
        }
    }
}
