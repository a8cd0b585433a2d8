package fi.vastine.simulation.office;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.store.Reference;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import fi.vastine.core.session.ServerAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The backend of a small county and its people; mails land in a folder. */
final class Office implements AutoCloseable {
    static final UnitId COUNTY = new UnitId("alue");
    static final UnitId WARD = new UnitId("osasto-2");
    static final UnitId CLINIC = new UnitId("vastaanotto");
    static final PersonId AINO = new PersonId("aino");
    static final PersonId BO = new PersonId("bo");
    static final PersonId SUBSTITUTE = new PersonId("saara");
    static final PersonId QUALITY = new PersonId("kaisa");
    static final PersonId COLLECTOR = new PersonId("elias");
    static final PersonId ADMINISTRATOR = new PersonId("os:test");
    static final ThemeId QUEUE = new ThemeId("jonottaminen");
    static final String PASSWORD = "kevätsade-2026";

    private final Path folder;
    private final HttpClient web = HttpClient.newHttpClient();
    private Backend backend;
    private final int port;

    Office(Path folder) {
        this.folder = folder;
        this.backend = new Backend(settings(), Clock.systemUTC());
        settle();
        backend.start();
        this.port = backend.port();
    }

    /** A new laptop of a person. */
    Laptop laptopOf(PersonId person) {
        Path profile = folder.resolve("laptops").resolve(person.value() + System.nanoTime());
        return Laptop.signedIn(profile, address(), person.value(), PASSWORD);
    }

    /** The address at which laptops find the backend. */
    ServerAddress address() {
        return new ServerAddress(URI.create("http://127.0.0.1:" + port));
    }

    int port() {
        return port;
    }

    /** The program's own forms can be asked. */
    void hasForms() {
        backend.forms().addShipped();
    }

    /** Cases of earlier years, so many, for a first download to take its time. */
    void fill(UnitId unit, int cases) {
        backend.filling().add(IntStream.range(0, cases).mapToObj(number -> earlier(unit, number)));
    }

    /** A customer sends the web form of a unit and wishes for a reply by mail. */
    void feedback(String unit, String text) {
        post("""
                {"unit":"%s","kind":"CRITICISM","language":"fi","text":"%s",
                 "contact":{"way":"MAIL","address":"asiakas@esimerkki.example"}}""".formatted(unit, text));
    }

    /** A customer leaves only a phone number. */
    void feedbackByPhone(String unit, String text) {
        post("""
                {"unit":"%s","kind":"QUESTION","language":"fi","text":"%s",
                 "contact":{"way":"PHONE","address":"040 000 0012"}}""".formatted(unit, text));
    }

    /** The texts of the mails that have left, in no order. */
    List<String> mails() {
        Path folderOfMails = folder.resolve("backend").resolve("mails");
        if (Files.notExists(folderOfMails)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folderOfMails)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Letters::text)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The customers have taken their mails away. */
    List<String> takeMails() {
        List<String> taken = mails();
        try (Stream<Path> files = Files.list(folder.resolve("backend").resolve("mails"))) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return taken;
    }

    /** From today on somebody stands in for a person, for a week. */
    void away(PersonId person, PersonId substitute) {
        LocalDate today = backend.directory().today();
        backend.directory().substitute(new Substitution(person, substitute, today, today.plusDays(7)));
    }

    /** The backend is gone, as far as anyone on a laptop can tell. */
    void stop() {
        backend.close();
    }

    /** An administrator has a case erased. */
    void erase(CaseId id) {
        backend.erasing().erase(id, ADMINISTRATOR, null);
        backend.upkeep().compact();
    }

    /** Waits until every laptop has said that it has erased what was to be. */
    void everyLaptopHasErased() {
        Eventually.holds(() -> backend.devices().all().stream().allMatch(each -> each.erasuresOpen() == 0));
    }

    /** An administrator blocks every laptop on which a person is signed in. */
    void blockLaptopsOf(PersonId person) {
        backend.devices().all().stream()
                .filter(each -> each.people().contains(person))
                .forEach(each -> backend.blocks().block(each.id(), ADMINISTRATOR, null));
    }

    /** All files of laptops and backend in which a word stands as it is. */
    List<Path> filesWith(String word) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> holds(each, word))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.contains(word) || text.replace("\0", "").contains(word);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The database as it is now is put aside; the backend must have been stopped. */
    void backUp() {
        copyDatabase(database(), folder.resolve("backup"));
    }

    /** The database becomes what was put aside; the backend must have been stopped. */
    void restore() {
        copyDatabase(folder.resolve("backup"), database());
    }

    private Path database() {
        return folder.resolve("backend");
    }

    /** As whoever runs the backend does it: the database's files, and not its ledger. */
    private static void copyDatabase(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (Path each : databaseFiles(to)) {
                Files.delete(each);
            }
            for (Path each : databaseFiles(from)) {
                Files.copy(each, to.resolve(each.getFileName()));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> databaseFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().startsWith("vastine."))
                    .toList();
        }
    }

    /** The backend is there again, at the same address with the same data. */
    void startAgain() {
        backend = new Backend(settings().onPort(port), Clock.systemUTC());
        backend.start();
    }

    @Override
    public void close() {
        backend.close();
        web.close();
    }

    private BackendSettings settings() {
        return BackendSettings.loopback(folder.resolve("backend")).withFeedbackLimits(1_000_000, 1_000_000);
    }

    private void post(String form) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/feedback"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<String> answer = web.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void settle() {
        LocalDate began = LocalDate.of(2026, 1, 1);
        List<PersonId> people = List.of(AINO, BO, SUBSTITUTE, QUALITY, COLLECTOR);
        backend.directory()
                .put(
                        people.stream().map(Office::person).toList(),
                        List.of(
                                new Unit(COUNTY, null, 1, names("Järvilaakso"), null, null),
                                new Unit(WARD, COUNTY, 2, names("Osasto 2 Lehtola"), AINO, null),
                                new Unit(CLINIC, COUNTY, 2, names("Vastaanotto"), BO, null)),
                        List.of(
                                new Grant(BO, Role.HANDLER, CLINIC, began, null),
                                new Grant(AINO, Role.HANDLER, WARD, began, null),
                                new Grant(COLLECTOR, Role.COLLECTOR, WARD, began, null),
                                new Grant(QUALITY, Role.QUALITY, COUNTY, began, null)),
                        List.of());
        people.forEach(each -> backend.accounts().put(each, each.value(), PASSWORD));
        backend.filling()
                .put(new Reference(
                        List.of(),
                        List.of(),
                        List.of(new Theme(QUEUE, names("jonottaminen"))),
                        List.of(),
                        List.of(new DueRule("lupaus", 1, 7, null, null, null, began))));
    }

    private static FeedbackCase earlier(UnitId unit, int number) {
        Instant at = Instant.parse("2026-03-02T09:00:00Z").plusSeconds(60L * number);
        return new FeedbackCase(
                new CaseId(new UUID(0x0193_0000_0000_7000L + number, 0x8000_0000_0000_0000L | number)),
                0,
                unit,
                new Origin(Channel.WEB, Language.FI, at, Answers.NONE, null),
                FeedbackKind.CRITICISM,
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(new UUID(9, number)), at, "Aiempi palaute " + number)),
                new ReplyWish(Way.MAIL, "asiakas@esimerkki.example", null),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of());
    }

    private static Person person(PersonId id) {
        return new Person(id, "Testi " + id.value(), "osastonhoitaja");
    }

    private static Names names(String name) {
        return new Names(name, name, name);
    }
}
