package fi.vastine.backend.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.DatabaseServer;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.recovery.RecoveryFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendMainTest {
    private static final String UNITS = """
            id;parent;fi;sv;en;responsible;until
            ward;care;Osasto 3;Avdelning 3;Ward 3;anna;
            care;;Hoito;;;;2030-12-31
            """;
    private static final String PEOPLE = """
            id,name,title,role,unit,from,to
            anna,"Aalto, Anna",osastonhoitaja,handler,ward,2026-01-01,
            anna,"Aalto, Anna",osastonhoitaja,leader,care,2026-01-01,2026-12-31
            kari,Kari Koski,,,,,
            """;

    @TempDir
    Path temp;

    private Path folder;
    private @Nullable String typed;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void chooseFolder() {
        folder = temp.resolve("data");
        environment.put("VASTINE_FOLDER", folder.toString());
    }

    @Test
    void unitsAndPeopleAreTakenWholeWithTheirLevels() throws IOException {
        assertThat(importing(UNITS, PEOPLE)).isEqualTo(BackendMain.DONE);

        assertThat(said()).contains("Taken: 2 units, 2 people, 2 roles, 0 substitutes.");
        try (Backend backend = new Backend(BackendSettings.loopback(folder), InstantSource.system())) {
            var organisation = backend.directory().organisation();
            assertThat(organisation.unit(new UnitId("ward"))).hasValueSatisfying(ward -> {
                assertThat(ward.level()).isEqualTo(2);
                assertThat(ward.responsible()).isEqualTo(new PersonId("anna"));
            });
            assertThat(organisation.unit(new UnitId("care")))
                    .hasValueSatisfying(care -> assertThat(care.name().sv()).isEqualTo("Hoito"));
            assertThat(organisation.person(new PersonId("anna")))
                    .hasValueSatisfying(anna -> assertThat(anna.name()).isEqualTo("Aalto, Anna"));
        }
    }

    @Test
    void aDryRunTakesNothing() throws IOException {
        assertThat(importing(UNITS, PEOPLE, "--dry-run")).isEqualTo(BackendMain.DONE);

        assertThat(said()).contains("Would be taken: 2 units");
        try (Backend backend = new Backend(BackendSettings.loopback(folder), InstantSource.system())) {
            assertThat(backend.directory().organisation().units()).isEmpty();
        }
    }

    @Test
    void whatIsOrderedOfLaptopsIsKeptInTheLedger() {
        assertThat(run("erase", "0193a0c0-0000-7000-8000-000000000001")).isEqualTo(BackendMain.DONE);
        assertThat(run("block", "0193a0c0-0000-7000-8000-000000000002")).isEqualTo(BackendMain.DONE);
        assertThat(run("restored")).isEqualTo(BackendMain.DONE);
        assertThat(run("devices")).isEqualTo(BackendMain.DONE);

        assertThat(said()).contains("Erased here", "Blocked", "begin anew", "last contact");
        assertThat(temp.resolve("data-ledger").resolve("erased")).content().contains("000000000001");
        assertThat(temp.resolve("data-ledger").resolve("blocked")).content().contains("000000000002");
        assertThat(run("erase", "ei-mikään")).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(run("erase")).isEqualTo(BackendMain.WRONG_USE);
    }

    @Test
    void whichProgramIsWantedIsKeptBesideTheDatabaseAndNonsenseIsNot() {
        assertThat(run("program", "1.3", "--oldest", "1.1", "--address", "https://vastine.example/1.3"))
                .isEqualTo(BackendMain.DONE);
        assertThat(temp.resolve("data").resolve("program.json"))
                .content()
                .isEqualTo("{\"wanted\":\"1.3\",\"oldest\":\"1.1\",\"address\":\"https://vastine.example/1.3\"}");

        assertThat(run("program", "uusin")).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(run("program", "1.3", "--oldest", "1.4")).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(run("program", "1.3", "--address", "http://vastine.example")).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(run("program")).isEqualTo(BackendMain.WRONG_USE);
        assertThat(temp.resolve("data").resolve("program.json")).content().contains("1.3");

        assertThat(run("program", "none")).isEqualTo(BackendMain.DONE);
        assertThat(temp.resolve("data").resolve("program.json")).doesNotExist();
    }

    @Test
    void everyBadLineIsNamedAndNothingIsTaken() throws IOException {
        String units = """
                id;parent;fi;sv;en;responsible;until
                a;b;A;;;;
                b;a;B;;;;
                c;nowhere;C;;;;
                c;;C;;;nobody;
                d;;;;;;31.12.2026
                e;;E
                """;
        String people = """
                id,name,title,role,unit,from,to
                anna,Anna,,boss,a,,
                anna,Anni,,handler,nowhere,2026-02-01,2026-01-01
                """;

        assertThat(importing(units, people)).isEqualTo(BackendMain.BAD_LINES);

        assertThat(said().lines())
                .contains(
                        "units.csv:2: parent: the unit would be above itself",
                        "units.csv:3: parent: the unit would be above itself",
                        "units.csv:4: parent: no such unit: nowhere",
                        "units.csv:5: id: the same id as in line 4",
                        "units.csv:6: fi: it has 1 to 200 characters",
                        "units.csv:6: until: not a date such as 2026-12-31: 31.12.2026",
                        "units.csv:7: the line has another number of columns than the heading",
                        "people.csv:2: role: not one of handler, collector, quality, leader, admin: boss",
                        "people.csv:3: id: the same id as another name or title in an earlier line",
                        "people.csv:3: unit: no such unit: nowhere",
                        "people.csv:3: to: it ends before it begins",
                        "Nothing was taken: 11 bad lines.");
        try (Backend backend = new Backend(BackendSettings.loopback(folder), InstantSource.system())) {
            assertThat(backend.directory().organisation().units()).isEmpty();
        }
    }

    @Test
    void substitutesAreTakenAloneAndALaterFileChangesTheirLastDay() throws IOException {
        importing(UNITS, PEOPLE);

        assertThat(substituting("anna;kari;2026-07-01;2026-07-31")).isEqualTo(BackendMain.DONE);
        assertThat(said()).contains("Taken: 0 units, 0 people, 0 roles, 1 substitutes.");
        assertThat(substituting("anna;kari;2026-07-01;2026-07-20", "anna;berit;2026-07-21;2026-07-31"))
                .isEqualTo(BackendMain.BAD_LINES);
        assertThat(said()).contains("substitutes.csv:3: substitute: no such person: berit");
        assertThat(substituting("anna;kari;2026-07-01;2026-07-20")).isEqualTo(BackendMain.DONE);

        try (Backend backend = new Backend(BackendSettings.loopback(folder), InstantSource.system())) {
            var organisation = backend.directory().organisation();
            assertThat(organisation.responsible(new UnitId("ward"), LocalDate.of(2026, 7, 20)))
                    .contains(new PersonId("kari"));
            assertThat(organisation.responsible(new UnitId("ward"), LocalDate.of(2026, 7, 21)))
                    .contains(new PersonId("anna"));
        }
    }

    @Test
    void everyBadLineOfSubstitutesIsNamedAndNothingIsTaken() throws IOException {
        importing(UNITS, PEOPLE + "sari,Sari Salo,,,,,\n");
        substituting("anna;kari;2026-07-01;2026-07-31");

        assertThat(substituting(
                        "anna;nobody;2026-08-01;2026-08-02",
                        "anna;kari;2026-08-02;2026-08-01",
                        "anna;kari;2026-08-02;",
                        "anna;kari;2.8.2026;2026-08-03",
                        "anna;sari;2026-07-31;2026-08-05",
                        "anna;sari;2026-09-01;2026-09-10",
                        "anna;kari;2026-09-10;2026-09-11",
                        "anna;sari;2026-09-01;2026-09-30",
                        "kari;sari;2026-09-01;2026-09-10",
                        "sari;anna;2026-09-10;2026-09-20",
                        "sari;kari;2026-09-05;2026-09-05",
                        "kari;kari;2026-10-01;2026-10-02"))
                .isEqualTo(BackendMain.BAD_LINES);

        assertThat(said().lines())
                .contains(
                        "substitutes.csv:2: substitute: no such person: nobody",
                        "substitutes.csv:3: to: it ends before it begins",
                        "substitutes.csv:4: to: a day is needed",
                        "substitutes.csv:5: from: not a date such as 2026-12-31: 2.8.2026",
                        "substitutes.csv:6: from: in these days kari stands in for anna already,"
                                + " from 2026-07-01 to 2026-07-31",
                        "substitutes.csv:8: from: in these days sari stands in for anna already,"
                                + " from 2026-09-01 to 2026-09-10",
                        "substitutes.csv:9: from: the same two from the same day as in line 7",
                        "substitutes.csv:11: substitute: the substitutes would stand in for each other in a circle",
                        "substitutes.csv:12: substitute: the substitutes would stand in for each other in a circle",
                        "substitutes.csv:13: substitute: the substitutes would stand in for each other in a circle",
                        "Nothing was taken: 10 bad lines.");
        try (Backend backend = new Backend(BackendSettings.loopback(folder), InstantSource.system())) {
            assertThat(backend.directory().organisation().substitutions()).hasSize(1);
        }
    }

    @Test
    void theDatabaseMayBeOnAServerWhosePasswordStandsInAFile() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret"), "salasana\n");
        environment.put("VASTINE_DATABASE_URL", "jdbc:postgresql://db.example.fi/vastine");
        environment.put("VASTINE_DATABASE_PASSWORD_FILE", secret.toString());

        DatabaseServer server = BackendConfig.read(null, environment).settings().database();

        assertThat(server)
                .isEqualTo(new DatabaseServer("jdbc:postgresql://db.example.fi/vastine", "vastine", "salasana"));
        assertThat(server).asString().doesNotContain("salasana");
        environment.put("VASTINE_DATABASE_PASSWORD_FILE", temp.resolve("none").toString());
        assertThat(run("serve")).isEqualTo(BackendMain.BAD_SETTING);
        environment.put("VASTINE_DATABASE_URL", "db.example.fi");
        assertThat(run("serve")).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(said()).contains("database.password-file", "database.url");
    }

    @Test
    void aMissingColumnAndAFileThatIsNotInUtf8AreNamed() throws IOException {
        Files.write(temp.resolve("people.csv"), "id,name\nå,\u00e5".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(temp.resolve("units.csv"), "id,parent,fi,sv,en,responsible\n");

        assertThat(run(
                        "import",
                        "--units",
                        temp.resolve("units.csv").toString(),
                        "--people",
                        temp.resolve("people.csv").toString()))
                .isEqualTo(BackendMain.BAD_LINES);

        assertThat(said())
                .contains("units.csv:1: until: the column is missing", "people.csv:1: the file is not in UTF-8");
    }

    @Test
    void aFirstStartWithNobodyToAskSaysWhatToSet() {
        assertThat(run("serve", "--port", "0")).isEqualTo(BackendMain.BAD_SETTING);

        assertThat(said()).contains("admin.user");
    }

    @Test
    void aPersonGetsAnAccountByAPasswordThatIsAskedFor() throws IOException {
        importing(UNITS, PEOPLE);
        typed = "lyhyt";
        assertThat(run("account", "anna", "anna.aalto")).isEqualTo(BackendMain.BAD_SETTING);
        typed = "riittävän pitkä";
        assertThat(run("account", "anna", "anna.aalto")).isEqualTo(BackendMain.DONE);
        assertThat(run("account", "nobody", "nobody")).isEqualTo(BackendMain.BAD_SETTING);

        try (Backend backend = new Backend(BackendSettings.loopback(folder), InstantSource.system())) {
            assertThat(backend.accounts().has(new PersonId("anna"))).isTrue();
        }
    }

    @Test
    void aFolderInUseAndAnUnknownSettingEachHaveTheirCode() throws IOException {
        Path config = Files.writeString(temp.resolve("c.properties"), "prot = 1\n");
        assertThat(run("serve", "--config", config.toString())).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(said()).contains("No such settings: prot");

        try (Database open = Database.inFolder(folder)) {
            assertThat(open.answers()).isTrue();
            assertThat(run("serve")).isEqualTo(BackendMain.NO_DATABASE);
        }
    }

    @Test
    void wrongUseIsAnsweredWithTheRightOne() {
        assertThat(run("dance")).isEqualTo(BackendMain.WRONG_USE);
        assertThat(run("serve", "--nonsense", "1")).isEqualTo(BackendMain.WRONG_USE);
        assertThat(run("import")).isEqualTo(BackendMain.WRONG_USE);
        assertThat(said()).contains("Usage: vastine-backend");
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Path config = Files.writeString(temp.resolve("c.properties"), "port = 1\nmail.from = a@b.example\n");
        environment.put("VASTINE_PORT", "2");

        BackendSettings settings = BackendConfig.read(config, environment).settings();

        assertThat(settings.http().port()).isEqualTo(2);
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
    }

    private int importing(String units, String people, String... more) throws IOException {
        Path unitFile = Files.writeString(temp.resolve("units.csv"), units);
        Path peopleFile = Files.writeString(temp.resolve("people.csv"), people);
        return run(
                more.length == 0
                        ? new String[] {"import", "--units", unitFile.toString(), "--people", peopleFile.toString()}
                        : new String[] {
                            "import", "--units", unitFile.toString(), "--people", peopleFile.toString(), more[0]
                        });
    }

    private int substituting(String... lines) throws IOException {
        Path file = Files.writeString(
                temp.resolve("substitutes.csv"), "away;substitute;from;to\n" + String.join("\n", lines));
        return run("import", "--substitutes", file.toString());
    }

    @Test
    void aRecoveryKeyIsMadeOnceForItsOwnerAndItsPublicHalfIsASetting() throws IOException {
        Path file = temp.resolve("recovery.txt");

        assertThat(run("recovery-key", file.toString())).isEqualTo(BackendMain.DONE);

        RecoveryFile made = RecoveryFile.parse(Files.readString(file));
        assertThat(said()).contains("recovery.key=" + made.publicHalf().text());
        assertThat(said())
                .doesNotContain(Files.readString(file).lines().toList().get(2));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        String kept = Files.readString(file);
        assertThat(run("recovery-key", file.toString())).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(file).hasContent(kept);

        environment.put("VASTINE_RECOVERY_KEY", made.publicHalf().text());
        assertThat(BackendConfig.read(null, environment).settings().recoveryKey())
                .isEqualTo(made.publicHalf());
        environment.put("VASTINE_RECOVERY_KEY", "not a key");
        assertThat(run("serve")).isEqualTo(BackendMain.BAD_SETTING);
    }

    private int run(String... arguments) {
        var asking = new FirstStart.Asking() {
            @Override
            public @Nullable String text(String question) {
                return null;
            }

            @Override
            public @Nullable String secret(String question) {
                return typed;
            }
        };
        return new BackendMain(environment, asking, new PrintStream(said, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
