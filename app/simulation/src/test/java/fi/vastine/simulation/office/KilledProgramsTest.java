package fi.vastine.simulation.office;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.PersonId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.http.Patience;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.SignInResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Laptop and backend as programs of their own, which talk over loopback and are killed at moments that a seed chooses.
 *
 * <p>{@code -Dkills=200} for so many kills instead of ten, {@code -Dkills.seed=…} for other moments.
 */
class KilledProgramsTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledProgramsTest.class);
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long SEED = Long.getLong("kills.seed", 20_261_125);
    private static final int EARLIER_CASES = 600;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();
    private final HttpClient web = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Office office;
    private Program backend;
    private int kills;
    private int begunAnew;
    private int customers;

    private enum Victim {
        LAPTOP,
        BACKEND,
        BOTH,
        NEW_LAPTOP
    }

    @BeforeEach
    void begin() throws Exception {
        office = new Office(folder.resolve("office"));
        office.fill(Office.WARD, EARLIER_CASES);
        office.stop();
        backend = startBackend();
    }

    @AfterEach
    void end() throws Exception {
        backend.kill();
        web.close();
    }

    @Test
    void nothingThatWasSaidToBeKeptIsLostOrDoubledWhoeverIsKilled() throws Exception {
        for (int round = 1; kills < KILLS; round++) {
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            try {
                kill(victim, round);
            } catch (AssertionError e) {
                throw new AssertionError("kills.seed %d, round %d, %s".formatted(SEED, round, victim), e);
            }
        }
        laptopsShowTheSame();
        assertThat(office.mails()).doesNotHaveDuplicates();
        LOG.info(
                "{} kills survived, {} things said to be kept, {} first downloads begun anew, {} replies, {} mails",
                kills,
                ledger.size(),
                begunAnew,
                ledger.repliesSaid().size(),
                office.mails().size());
    }

    private void kill(Victim victim, int round) throws Exception {
        if (victim == Victim.NEW_LAPTOP) {
            Path fresh = folder.resolve("new-" + round);
            Program laptop = startLaptop(fresh, Office.QUALITY, round);
            laptop.awaitLines(1);
            laptop.run(random.nextInt(1_500));
            kills++;
            ledger.enter(laptop.kill());
            try (Session session = started(fresh, Office.QUALITY)) {
                inStep(session);
                ledger.holds(session);
            }
            return;
        }
        Program laptop = startLaptop(ainos(), Office.AINO, round);
        laptop.awaitLines(3);
        feedbackComesIn();
        amidWriting(laptop);
        if (victim != Victim.LAPTOP) {
            backend.kill();
            kills++;
        }
        if (victim == Victim.BACKEND) {
            backend = startBackend();
            feedbackComesIn();
            amidWriting(laptop);
        }
        ledger.enter(laptop.kill());
        kills++;
        if (victim == Victim.BOTH) {
            backend = startBackend();
        }
        reopened();
    }

    /** Lets a person write on for some lines, or a program run for some moments. */
    private void amidWriting(Program laptop) throws InterruptedException {
        if (random.nextBoolean()) {
            laptop.awaitLines(laptop.lines() + random.nextInt(80));
        } else {
            laptop.run(random.nextInt(800));
        }
    }

    /** The person starts the program again, and everything heals by itself. */
    private void reopened() {
        try (Session session = started(ainos(), Office.AINO)) {
            inStep(session);
            ledger.holds(session);
            ledger.holdsDrafts(session);
            assertThat(session.attention().items()).isEmpty();
        }
    }

    private Session started(Path profile, PersonId person) {
        var sessions = Laptop.sessions(profile, Patience.USUAL);
        SignInResult result = sessions.resume();
        if (result instanceof SignInResult.NobodyYet) {
            result = sessions.signIn(office.address(), person.value(), Office.PASSWORD, "LT");
        }
        assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
        SignInResult.SignedIn in = (SignInResult.SignedIn) result;
        if (in.session().syncState().firstPull() != null) {
            begunAnew++;
        }
        return in.session();
    }

    private static void inStep(Session session) {
        session.syncNow();
        Eventually.told(
                session::onSyncState, state -> state.waiting().isEmpty() && state.connection() == Connection.ONLINE);
        // What was sent has changed the cases: they are fetched once more.
        Instant sent = CLOCK.instant();
        session.syncNow();
        Eventually.told(session::onSyncState, state -> {
            Instant updatedAt = state.updatedAt();
            return state.firstPull() == null && updatedAt != null && updatedAt.isAfter(sent);
        });
    }

    private void laptopsShowTheSame() {
        try (Session aino = started(ainos(), Office.AINO);
                Session other = started(folder.resolve("other"), Office.AINO)) {
            inStep(aino);
            inStep(other);
            ledger.holds(aino);
            assertThat(cases(other)).isEqualTo(cases(aino));
        }
    }

    private static Set<FeedbackCase> cases(Session session) {
        Set<FeedbackCase> all = new HashSet<>();
        for (CaseRow row : session.book().rows()) {
            all.add(session.open(row.id()).orElseThrow());
        }
        return all;
    }

    private Path ainos() {
        return folder.resolve("aino");
    }

    private Program startLaptop(Path profile, PersonId person, int round) throws IOException {
        return Program.start(
                LaptopProcess.class,
                profile.toString(),
                office.address().toString(),
                person.value(),
                Long.toString(SEED + round));
    }

    private Program startBackend() throws Exception {
        Program started = Program.start(
                BackendProcess.class,
                folder.resolve("office").resolve("backend").toString(),
                Integer.toString(office.port()));
        started.awaitLines(1);
        return started;
    }

    private void feedbackComesIn() throws Exception {
        String text = "Odotin kaksi tuntia, " + ++customers;
        var form = HttpRequest.newBuilder(URI.create(office.address() + "/v1/feedback"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"unit\":\"%s\",\"text\":\"%s\"}".formatted(Office.WARD.value(), text),
                        StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> answer = web.send(form, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        ledger.received(text);
    }
}
