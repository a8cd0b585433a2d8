package fi.vastine.backend.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.store.Database;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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

        assertThat(said()).contains("Taken: 2 units, 2 people, 2 roles.");
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
