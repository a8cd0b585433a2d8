package fi.vastine.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.core.http.ProxyChoice;
import fi.vastine.core.key.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What IT sets holds, and what cannot be understood is told and makes nothing less safe. */
class ManagedSettingsTest {
    @TempDir
    private Path folder;

    private final Properties start = new Properties();

    private ManagedSettings file(String text) throws IOException {
        return read(Map.of(), Files.writeString(folder.resolve("settings.json"), text));
    }

    private ManagedSettings read(Map<String, String> environment, Path... files) {
        return ManagedSettings.read(new PolicySources(List.of(files), environment, start));
    }

    @Test
    void everythingCanBeSetInOneFileInWhichCommentsMayStand() throws IOException {
        ManagedSettings set = file("""
                {
                  // Laatuyksikön koneet
                  "server": "vastine.esimerkki.example",
                  "user": "etunimi.sukunimi",
                  "proxy": "pac:https://proxy.esimerkki.example/proxy.pac",
                  "lock-after": 5,
                  "guard": "passphrase",
                  "pin": false,
                  "updates": "it",
                  "home": "tiedot"
                }
                """);

        assertThat(set.faults()).isEmpty();
        assertThat(set.server()).hasToString("Optional[https://vastine.esimerkki.example]");
        assertThat(set.user()).isEqualTo("etunimi.sukunimi");
        assertThat(set.proxy()).hasToString("pac:https://proxy.esimerkki.example/proxy.pac");
        assertThat(set.longestIdle()).isEqualTo(Duration.ofMinutes(5));
        assertThat(set.guard()).isEqualTo(Guard.PASSPHRASE);
        assertThat(set.mayUsePin()).isFalse();
        assertThat(set.updates()).isEqualTo(ManagedSettings.Updates.IT);
        assertThat(set.home()).contains(folder.resolve("tiedot"));
    }

    @Test
    void whereNothingIsSetThePersonChooses() {
        ManagedSettings none = read(Map.of(), folder.resolve("missing.json"));

        assertThat(none.managed()).isEmpty();
        assertThat(none.faults()).isEmpty();
        assertThat(none.proxy()).isEqualTo(ProxyChoice.SYSTEM);
        assertThat(none.guard()).isEqualTo(Guard.KEY_STORE);
        assertThat(none.mayUsePin()).isTrue();
    }

