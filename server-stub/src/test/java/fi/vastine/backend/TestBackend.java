package fi.vastine.backend;

import fi.vastine.backend.commands.CommandEndpoints;
import fi.vastine.backend.erasing.Erasing;
import fi.vastine.backend.erasing.ErasureEndpoints;
import fi.vastine.backend.feed.ChangesEndpoints;
import fi.vastine.backend.feed.OrganisationWatch;
import fi.vastine.backend.feed.ReadsEndpoint;
import fi.vastine.backend.feed.Waiting;
import fi.vastine.backend.http.HttpServer;
import fi.vastine.backend.http.HttpSettings;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.identity.Blocks;
import fi.vastine.backend.identity.DeviceEndpoints;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.TestClock;
import fi.vastine.backend.identity.WantedProgram;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.routing.Router;
import fi.vastine.backend.scan.PageEndpoints;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.AuditLog;
import fi.vastine.backend.store.CommandLog;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.DeviceStore;
import fi.vastine.backend.store.DraftReaders;
import fi.vastine.backend.store.Epoch;
import fi.vastine.backend.store.FeedStore;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.OrganisationStore;
import fi.vastine.backend.store.Reference;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.backend.store.Samples;
import fi.vastine.backend.store.ScopeVersions;
import fi.vastine.backend.store.TestDatabase;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The part of the backend that laptops talk with, over loopback, and a small county in it. Whoever asks shows a token that
 * says who she is: {@code person/device}.
 */
public final class TestBackend implements AutoCloseable {
    public static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final UnitId COUNTY = new UnitId("alue");
    public static final UnitId WARD = new UnitId("osasto-1");
    public static final UnitId CLINIC = new UnitId("vastaanotto");
    public static final PersonId AINO = new PersonId("p-aino");
    public static final PersonId BO = new PersonId("p-bo");
    public static final PersonId SUBSTITUTE = new PersonId("p-sijainen");
    public static final PersonId COLLECTOR = new PersonId("p-keraaja");
    public static final PersonId QUALITY = new PersonId("p-laatu");
    public static final PersonId LEADER = new PersonId("p-johtaja");
    public static final PersonId COLLEAGUE = new PersonId("p-kollega");
    public static final PersonId ADMIN = new PersonId("p-paakayttaja");
    public static final ThemeId QUEUE = new ThemeId("jonottaminen");

    public final TestClock clock = new TestClock(MORNING);
    public final Json json = new Json();
    public final Database database;
    public final Writer writer;
    public final FeedStore feed;
    public final Directory directory;
    public final ReferenceDocuments reference;
    public final Router router;
    public final List<ReplyId> queued = new CopyOnWriteArrayList<>();
    public final TestClient client;
    public final Ledger ledger;
    public final Erasing erasing;
    public final DeviceStore devices;
    public final Blocks blocks;
    private final Waiting waiting;
    private final OrganisationWatch watch;
    private final ChangesEndpoints changes;
    private final HttpServer server;

    public TestBackend(Path folder) {
        this(folder, Duration.ofSeconds(55));
    }

    public TestBackend(Path folder, Duration patience) {
        this(Database.inFolder(folder), folder, patience);
    }

    public TestBackend(TestDatabase kind, Path folder) {
        this(kind.open(folder), folder, Duration.ofSeconds(55));
    }

    private TestBackend(Database database, Path folder, Duration patience) {
        UuidSource ids = new UuidSource(clock, RandomGenerator.getDefault());
        this.database = database;
        new Epoch(database);
        directory = new Directory(
                new OrganisationStore(database.jdbi()), new ScopeVersions(database.jdbi()), clock, 14, Optional::empty);
        feed = new FeedStore(database);
        waiting = new Waiting(directory, feed);
        writer = new Writer(database, json, waiting::announce);
        ledger = Ledger.in(folder.resolve("ledger"));
        erasing = new Erasing(ledger, writer, clock);
        erasing.carryOutAll();
        devices = new DeviceStore(database.jdbi());
        blocks = new Blocks(ledger, devices, writer, clock);
        reference = new ReferenceDocuments(database, json);
        if (directory.organisation().units().isEmpty()) {
            settle();
        }
        watch = new OrganisationWatch(directory, reference, new DraftReaders(database, writer), writer, waiting);
        watch.start();
        router = new Router(directory, reference, new DueDates(WorkingDays.finnish()));
        changes = new ChangesEndpoints(directory, feed, waiting, json, patience);
        var commands = new CommandEndpoints(
                writer,
                new CommandLog(database),
                json,
                directory,
                reference,
                router,
                (transaction, written, reply) -> queued.add(reply),
                erasing::withdrawn,
                clock,
                new WantedProgram(folder, json, clock));
        server = new HttpServer(
                HttpSettings.loopback(),
                json,
                ids,
                TestBackend::signedIn,
                List.of(
                        commands,
                        changes,
                        new ReadsEndpoint(writer, clock),
                        new PageEndpoints(writer, directory, clock),
                        new ErasureEndpoints(directory, erasing, devices),
                        new DeviceEndpoints(directory, devices, blocks)));
        server.start();
        client = new TestClient(server.port());
    }

