package fi.vastine.core.session;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.seal.NoSealing;
import fi.vastine.core.seal.StoreKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.hsqldb.jdbc.JDBCDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stolen laptop: its disk holds nothing that a customer or a colleague wrote, in no file and in no form. */
final class NothingReadableTest {
    private static final Canaries CANARIES = new Canaries(List.of(
            "Kanarialintu palautteessa åäö",
            "Kanarialintu muistiinpanossa åäö",
            "Kanarialintu luonnoksessa åäö",
            "Kanarialintu vastauksessa åäö",
            "Kanarialintu odottavassa åäö",
            "asiakas@example.org",
            SmallBackend.PASSWORD));

    private final SmallBackend backend = new SmallBackend();
    private final SteppingClock clock = new SteppingClock();
    private final Logger root = Logger.getLogger("");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void noFileHoldsWhatAnybodyWroteNeitherAmidWorkNorAfterIt() throws IOException, SQLException {
        Laptop laptop = fill();
        Path amidWork = copy("amid-work");
        laptop.session().lock().close();

        assertThat(CANARIES.in(amidWork, profiles(), logs())).isEmpty();
        assertThat(inRows(amidWork, laptop)).isEmpty();
        assertThat(inRows(copy("after-work"), laptop)).isEmpty();
        assertThat(Files.size(logs().resolve("log"))).as("something was logged").isPositive();
    }

    @Test
    void aSealThatLocksNothingIsNoticedBehindTheDatabasesOwnCipher() throws IOException, SQLException {
        try (NoSealing mutant = new NoSealing()) {
            assertThat(mutant).isNotNull();
            Laptop laptop = fill();
            laptop.close();

            // The database's cipher hides it from who looks at the files only.
            assertThat(CANARIES.in(profiles())).isEmpty();
            assertThat(inRows(copy("after-work"), laptop))
                    .anyMatch(found -> found.startsWith("Kanarialintu palautteessa"))
                    .anyMatch(found -> found.startsWith("Kanarialintu muistiinpanossa"))
                    .anyMatch(found -> found.startsWith("Kanarialintu luonnoksessa"))
                    .anyMatch(found -> found.startsWith("asiakas@example.org"));
        }
    }

    @Test
    void theSearchItselfFindsEachForm() throws IOException {
        Path top = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(top.resolve("plain"), "…Kanarialintu vastauksessa åäö…");
        Files.write(top.resolve("wide"), "x Kanarialintu luonnoksessa åäö".getBytes(UTF_16LE));
        try (var zipped = new GZIPOutputStream(Files.newOutputStream(top.resolve("zipped")))) {
            zipped.write("asiakas@example.org".getBytes(UTF_8));
        }

        assertThat(CANARIES.in(top)).hasSize(3);
    }

    /** Does all that a person can do here, with a log that leaves nothing out. */
    private Laptop fill() throws IOException {
        Files.createDirectories(logs());
        var log = new FileHandler(logs().resolve("log").toString());
        log.setFormatter(new SimpleFormatter());
        log.setLevel(Level.ALL);
        Logger ours = Logger.getLogger("fi.vastine");
        root.addHandler(log);
        ours.setLevel(Level.ALL);
        try {
            CaseId first = backend.receive(SmallBackend.WARD, "Kanarialintu palautteessa åäö");
            CaseId second = backend.receive(SmallBackend.WARD, "Toinen: Kanarialintu palautteessa åäö");
            Laptop laptop = new Laptop(profiles(), backend, clock, "aino").signIn();
            laptop.open(first);
            laptop.session().noteRead(first, Reads.What.CONTACT);
            laptop.note(first, "Kanarialintu muistiinpanossa åäö");
            laptop.reply(second, "Kanarialintu vastauksessa åäö");
            laptop.session()
                    .drafts()
                    .keep(
                            first,
                            new LocalDraft(
                                    laptop.session().commands().ids().newDraft(),
                                    0,
                                    laptop.open(first).latestMessage().id(),
                                    "Kanarialintu luonnoksessa åäö",
                                    Set.of(),
                                    clock.instant()));
            laptop.session().signInAgain("väärä " + SmallBackend.PASSWORD);
            backend.goOffline();
            laptop.awaitConnection(fi.vastine.core.session.Connection.OFFLINE);
            laptop.note(second, "Kanarialintu odottavassa åäö");
            return laptop;
        } finally {
            root.removeHandler(log);
            ours.setLevel(null);
            log.close();
        }
    }

    private Path profiles() {
        return folder.resolve("profiles");
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    private Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> all = Files.walk(profiles())) {
            for (Path each : all.toList()) {
                Path to = copy.resolve(profiles().relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(each, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return copy;
    }

    // Behind the database's own cipher

    private Set<String> inRows(Path people, Laptop laptop) throws IOException, SQLException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> profiles = Files.list(people)) {
            for (Path profile : profiles.filter(Files::isDirectory).toList()) {
                Files.deleteIfExists(profile.resolve("keys/locked"));
                var keyFolder =
                        new KeyFolder(profile.resolve("keys"), laptop.keyStore(), Guard.KEY_STORE, new Json(), clock);
                try (GuardedKeys keys = keyFolder.open()) {
                    for (String store : List.of("outbox", "replica")) {
                        byte[] rows = rows(
                                profile.resolve(store),
                                new StoreKeys(keys.load(store).orElseThrow()));
                        assertThat(rows.length).as(store + " holds something").isGreaterThan(100);
                        found.addAll(CANARIES.in(rows, store));
                    }
                }
            }
        }
        return found;
    }

    /** Every value of every table of a store, as bytes. */
    private static byte[] rows(Path store, StoreKeys keys) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "SA");
        properties.setProperty("password", "");
        properties.setProperty("crypt_key", keys.databaseKey());
        properties.setProperty("crypt_iv", keys.databaseVector());
        properties.setProperty("crypt_type", "AES/CBC/PKCS5Padding");
        properties.setProperty("hsqldb.lock_file", "false");
        var all = new ByteArrayOutputStream();
        try (Connection connection =
                        JDBCDriver.getConnection("jdbc:hsqldb:file:" + store.resolve("store"), properties);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            Object value = rows.getObject(i);
                            all.writeBytes(
                                    value instanceof byte[] bytes
                                            ? bytes
                                            : String.valueOf(value).getBytes(UTF_8));
                        }
                    }
                }
            }
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
        return all.toByteArray();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
