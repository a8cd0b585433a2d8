package fi.vastine.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.vastine.backend.store.DatabaseUnavailable.Reason;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedWhenItIsOpenedAgain() {
        try (Database database = Database.inFolder(folder)) {
            addUnit(database, "u-1");
        }

        try (Database database = Database.inFolder(folder)) {
            assertThat(unitIds(database)).containsExactly("u-1");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenTheProcessIsKilledRightAfter() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitsAndDies.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(CommitsAndDies.DIED);

        try (Database database = Database.inFolder(folder)) {
            assertThat(unitIds(database)).containsExactly("u-1");
        }
    }

    @Test
    void everyCommitIsOnTheDiskAndReadersDoNotWaitForWriters() {
        try (Database database = Database.inFolder(folder)) {
            assertThat(setting(database, "hsqldb.write_delay")).isEqualToIgnoringCase("false");
            assertThat(setting(database, "hsqldb.tx")).isEqualToIgnoringCase("mvcc");
        }
    }

    @Test
    void aSecondBackendOnTheSameFolderIsToldSo() {
        try (Database database = Database.inFolder(folder)) {
            assertThat(database.answers()).isTrue();
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> Database.inFolder(folder))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE));
        }
    }

    @Test
    void aFolderThatANewerBackendHasChangedIsLeftAlone() {
        try (Database database = Database.inFolder(folder)) {
            database.jdbi().useHandle(handle -> handle.execute("""
                            INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type",
                              "script", "checksum", "installed_by", "execution_time", "success")
                            VALUES (900, '900', 'later', 'SQL', 'V900__later.sql', 1, 'SA', 1, TRUE)
                            """));
        }

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Database.inFolder(folder))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NEWER_THAN_PROGRAM));
    }

    @Test
    void damagedFilesAreNamedAndTheFolderIsLetGo() throws IOException {
        try (Database database = Database.inFolder(folder)) {
            addUnit(database, "u-1");
        }
        Path script = folder.resolve("vastine.script");
        String whole = Files.readString(script);
        Files.writeString(script, "CREATE NONSENSE\n" + whole);

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Database.inFolder(folder))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));

        Files.writeString(script, whole);
        try (Database database = Database.inFolder(folder)) {
            assertThat(unitIds(database)).containsExactly("u-1");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Database.inFolder(file.resolve("inside")))
                .withMessageContaining("file")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Database.at(new DatabaseServer("jdbc:postgresql://127.0.0.1:1/none", "vastine", "")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void aServersDatabaseKeepsEveryCommitAndIsFoundAgain() {
        try (Database database = TestDatabase.POSTGRESQL.open(folder)) {
            addUnit(database, "u-1");
            assertThat(shown(database, "fsync")).isEqualTo("on");
            assertThat(shown(database, "synchronous_commit")).isEqualTo("on");
            assertThat(Integer.parseInt(shown(database, "server_version_num"))).isGreaterThanOrEqualTo(150_000);
        }

        try (Database database = TestDatabase.POSTGRESQL.open(folder)) {
            assertThat(unitIds(database)).containsExactly("u-1");
        }
    }

    /** Ends without any farewell once its commit was acknowledged. */
    static final class CommitsAndDies {
        static final int DIED = 137;

        public static void main(String[] arguments) {
            addUnit(Database.inFolder(Path.of(arguments[0])), "u-1");
            Runtime.getRuntime().halt(DIED);
        }
    }

    private static void addUnit(Database database, String id) {
        var unit = new Unit(
                new UnitId(id), null, 1, new Names("Terveysasema", "Hälsostation", "Health centre"), null, null);
        new OrganisationStore(database.jdbi()).put(List.of(), List.of(unit), List.of(), List.of());
    }

    private static Stream<String> unitIds(Database database) {
        return new OrganisationStore(database.jdbi())
                .read().units().stream().map(unit -> unit.id().value());
    }

    private static String shown(Database database, String setting) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SHOW " + setting)
                        .mapTo(String.class)
                        .one());
    }

    private static String setting(Database database, String name) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                SELECT PROPERTY_VALUE FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES
                                WHERE PROPERTY_NAME = :name
                                """)
                        .bind("name", name)
                        .mapTo(String.class)
                        .one());
    }
}