    public int port() {
        return server.port();
    }

    /** Feedback that asks for a reply by mail and has come in to a unit. */
    public FeedbackCase comesIn(UnitId unit, String text) {
        return comesIn(unit, text, new ReplyWish(Way.MAIL, "asiakas@example.fi", null));
    }

    public FeedbackCase comesIn(UnitId unit, String text, @Nullable ReplyWish wish) {
        var origin = new Origin(Channel.WEB, Language.FI, clock.instant(), Answers.NONE, null);
        FeedbackCase fresh =
                Samples.received(new CaseId(UUID.randomUUID()), unit, origin, FeedbackKind.CRITICISM, text, wish);
        return writer.write(transaction -> transaction.add(router.received(fresh)));
    }

    /** The case as the backend holds it. */
    public FeedbackCase stored(CaseId id) {
        FeedbackCase found = writer.write(transaction -> transaction.find(id).orElse(null));
        if (found == null) {
            throw new AssertionError("no such case");
        }
        return found;
    }

    /** Waits until so many desktops wait for news. */
    public void awaitWaiting(int desktops) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (waiting.size() != desktops) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(waiting.size() + " desktops wait, not " + desktops);
            }
            Thread.onSpinWait();
        }
    }

    /** The audit log from its beginning. */
    public List<AuditEntry> audited() {
        List<AuditEntry> all = new ArrayList<>();
        new AuditLog(database).search(new AuditLog.Search(null, null), row -> all.add(row.entry()));
        return all;
    }

    public TestLaptop laptopOf(PersonId person) {
        return laptopOf(person, new DeviceId(UUID.randomUUID()));
    }

    public TestLaptop laptopOf(PersonId person, DeviceId device) {
        return new TestLaptop(this, person, device);
    }

    @Override
    public void close() {
        waiting.close();
        client.close();
        server.close();
        changes.close();
        watch.close();
        writer.close();
        database.close();
    }

    private static SignedIn signedIn(String token) {
        String[] parts = token.split("/", 2);
        return new SignedIn(new PersonId(parts[0]), DeviceId.of(parts[1]), "session");
    }

    private void settle() {
        LocalDate began = LocalDate.of(2026, 1, 1);
        directory.put(
                List.of(
                        person(AINO),
                        person(BO),
                        person(SUBSTITUTE),
                        person(COLLECTOR),
                        person(QUALITY),
                        person(LEADER),
                        person(COLLEAGUE),
                        person(ADMIN)),
                List.of(
                        new Unit(COUNTY, null, 1, names("Järvilaakso"), null, null),
                        new Unit(WARD, COUNTY, 2, names("Osasto 1"), AINO, null),
                        new Unit(CLINIC, COUNTY, 2, names("Vastaanotto"), BO, null)),
                List.of(
                        new Grant(COLLECTOR, Role.COLLECTOR, WARD, began, null),
                        new Grant(QUALITY, Role.QUALITY, COUNTY, began, null),
                        new Grant(LEADER, Role.LEADER, COUNTY, began, null),
                        new Grant(COLLEAGUE, Role.HANDLER, WARD, began, null),
                        new Grant(ADMIN, Role.ADMIN, COUNTY, began, null)),
                List.of(new Substitution(AINO, SUBSTITUTE, TODAY.minusDays(20), TODAY.minusDays(10))));
        reference.put(
                writer,
                new Reference(
                        List.of(),
                        List.of(),
                        List.of(new Theme(QUEUE, names("jonottaminen"))),
                        List.of(),
                        List.of(new DueRule("lupaus", 1, 7, null, null, null, began))));
    }

    private static Person person(PersonId id) {
        return new Person(id, "Testi " + id.value(), null);
    }

    private static Names names(String name) {
        return new Names(name, name, name);
    }
}
