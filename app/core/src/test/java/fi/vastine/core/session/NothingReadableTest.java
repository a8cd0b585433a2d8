package fi.vastine.core.session;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
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
    /** Different in each run, as other programs use the temporary folder too. */
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private static final String MAIL = "kanaria" + RUN + "@example.org";

    private static final List<String> WRITTEN = Stream.concat(
                    Stream.of(
                                    "palautteessa",
                                    "muistiinpanossa",
                                    "luonnoksessa",
                                    "vastauksessa",
                                    "odottavassa",
                                    "huomiossa",
                                    "lomakkeella",
                                    "kirjatussa",
                                    "nimessa",
                                    "osoitteessa",
                                    "kesken",
                                    "perustelussa",
                                    "puhelimessa")
                            .map(NothingReadableTest::canary),
                    Stream.of(MAIL))
            .toList();

    private final Canaries canaries =
            new Canaries(Stream.concat(WRITTEN.stream(), Stream.of(SmallBackend.PASSWORD + RUN))
                    .toList());
    private final Instant begun = Instant.now();
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

        assertThat(canaries.in(amidWork, profiles(), logs())).isEmpty();
        assertThat(canaries.inPassing(begun)).isEmpty();
        assertThat(inRows(amidWork, laptop)).isEmpty();
        assertThat(inRows(copy("after-work"), laptop)).isEmpty();
        assertThat(Files.size(logs().resolve("log"))).as("something was logged").isPositive();
        canaries.tell("A stolen laptop");
    }

    @Test
    void aSealThatLocksNothingIsNoticedBehindTheDatabasesOwnCipher() throws IOException, SQLException {
        try (NoSealing mutant = new NoSealing()) {
            assertThat(mutant).isNotNull();
            Laptop laptop = fill();
            laptop.close();

            // The database's cipher hides it from who looks at the files only.
            assertThat(canaries.in(profiles())).isEmpty();
            assertThat(inRows(copy("after-work"), laptop))
                    .extracting(found -> found.substring(0, found.lastIndexOf(" in ")))
                    .containsAll(WRITTEN);
        }
    }

    @Test
    void theSearchItselfFindsEachForm() throws IOException {
        Path top = Files.createDirectories(folder.resolve("forms"));
        String words = "…" + canary("vastauksessa") + " ja lisää…";
        Files.writeString(top.resolve("plain"), words);
        Files.write(top.resolve("wide"), ("x " + words).getBytes(UTF_16LE));
        Files.write(top.resolve("wide-too"), words.getBytes(UTF_16BE));
        Files.writeString(top.resolve("hex"), HexFormat.of().withUpperCase().formatHex(words.getBytes(UTF_8)));
        for (String before : List.of("", "a", "ab")) {
            Files.writeString(
                    top.resolve("base64-" + before),
                    Base64.getEncoder().encodeToString((before + words).getBytes(UTF_8)));
        }
        try (var zipped = new GZIPOutputStream(Files.newOutputStream(top.resolve("zipped")))) {
            zipped.write(words.getBytes(UTF_8));
        }

        assertThat(canaries.in(top)).hasSize(8);
        assertThat(canaries.inPassing(begun)).isEmpty();
        Path passing = Files.createTempFile("kesken", ".pdf");
        try {
            Files.writeString(passing, words);
            assertThat(canaries.inPassing(begun)).hasSize(1);
        } finally {
            Files.delete(passing);
        }
    }

    private static String canary(String where) {
        return "Kanarialintu " + where + " " + RUN;
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
            CaseId first = backend.receive(SmallBackend.WARD, canary("palautteessa") + " åäö", MAIL);
            CaseId second = backend.receive(SmallBackend.WARD, "Toinen: " + canary("palautteessa"));
            backend.password(SmallBackend.PASSWORD + RUN);
            Laptop laptop = new Laptop(profiles(), backend, clock, "aino");
            laptop.take(laptop.sessions().signIn(backend.address(), "aino", SmallBackend.PASSWORD + RUN, "kannettava"));
            laptop.awaitInStep();
            read(laptop, first);
            write(laptop, first, second);
            enter(laptop);
            laptop.session().signInAgain("väärä " + SmallBackend.PASSWORD + RUN);
            backend.goOffline();
            laptop.awaitConnection(fi.vastine.core.session.Connection.OFFLINE);
            laptop.note(second, canary("odottavassa"));
            return laptop;
        } finally {
            root.removeHandler(log);
            ours.setLevel(null);
            log.close();
        }
    }

    private static void read(Laptop laptop, CaseId caseId) {
        laptop.open(caseId);
        laptop.session().noteContactShown(caseId);
        laptop.session().noteCodesShown(caseId, Reads.Why.CUSTOMER_ASKED);
    }

    private void write(Laptop laptop, CaseId first, CaseId second) {
        Session session = laptop.session();
        laptop.note(first, canary("muistiinpanossa"));
        var stale = new Command.MoveToUnit(SmallBackend.CLINIC, new UnitId("u-muu"), canary("huomiossa"));
        session.commands().submit(first, stale);
        Eventually.until(
                "it needs attention", () -> !session.attention().items().isEmpty());
        laptop.reply(second, canary("vastauksessa"));
        session.drafts()
                .keep(
                        first,
                        new LocalDraft(
                                session.commands().ids().newDraft(),
                                0,
                                laptop.open(first).latestMessage().id(),
                                canary("luonnoksessa"),
                                Set.of(),
                                clock.instant()));
        session.jottings().keep(first, Jottings.What.NOTE, canary("kesken"));
        session.jottings().keep(first, Jottings.What.REASON_TO_MOVE, canary("perustelussa"));
        session.jottings().keep(second, Jottings.What.SAID, canary("puhelimessa"));
    }

    /** One entry that can still be taken back, and a form that is half filled in. */
    private static void enter(Laptop laptop) {
        Entries entries = laptop.session().entries();
        entries.enter(filled(entries.state().form(), canary("kirjatussa")));
        entries.keep(filled(entries.state().form(), canary("lomakkeella")));
    }

    private static EntryForm filled(EntryForm empty, String text) {
        return new EntryForm(
                empty.caseId(),
                empty.message(),
                SmallBackend.WARD,
                Channel.ORAL,
                FeedbackKind.THANKS,
                empty.language(),
                text,
                Way.POST,
                canary("osoitteessa"),
                canary("nimessa"),
                empty.givenOn());
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
                        found.addAll(canaries.in(rows, store));
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
