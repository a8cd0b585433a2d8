package fi.vastine.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.vastine.backend.store.AuditLog.Break;
import fi.vastine.backend.store.AuditLog.Search;
import fi.vastine.backend.store.AuditLog.Why;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final PersonId AINO = new PersonId("aino");
    private static final PersonId BO = new PersonId("bo");
    private static final DeviceId LAPTOP = new DeviceId(new UUID(7, 7));
    private static final CaseId FIRST = new CaseId(new UUID(1, 1));
    private static final CaseId SECOND = new CaseId(new UUID(1, 2));

    @TempDir
    Path folder;

    private Database database;
    private Writer writer;
    private AuditLog log;

    @BeforeEach
    void open() {
        open(folder.resolve("data"));
    }

    private void open(Path data) {
        database = Database.inFolder(data);
        new Epoch(database);
        writer = new Writer(database, new Json(), committed -> {});
        log = new AuditLog(database);
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void entriesFollowFromEachOtherWhetherWrittenTogetherOrOneByOne() {
        write(read(FIRST, 1), read(FIRST, 2), read(SECOND, 3));
        write(read(SECOND, 4));

        assertThat(log.verify(List.of(log.head()))).isEqualTo(new AuditLog.Verdict(4, null));
        assertThat(log.head().number()).isEqualTo(4);
    }

    @Test
    void aReadingToldTwiceIsLoggedOnce() {
        write(read(FIRST, 1), read(FIRST, 1));
        write(read(FIRST, 1), read(FIRST, 2));

        assertThat(entries(new Search(null, null))).containsExactly(read(FIRST, 1), read(FIRST, 2));
    }

    @Test
    void whatFailsLeavesNoEntry() {
        assertThatThrownBy(() -> writer.write(transaction -> {
                    transaction.audit(read(FIRST, 1));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(log.head()).isEqualTo(AuditHead.NOTHING);
    }

    @Test
    void itIsSearchedByCaseAndByPersonWhoActedOrIsNamed() {
        AuditEntry entered =
                new AuditEntry("enter-feedback", "applied", AINO, BO, LAPTOP, SECOND, null, NOW, NOW, null);
        AuditEntry bos = AuditEntry.read("contact", BO, LAPTOP, FIRST, NOW, NOW, null);
        write(read(FIRST, 1), entered, bos);

        assertThat(entries(new Search(FIRST, null))).containsExactly(read(FIRST, 1), bos);
        assertThat(entries(new Search(null, BO))).containsExactly(entered, bos);
        assertThat(entries(new Search(FIRST, AINO))).containsExactly(read(FIRST, 1));
    }

    @Test
    void anEntryThatWasChangedIsNamed() {
        write(read(FIRST, 1), read(FIRST, 2), read(FIRST, 3));
        sql("UPDATE audit_entry SET person_id = 'bo' WHERE entry_no = 2");

        assertThat(found()).isEqualTo(new Break(2, Why.CHANGED));
    }

    @Test
    void everyColumnIsHeldByTheChain() {
        for (String change : List.of(
                "what = 'x'",
                "outcome = 'x'",
                "person_id = 'x'",
                "named_id = 'x'",
                "device_id = NULL",
                "case_id = NULL",
                "command_id = '00000000-0000-0001-0000-000000000001'",
                "made_at = NULL",
                "received_at = 1",
                "why = 'x'",
                "hash = 'x'")) {
            sql("DELETE FROM audit_entry");
            write(read(FIRST, 1), read(FIRST, 2));
            sql("UPDATE audit_entry SET " + change + " WHERE entry_no = 1");

            assertThat(found()).as(change).isEqualTo(new Break(1, Why.CHANGED));
        }
    }

    @Test
    void aReasonIsHeldByTheChainWhetherChangedOrTakenAway() {
        AuditEntry shown = AuditEntry.read("identity-code", AINO, LAPTOP, FIRST, NOW, NOW, "customer-asked");
        for (String change : List.of("why = 'hand-over'", "why = NULL", "why = ''")) {
            sql("DELETE FROM audit_entry");
            write(shown, read(FIRST, 2));
            assertThat(entries(new Search(FIRST, null))).contains(shown);
            assertThat(found()).isNull();
            sql("UPDATE audit_entry SET " + change + " WHERE entry_no = 1");

            assertThat(found()).as(change).isEqualTo(new Break(1, Why.CHANGED));
        }
    }

    @Test
    void anEntryThatWasTakenAwayIsNamedAndSoIsOneWhosePlaceWasClosed() {
        write(read(FIRST, 1), read(FIRST, 2), read(FIRST, 3), read(FIRST, 4));
        sql("DELETE FROM audit_entry WHERE entry_no = 2");
        assertThat(found()).isEqualTo(new Break(2, Why.MISSING));

        sql("UPDATE audit_entry SET entry_no = entry_no - 1 WHERE entry_no > 2");
        assertThat(found()).isEqualTo(new Break(2, Why.CHANGED));
    }

    @Test
    void anEntryThatWasPutInIsNamed() {
        write(read(FIRST, 1), read(FIRST, 2));
        sql("UPDATE audit_entry SET entry_no = 3 WHERE entry_no = 2");
        String forged =
                AuditChain.after(new AuditHead(1, hashOf(1)), read(SECOND, 9)).hash();
        sql("INSERT INTO audit_entry (entry_no, what, person_id, device_id, case_id, made_at, received_at, hash)"
                + " SELECT 2, what, person_id, device_id, '" + SECOND + "', "
                + NOW.plusSeconds(9).toEpochMilli()
                + ", received_at, '" + forged + "' FROM audit_entry WHERE entry_no = 1");

        assertThat(found()).isEqualTo(new Break(3, Why.CHANGED));
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        write(read(FIRST, 1), read(FIRST, 2), read(FIRST, 3));
        sql("UPDATE audit_entry SET entry_no = 9 WHERE entry_no = 2");
        sql("UPDATE audit_entry SET entry_no = 2 WHERE entry_no = 3");
        sql("UPDATE audit_entry SET entry_no = 3 WHERE entry_no = 9");

        assertThat(found()).isEqualTo(new Break(2, Why.CHANGED));
    }

    @Test
    void anEndThatWasCutOffIsSeenByWhatWasNotedElsewhere() {
        write(read(FIRST, 1), read(FIRST, 2), read(FIRST, 3));
        AuditHead noted = log.head();
        sql("DELETE FROM audit_entry WHERE entry_no > 1");

        assertThat(found()).isNull();
        assertThat(log.verify(List.of(noted)).firstBreak()).isEqualTo(new Break(2, Why.CUT_OFF));

        write(read(SECOND, 7), read(SECOND, 8), read(SECOND, 9));
        assertThat(log.verify(List.of(noted)).firstBreak()).isEqualTo(new Break(3, Why.WRITTEN_ANEW));
    }

    @Test
    void whatAnEarlierBackendNotedIsTakenOverInTheOrderOfReceiving() {
        close();
        Path earlier = folder.resolve("earlier");
        String url = "jdbc:hsqldb:file:" + earlier.resolve("vastine").toAbsolutePath()
                + ";hsqldb.default_table_type=cached;hsqldb.tx=mvcc;sql.syntax_pgs=true";
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(url, "SA", "")
                .locations("classpath:fi/vastine/backend/store/migration")
                .target("005")
                .load()
                .migrate();
        Jdbi.create(url, "SA", "").useHandle(handle -> {
            String read = "INSERT INTO read_entry VALUES ('00000000-0000-0000-0000-00000000000%s', 'aino', '" + LAPTOP
                    + "', '" + FIRST + "', '%s', %s, %s)";
            handle.execute(read.formatted(1, "CASE", 1_000, 3_000));
            handle.execute(read.formatted(2, "IDENTITY_CODE", 2_000, 3_000));
            handle.execute("INSERT INTO command_outcome VALUES ('00000000-0000-0000-0000-000000000003', '" + LAPTOP
                    + "', 1, 'bo', '" + SECOND + "', 2500, '{\"type\":\"no-op\"}')");
            handle.execute("SHUTDOWN");
        });

        open(earlier);

        assertThat(entries(new Search(null, null)))
                .extracting(AuditEntry::what, AuditEntry::person, AuditEntry::made)
                .containsExactly(
                        tuple("command", BO, null),
                        tuple("read-case", AINO, Instant.ofEpochMilli(1_000)),
                        tuple("read-identity-code", AINO, Instant.ofEpochMilli(2_000)));
        assertThat(found()).isNull();
        write(read(FIRST, 9));
        assertThat(log.verify(List.of()).entries()).isEqualTo(4);
    }

    private @Nullable Break found() {
        return log.verify(List.of()).firstBreak();
    }

    private List<AuditEntry> entries(Search search) {
        List<AuditEntry> found = new ArrayList<>();
        log.search(search, row -> found.add(row.entry()));
        return found;
    }

    private String hashOf(long number) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT hash FROM audit_entry WHERE entry_no = " + number)
                        .mapTo(String.class)
                        .one());
    }

    private void write(AuditEntry... entries) {
        writer.write(transaction -> {
            for (AuditEntry entry : entries) {
                transaction.audit(entry);
            }
            return null;
        });
    }

    private void sql(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }

    private static AuditEntry read(CaseId caseId, int second) {
        return AuditEntry.read("case", AINO, LAPTOP, caseId, NOW.plusSeconds(second), NOW, null);
    }
}
