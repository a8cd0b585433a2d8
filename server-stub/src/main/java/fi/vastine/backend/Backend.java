package fi.vastine.backend;

import fi.vastine.backend.audit.AuditHeads;
import fi.vastine.backend.audit.AuditTrail;
import fi.vastine.backend.commands.CommandEndpoints;
import fi.vastine.backend.delivery.Courier;
import fi.vastine.backend.delivery.Outgoing;
import fi.vastine.backend.erasing.Erasing;
import fi.vastine.backend.erasing.ErasureEndpoints;
import fi.vastine.backend.erasing.Upkeep;
import fi.vastine.backend.feed.ChangesEndpoints;
import fi.vastine.backend.feed.OrganisationWatch;
import fi.vastine.backend.feed.ReadsEndpoint;
import fi.vastine.backend.feed.Waiting;
import fi.vastine.backend.form.AnswerExport;
import fi.vastine.backend.form.Forms;
import fi.vastine.backend.http.ClientAddress;
import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.Health;
import fi.vastine.backend.http.HttpServer;
import fi.vastine.backend.identity.Accounts;
import fi.vastine.backend.identity.Blocks;
import fi.vastine.backend.identity.DeviceEndpoints;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.Sessions;
import fi.vastine.backend.identity.SignInEndpoints;
import fi.vastine.backend.identity.WantedProgram;
import fi.vastine.backend.intake.IntakeEndpoints;
import fi.vastine.backend.intake.IntakeLimits;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.routing.Router;
import fi.vastine.backend.scan.PageEndpoints;
import fi.vastine.backend.store.AccountStore;
import fi.vastine.backend.store.AuditLog;
import fi.vastine.backend.store.CaseExpiry;
import fi.vastine.backend.store.CommandLog;
import fi.vastine.backend.store.Committed;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.DeviceStore;
import fi.vastine.backend.store.DraftReaders;
import fi.vastine.backend.store.Epoch;
import fi.vastine.backend.store.FeedStore;
import fi.vastine.backend.store.Filling;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.MailQueue;
import fi.vastine.backend.store.OrganisationStore;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.backend.store.ScopeVersions;
import fi.vastine.backend.store.SessionStore;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.UuidSource;
import jakarta.servlet.Servlet;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backend, joined from its parts: the database, what it knows of the organisation, and its endpoints.
 *
 * <p>Building it opens the database; {@link #start} lets requests in; closing lets them end and closes the database. Once
 * closed it is done with: a new one on the same folder goes on from there. Thread safe.
 */
public final class Backend implements AutoCloseable {
    private final BackendSettings settings;
    private final InstantSource clock;
    private final Json json = new Json();
    private final UuidSource ids;
    private final Database database;
    private final Ledger ledger;
    private final Epoch epoch;
    private final DeviceStore devices;
    private final Blocks blocks;
    private final Erasing erasing;
    private final Upkeep upkeep;
    private final WantedProgram wanted;
    private final Directory directory;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Waiting waiting;
    private final Writer writer;
    private final ReferenceDocuments reference;
    private final OrganisationWatch watch;
    private final MailQueue mails;
    private final Courier courier;
    private final AuditHeads auditHeads;
    private final AuditTrail audit;
    private final ChangesEndpoints changes;
    private final AnswerExport answers;
    private final List<Endpoints> endpoints;
    private @Nullable HttpServer server;
    private boolean closed;

    /**
     * Opens the database and joins the parts.
     *
     * @throws fi.vastine.backend.store.DatabaseUnavailable when the database cannot be opened
     */
    public Backend(BackendSettings settings, InstantSource clock) {
        this(settings, Ground.of(settings, clock));
    }

    /** Joins the parts on other ground. */
    public Backend(BackendSettings settings, Ground ground) {
        InstantSource clock = ground.clock();
        this.settings = settings;
        this.clock = clock;
        this.ids = new UuidSource(clock, ground.random());

        this.database = ground.database();
        this.ledger = ground.ledger();
        this.epoch = new Epoch(database);
        if (ledger.isAheadOf(epoch.name(), epoch.changeNo())) {
            epoch.renew();
        }
        ledger.saw(epoch.name(), epoch.changeNo());
        var feed = new FeedStore(database);
        var commandLog = new CommandLog(database);

        this.wanted = new WantedProgram(settings.folder(), json, clock);
        this.directory = new Directory(
                new OrganisationStore(database.jdbi()),
                new ScopeVersions(database.jdbi()),
                clock,
                settings.leaseDays(),
                wanted::now);
        this.accounts = new Accounts(new AccountStore(database.jdbi()), ground.passwords(), clock);
        this.devices = new DeviceStore(database.jdbi());

        this.waiting = new Waiting(directory, feed);
        var auditLog = new AuditLog(database);
        this.auditHeads = new AuditHeads(settings.ledger().resolve("audit-heads"), clock);
        auditHeads.saw(auditLog.head());
        this.writer = ground.writing().begin(database, json, this::committed);
        this.blocks = new Blocks(ledger, devices, writer, clock);
        this.sessions = new Sessions(
                new SessionStore(database.jdbi()),
                devices,
                blocks,
                clock,
                ids,
                epoch.name(),
                person -> !directory.scope(person).roles().isEmpty());
        this.audit = new AuditTrail(auditLog, auditHeads, writer, directory, clock);
        this.erasing = new Erasing(ledger, writer, clock);
        erasing.carryOutAll();
        this.upkeep = new Upkeep(
                ledger, epoch, database, erasing, new CaseExpiry(database, writer), settings.retention(), clock);
        this.reference = new ReferenceDocuments(database, json);
        this.watch = new OrganisationWatch(directory, reference, new DraftReaders(database, writer), writer, waiting);

        this.mails = new MailQueue(database.jdbi());
        this.courier = new Courier(mails, writer, ledger, settings.mail(), clock);

        var router = new Router(directory, reference, new DueDates(WorkingDays.finnish()));
        var addresses = new ClientAddress(settings.http().trustedProxies());
        this.changes = new ChangesEndpoints(directory, feed, waiting, json, settings.patience());
        this.answers = new AnswerExport(feed, json, directory, reference, writer, clock);
        this.endpoints = List.of(
                new Health(database::answers, courier::oldestWaits),
                new SignInEndpoints(accounts, sessions, addresses, commandLog::lastSeq, settings.recoveryKey()),
                new IntakeEndpoints(
                        writer,
                        router::received,
                        new IntakeLimits(settings.feedbackPerSender(), settings.feedbackInAll(), System::nanoTime),
                        addresses,
                        settings.http().allowedOrigins(),
                        clock,
                        ids),
                new CommandEndpoints(
                        writer,
                        commandLog,
                        json,
                        directory,
                        reference,
                        router,
                        new Outgoing(mails, ledger),
                        erasing::withdrawn,
                        clock,
                        wanted),
                changes,
                new ErasureEndpoints(directory, erasing, devices),
                new DeviceEndpoints(directory, devices, blocks),
                new ReadsEndpoint(writer, clock),
                new PageEndpoints(writer, directory, clock));
    }

    /** Lets requests in; throws {@link IllegalStateException} once stopped. */
    public synchronized void start() {
        if (closed) {
            throw new IllegalStateException("The backend has been stopped; build a new one.");
        }
        if (server == null) {
            watch.start();
            server = requests();
            server.start();
            courier.start();
            upkeep.start();
        }
    }

    /** Takes requests that are handed over on the caller's thread, without listening and without threads of its own. */
    public Servlet unheard() {
        return requests().servlet();
    }

    /** Does once, on the caller's thread, what the backend's threads do over and over once it is started. */
    public void step() {
        look();
        courier.round();
        upkeep.round();
    }

    /** Of {@link #step} what is done every second: looks whether the organisation is another one, or the day. */
    public void look() {
        watch.look();
    }

    private void committed(Committed commit) {
        waiting.announce(commit);
        auditHeads.saw(commit.audit());
    }

    private HttpServer requests() {
        return new HttpServer(settings.http(), json, ids, sessions, endpoints);
    }

    /** Every method with the path it answers. */
    List<String> endpoints() {
        return requests().endpoints();
    }

    /** The port it listens on; throws {@link IllegalStateException} before it does. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("The backend does not listen yet.");
        }
        return server.port();
    }

    /** Takes no more requests, lets those under way end, and closes the database. The same as {@link #close}. */
    public void stop() {
        close();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        waiting.close();
        if (server != null) {
            server.close();
        }
        changes.close();
        courier.close();
        watch.close();
        writer.close();
        upkeep.close();
        auditHeads.close();
        database.close();
    }

    /** The organisation: people, units, grants and substitutes; what is put there is in the feed within a second. */
    public Directory directory() {
        return directory;
    }

    /** Who can sign in. */
    public Accounts accounts() {
        return accounts;
    }

    /** Who read and did what. */
    public AuditTrail audit() {
        return audit;
    }

    /** The organisation's laptops. */
    public DeviceStore devices() {
        return devices;
    }

    /** Blocks a laptop, for good. */
    public Blocks blocks() {
        return blocks;
    }

    /** Erases cases. */
    public Erasing erasing() {
        return erasing;
    }

    /** What is done each day, when it is to be done now. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /**
     * A backup was restored that the ledger has not noticed by itself: laptops begin anew.
     *
     * <p>As it does not know what has left since that backup, what waits to be mailed may have left, and so may what laptops offer
     * again: whether it has is asked of a person.
     */
    public void restored() {
        ledger.missedRestore(clock.instant());
        mails.waiting().forEach(reply -> ledger.mail(reply, Ledger.Mail.BEGUN));
        epoch.renew();
    }

    /** The organisation's forms. */
    public Forms forms() {
        return new Forms(reference, writer);
    }

    /** What customers answered, for the organisation itself. */
    public AnswerExport answers() {
        return answers;
    }

    /** Fills an empty backend with cases and what they refer to. */
    public Filling filling() {
        return new Filling(writer, reference);
    }
}
