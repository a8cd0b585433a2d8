package fi.vastine.backend.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.backend.store.Database;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.wire.Reads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditOrdersTest {
    private static final String WORDS = "Odotin kaksi tuntia.";

    @TempDir
    Path temp;

    private Path folder;
    private Path found;
    private FeedbackCase open;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void work() {
        folder = temp.resolve("data");
        found = temp.resolve("found.csv");
        try (var backend = new TestBackend(folder)) {
            open = backend.comesIn(TestBackend.WARD, WORDS);
            FeedbackCase other = backend.comesIn(TestBackend.CLINIC, WORDS);
            TestLaptop aino = backend.laptopOf(TestBackend.AINO);
            TestLaptop bo = backend.laptopOf(TestBackend.BO);
            aino.does(open.id(), new Command.AddNote(new NoteId(UUID.randomUUID()), "Soitettu asiakkaalle."));
            bo.does(open.id(), new Command.AddNote(new NoteId(UUID.randomUUID()), "Ei kuulu minulle."));
            for (var read : List.of(
                    new Reads.Read(
                            open.id(), Reads.What.IDENTITY_CODE, TestBackend.MORNING, Reads.Why.WHETHER_IT_IS_ONE),
                    new Reads.Read(other.id(), Reads.What.CASE, TestBackend.MORNING))) {
                backend.client.postAs(bo.token(), "/v1/reads", new Reads(List.of(read)));
            }
        }
    }

    @Test
    void whatWasDoneAndReadOfACaseComesAsATableWithoutAWordOfAnybodys() throws IOException {
        assertThat(run("audit", "--case", open.id().toString(), "--file", found.toString()))
                .isEqualTo(BackendMain.DONE);

        List<String> lines = Files.readAllLines(found);
        assertThat(lines.getFirst())
                .isEqualTo("entry,what,outcome,person,name,named,device,case,command,made,received,hash,why");
        assertThat(lines.subList(1, lines.size()))
                .satisfiesExactly(
                        note -> assertThat(note).startsWith("1,add-note,applied,p-aino,Testi p-aino,,"),
                        refused -> assertThat(refused).startsWith("2,add-note,refused NO_ACCESS,p-bo,"),
                        shown -> assertThat(shown)
                                .startsWith("3,read-identity-code,,p-bo,Testi p-bo,,")
                                .contains("2026-11-23T07:00:00Z")
                                .endsWith(",whether-it-is-one"));
        assertThat(Files.readString(found)).doesNotContain("Odotin", "Soitettu", "asiakas@example.fi");
    }

    @Test
    void whatAPersonDidComesToo() throws IOException {
        run("audit", "--person", "p-bo", "--file", found.toString());

        assertThat(Files.readAllLines(found)).hasSize(4);
        assertThat(said()).contains("Entries: 3.");
    }

    @Test
    void whatIsOrderedAtTheCommandLineIsLogged() throws IOException {
        run("erase", open.id().toString());
        run("block", "0193a0c0-0000-7000-8000-000000000002");
        run("audit", "--file", found.toString());

        List<String> lines = Files.readAllLines(found);
        assertThat(lines.get(5))
                .startsWith("5,erase-case,ordered,os:")
                .contains(open.id().toString());
        assertThat(lines.get(6)).startsWith("6,block-device,device 0193a0c0-0000-7000-8000-000000000002,os:");
    }

    @Test
    void theHeadsLieWhereNoBackupOfTheDatabaseTakesThem() throws IOException {
        run("audit-verify");

        assertThat(temp.resolve("data-ledger").resolve("audit-heads")).content().contains(" 4 ");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.endsWith("audit-heads"));
        }
    }

    @Test
    void theCommandNamesTheEntryThatWasChangedTakenAwayOrMoved() {
        Map.of(
                        "UPDATE audit_entry SET person_id = 'p-aino' WHERE entry_no = 2",
                        "2, which was changed",
                        "DELETE FROM audit_entry WHERE entry_no = 3",
                        "3, which is missing",
                        "UPDATE audit_entry SET entry_no = 5 - entry_no WHERE entry_no IN (2, 3)",
                        "2, which was changed, put in or moved there")
                .forEach((change, expected) -> {
                    said.reset();
                    changed(change, () -> assertThat(run("audit-verify")).isEqualTo(BackendMain.AUDIT_BROKEN));
                    assertThat(said()).as(change).contains(expected);
                });
        assertThat(run("audit-verify")).isEqualTo(BackendMain.DONE);
    }

    /** Changes the log behind the program's back, and puts it back as it was. */
    private void changed(String change, Runnable meanwhile) {
        behindTheBack("CREATE TABLE kept AS (SELECT * FROM audit_entry) WITH DATA", change);
        meanwhile.run();
        behindTheBack("DELETE FROM audit_entry", "INSERT INTO audit_entry SELECT * FROM kept", "DROP TABLE kept");
    }

    private void behindTheBack(String... statements) {
        try (var database = Database.inFolder(folder)) {
            database.jdbi().useHandle(handle -> List.of(statements).forEach(handle::execute));
        }
    }

    @Test
    void lookingIntoTheLogIsLoggedAndAFileIsNeverWrittenOver() throws IOException {
        run("audit", "--person", "p-bo", "--file", found.toString());
        assertThat(run("audit", "--person", "p-bo", "--file", found.toString())).isEqualTo(BackendMain.BAD_SETTING);
        run("audit", "--file", temp.resolve("all.csv").toString());

        assertThat(Files.readAllLines(temp.resolve("all.csv")).getLast()).startsWith("5,search-audit,,os:");
    }

    @Test
    void theLogIsVerifiedAndAnEndCutOffIsNamed() {
        assertThat(run("audit-verify")).isEqualTo(BackendMain.DONE);
        assertThat(said()).contains("as it was written");

        try (var database = Database.inFolder(folder)) {
            database.jdbi().useHandle(handle -> handle.execute("DELETE FROM audit_entry WHERE entry_no = 4"));
        }
        assertThat(run("audit-verify")).isEqualTo(BackendMain.AUDIT_BROKEN);
        assertThat(said()).contains("4, where the log ends");
    }

    @Test
    void whatWasLostWithARestoredBackupIsNamedAndNoLongerTakenForACut() throws IOException {
        run("audit-verify");
        try (var database = Database.inFolder(folder)) {
            database.jdbi().useHandle(handle -> handle.execute("DELETE FROM audit_entry WHERE entry_no = 4"));
        }

        assertThat(run("audit-restored")).isEqualTo(BackendMain.DONE);

        assertThat(run("audit-verify")).isEqualTo(BackendMain.DONE);
        assertThat(said()).contains("A backup was restored: ", " restored 3");
        run("audit", "--file", found.toString());
        assertThat(Files.readAllLines(found).getLast()).startsWith("4,restored-audit,,os:");
    }

    @Test
    void aCaseThatIsNoIdAndNoFileAreWrongUse() {
        assertThat(run("audit", "--case", "x", "--file", found.toString())).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(run("audit", "--case", open.id().toString())).isEqualTo(BackendMain.WRONG_USE);
    }

    private int run(String... arguments) {
        var environment = Map.of("VASTINE_FOLDER", folder.toString());
        return new BackendMain(environment, new NobodyThere(), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