    @Test
    void theAdministratorsFileHoldsBeforeTheEnvironmentThatBeforeTheStartAndAllBeforeHerOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"lock-after\": 5}");
        start.setProperty("vastine.lock-after", "30");
        start.setProperty("vastine.user", "alusta");
        start.setProperty("vastine.proxy", "none");
        Map<String, String> environment = Map.of("VASTINE_LOCK_AFTER", "20", "VASTINE_USER", "ymparistosta");
        var own = new OwnSettings(folder);
        own.keep(List.of(own(Key.PROXY, "oma.esimerkki.example:8080"), own(Key.SERVER, "oma.esimerkki.example")));

        ManagedSettings set = read(environment, file).with(own.read());

        assertThat(set.longestIdle()).isEqualTo(Duration.ofMinutes(5));
        assertThat(set.user()).isEqualTo("ymparistosta");
        assertThat(set.proxy()).isEqualTo(ProxyChoice.NONE);
        assertThat(set.server()).hasToString("Optional[https://oma.esimerkki.example]");
        assertThat(set.managed())
                .extracting(each -> each.key() + " " + each.origin().kind() + " "
                        + each.origin().where())
                .containsExactly(
                        "USER ENVIRONMENT VASTINE_USER", "PROXY START -Dvastine.proxy", "LOCK_AFTER FILE " + file);
        assertThat(set.isManaged(Key.SERVER)).isFalse();
    }

    @Test
    void whatGuardsALaptopIsNothingThatSheCanTakeFromAFile() throws IOException {
        Files.writeString(folder.resolve("own.json"), "{\"guard\": \"key-store\", \"lock-after\": 60, \"pin\": true}");

        assertThat(new OwnSettings(folder).read()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "lock-after": "viisi"     | lock-after
            "lock-after": 0           | lock-after
            "lock-after": 90          | lock-after
            "lock-after": {"min": 5}  | lock-after
            "guard": "salasana"       | guard
            "pin": "ehkä"             | pin
            "server": "http://a.fi"   | server
            "proxy": "http://u:p@h:1" | proxy
            "authorities": "puuttuu"  | authorities
            "updates": ""             | updates
            """)
    void aBadValueIsToldWithItsLineAndTheStricterHolds(String line, String key) throws IOException {
        ManagedSettings set = file("{\n  " + line + "\n}");

        assertThat(set.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.why()).isEqualTo(Fault.Why.BAD_VALUE);
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.key()).isEqualTo(key);
        });
        assertThat(set.longestIdle()).isEqualTo(Duration.ofMinutes(key.equals("lock-after") ? 1 : 60));
        assertThat(set.guard()).isEqualTo(key.equals("guard") ? Guard.PASSPHRASE : Guard.KEY_STORE);
        assertThat(set.mayUsePin()).isEqualTo(!key.equals("pin"));
        assertThat(set.server()).isEmpty();
        assertThat(set.proxy()).isEqualTo(ProxyChoice.SYSTEM);
    }

    @Test
    void anUnknownKeyIsToldAndTheRestHolds() throws IOException {
        ManagedSettings set = file("{\n\n  \"palvelin\": \"x\",\n  \"lock-after\": 10\n}");

        assertThat(set.faults())
                .singleElement()
                .extracting(Fault::why, Fault::line, Fault::key)
                .containsExactly(Fault.Why.UNKNOWN_KEY, 3, "palvelin");
        assertThat(set.longestIdle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(set.guard()).isEqualTo(Guard.KEY_STORE);
    }

    @Test
    void aFileThatBreaksOffIsToldWithItsLineAndEverythingItMayHaveGuardedIsGuarded() throws IOException {
        ManagedSettings set = file("{\n  \"lock-after\": 10,\n  \"server\" \"x\"\n}");

        assertThat(set.faults())
                .singleElement()
                .extracting(Fault::why, Fault::line)
                .containsExactly(Fault.Why.NOT_JSON, 3);
        assertThat(set.longestIdle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(set.guard()).isEqualTo(Guard.PASSPHRASE);
        assertThat(set.mayUsePin()).isFalse();
    }

    @Test
    void aFileThatIsAFolderIsToldToo() throws IOException {
        ManagedSettings set = read(Map.of(), Files.createDirectory(folder.resolve("settings.json")));

        assertThat(set.faults()).singleElement().extracting(Fault::why).isEqualTo(Fault.Why.UNREADABLE);
        assertThat(set.longestIdle()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aBadVariableIsToldByItsName() {
        ManagedSettings set = read(Map.of("VASTINE_GUARD", "joku"));

        assertThat(set.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.origin().where()).isEqualTo("VASTINE_GUARD"));
        assertThat(set.guard()).isEqualTo(Guard.PASSPHRASE);
    }

    @ParameterizedTest
    @CsvSource({
        "Windows 11, C:\\ProgramData/Vastine/settings.json",
        "Mac OS X, /Library/Application Support/Vastine/settings.json",
        "Linux, /etc/vastine/settings.json"
    })
    void theFileLiesWhereThePlatformWantsIt(String system, String file) {
        assertThat(PolicySources.ofTheComputer(system, Map.of())).hasToString(file);
    }

    @ParameterizedTest
    @CsvSource({
        "/tikku/Vastine/Vastine.exe, /tikku/Vastine/settings.json",
        "/tikku/Vastine/bin/Vastine, /tikku/Vastine/settings.json",
        "/tikku/Vastine.app/Contents/MacOS/Vastine, /tikku/settings.json"
    })
    void aPortableCopyHasOneBesideIt(String launcher, String file) {
        start.setProperty("os.name", "Linux");
        start.setProperty("jpackage.app-path", launcher);

        assertThat(PolicySources.of(Map.of(), start).files())
                .containsExactly(Path.of("/etc/vastine/settings.json"), Path.of(file));
    }

    private static Setting own(Key key, String value) {
        return new Setting(key, value, new Origin(Origin.Kind.OWN, ""));
    }
}
