package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.vastine.core.json.Json;
import fi.vastine.core.key.KeyStore.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Secret Service of Linux, in a session of its own: a bus and a GNOME Keyring that nobody else uses.
 *
 * <p>Skipped, with the reason in the report, where the two programs are not installed (Debian: {@code dbus gnome-keyring}). The key
 * stores of Windows and macOS are met on such machines only.
 */
class SecretServiceTest {
    private static final List<String> PROGRAMS = List.of("dbus-run-session", "gnome-keyring-daemon");

    @TempDir
    private Path home;

    @Test
    void aSecretOutlivesTheProgramAndAnOpenedProfileIsOpenedAgain() throws Exception {
        for (String program : PROGRAMS) {
            assumeTrue(isInstalled(program), program + " is not installed, so the Secret Service was NOT tried");
        }

        assertThat(inSession("first")).contains("kind SECRET_SERVICE", "none before", "made ");
        assertThat(inSession("second")).contains("found ");

        assertThat(keyOf(inSession("second"))).isEqualTo(keyOf(inSession("second")));
        assertThat(inSession("forget")).contains("lost");
    }

    @Test
    void aServiceThatIsThereButWasNotOpenedIsSilentAndLosesNothing() throws Exception {
        for (String program : PROGRAMS) {
            assumeTrue(isInstalled(program), program + " is not installed, so the Secret Service was NOT tried");
        }

        assertThat(run(List.of("dbus-run-session", "--"), "first"))
                .contains("kind SECRET_SERVICE", "KeyStoreSilent")
                .doesNotContain("made ");
    }

    @Test
    void aComputerWithoutABusHasNoKeyStore() throws Exception {
        assertThat(run(List.of(), "first")).contains("kind NONE");
    }

    private static String keyOf(String said) {
        return said.lines()
                .filter(line -> line.startsWith("found "))
                .findFirst()
                .orElseThrow();
    }

    /** A new bus and a new daemon each time, over the same home: as after signing out of the computer and in again. */
    private String inSession(String what) throws IOException, InterruptedException {
        return run(
                List.of(
                        "dbus-run-session",
                        "--",
                        "sh",
                        "-c",
                        "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\"",
                        "sh"),
                what);
    }

    private String run(List<String> session, String what) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        session.stream(),
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SecretServiceTest.class.getName(),
                                what,
                                home.resolve("keys").toString()))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("HOME", home.toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put(
                "XDG_RUNTIME_DIR", Files.createDirectories(home.resolve("run")).toString());
        environment.remove("DBUS_SESSION_BUS_ADDRESS");
        environment.remove("DISPLAY");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What runs in the session. */
    public static void main(String[] arguments) {
        KeyStore store = new SystemKeyStore();
        System.out.println("kind " + store.kind());
        if (store.kind() == Kind.NONE) {
            return;
        }
        var folder = new KeyFolder(
                Path.of(arguments[1]), store, Guard.KEY_STORE, new Json(), () -> Instant.parse("2026-11-23T06:42:00Z"));
        switch (arguments[0]) {
            case "first" -> {
                System.out.println(store.find("vastine-nothing").isEmpty() ? "none before" : "something before");
                try (GuardedKeys keys = folder.open()) {
                    System.out.println("made "
                            + HexFormat.of().formatHex(keys.create("outbox").getEncoded()));
                }
            }
            case "second" -> {
                try (GuardedKeys keys = folder.open()) {
                    System.out.println("found "
                            + HexFormat.of()
                                    .formatHex(keys.load("outbox").orElseThrow().getEncoded()));
                }
            }
            default -> {
                try (GuardedKeys keys = folder.open()) {
                    keys.guardBy(new Passphrase("kolme kissaa kattoi kuuta"));
                }
                // The secret in the store is gone with the guard; a file put back from before finds nothing.
                System.out.println(
                        store.find("vastine-nothing").isEmpty() && folderIsByPassphrase(folder) ? "lost" : "kept");
            }
        }
    }

    private static boolean folderIsByPassphrase(KeyFolder folder) {
        try {
            folder.open().close();
            return false;
        } catch (PassphraseNeeded needed) {
            return needed.what() == PassphraseNeeded.What.TO_TYPE;
        }
    }
}
