package fi.vastine.backend.erasing;

import static fi.vastine.backend.TestBackend.ADMIN;
import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.BO;
import static fi.vastine.backend.TestBackend.CLINIC;
import static fi.vastine.backend.TestBackend.QUALITY;
import static fi.vastine.backend.TestBackend.WARD;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.CaseExpiry;
import fi.vastine.backend.store.SessionStore;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.wire.Devices;
import fi.vastine.contract.wire.Erasures;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.PullLine.ForgetLine;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import fi.vastine.contract.wire.PullRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased, or kept long enough, is gone for good. */
class ErasureTest {
    private static final String CANARY = "Kanarialintu-7431 lauloi";

    @TempDir
    Path folder;

    private TestBackend backend;
    private TestLaptop aino;

    @BeforeEach
    void open() {
        backend = new TestBackend(folder);
        aino = backend.laptopOf(AINO);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void anErasedCaseLeavesFiguresAndNothingThatAnybodyWrote() throws IOException {
        FeedbackCase filed = backend.comesIn(WARD, CANARY);
        aino.does(filed.id(), new Command.AddNote(new NoteId(UUID.randomUUID()), CANARY + " taas."));

        assertThat(erase(ADMIN, filed.id())).isEqualTo(204);
        backend.database.compact();

        assertThat(backend.writer.<Boolean>write(
                        transaction -> transaction.find(filed.id()).isEmpty()))
                .isTrue();
        assertThat(count("figures_of_erased")).isEqualTo(1);
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(filesWith("osasto-1")).isNotEmpty();
    }

    @Test
    void everyLaptopIsToldUntilItSaysThatItIsDone() {
        FeedbackCase filed = backend.comesIn(WARD, CANARY);
        TestLaptop bo = backend.laptopOf(BO);
        new SessionStore(backend.database.jdbi()).register(bo.device, "kannettava", backend.clock.instant());
        erase(ADMIN, filed.id());

        ForgetLine told = erasuresTold(bo).getFirst();
        assertThat(told.caseId()).isEqualTo(filed.id());
        assertThat(erasuresTold(bo)).containsExactly(told);
        assertThat(backend.devices.all().getFirst().erasuresOpen()).isEqualTo(1);

        backend.client.postAs(bo.token(), "/v1/erasures/done", new Erasures.Done(told.changeNo()));

        assertThat(erasuresTold(bo)).isEmpty();
        assertThat(backend.devices.all().getFirst().erasuresOpen()).isZero();
    }

    @Test
    void aLaptopWhoseDiskIsPutBackToBeforeIsToldOnceMore() {
        FeedbackCase filed = backend.comesIn(WARD, CANARY);
        new SessionStore(backend.database.jdbi()).register(aino.device, "kannettava", backend.clock.instant());
        TestLaptop.Pulled before = aino.pullAll(100);
        PullRequest fromImage = before.next(0, 100);
        erase(ADMIN, filed.id());
        ForgetLine told = aino.pull(fromImage).all(ForgetLine.class).getFirst();
        backend.client.postAs(aino.token(), "/v1/erasures/done", new Erasures.Done(told.changeNo()));

        TestLaptop.Pulled again = aino.pull(fromImage);

        assertThat(again.all(ForgetLine.class)).containsExactly(told);
        assertThat(aino.pull(again.next(0, 100)).all(ForgetLine.class)).isEmpty();
    }

    @Test
    void aLaptopCannotSayThatErasuresToComeAreDone() {
        TestLaptop bo = backend.laptopOf(BO);
        new SessionStore(backend.database.jdbi()).register(bo.device, "kannettava", backend.clock.instant());
        backend.client.postAs(bo.token(), "/v1/erasures/done", new Erasures.Done(Long.MAX_VALUE));
        FeedbackCase filed = backend.comesIn(WARD, CANARY);

        erase(ADMIN, filed.id());

        assertThat(erasuresTold(bo)).extracting(ForgetLine::caseId).containsExactly(filed.id());
        assertThat(backend.devices.all().getFirst().erasuresOpen()).isEqualTo(1);
    }

    @Test
    void aCommandForAnErasedCaseIsGoneAndSoIsItsRepeat() {
        FeedbackCase filed = backend.comesIn(WARD, CANARY);
        Envelope before = aino.envelope(filed.id(), new Command.AddNote(new NoteId(UUID.randomUUID()), "Soitan."));
        aino.push(before);
        erase(ADMIN, filed.id());

        assertThat(aino.push(before).getFirst().outcome()).isEqualTo(new Outcome.Gone());
        assertThat(aino.does(filed.id(), new Command.ThankTeam())).isEqualTo(new Outcome.Gone());
        assertThat(aino.does(filed.id(), EraseSamples.entry(WARD, CANARY))).isEqualTo(new Outcome.Gone());
    }

    @Test
    void whoOrdersAnErasureOrABlockIsInTheAuditLogWithHerDevice() {
        FeedbackCase filed = backend.comesIn(WARD, CANARY);
        TestLaptop admin = backend.laptopOf(ADMIN);

        backend.client.postAs(admin.token(), "/v1/erasures", new Erasures.Order(filed.id()));
        backend.client.postAs(admin.token(), "/v1/devices/block", new Devices.Block(aino.device));

        Instant now = backend.clock.instant();
        assertThat(backend.audited())
                .containsExactly(
                        AuditEntry.order("erase-case", "ordered", ADMIN, admin.device, filed.id(), now),
                        AuditEntry.order("block-device", "device " + aino.device, ADMIN, admin.device, null, now));
    }

    @Test
    void whatIsErasedOnTheLedgersWordAfterACrashIsInTheAuditLogToo() {
        FeedbackCase filed = backend.comesIn(WARD, CANARY);
        backend.ledger.erase(filed.id(), backend.clock.instant());
        backend.close();
        backend = new TestBackend(folder);
        backend.close();
        backend = new TestBackend(folder);

        assertThat(backend.audited())
                .singleElement()
                .satisfies(entry -> assertThat(List.of(entry.what(), String.valueOf(entry.outcome())))
                        .containsExactly("erase-case", "of the ledger"));
    }

    @Test
    void onlyAnAdministratorErases() {
        FeedbackCase filed = backend.comesIn(WARD, CANARY);

        assertThat(erase(QUALITY, filed.id())).isEqualTo(403);
        assertThat(erase(AINO, filed.id())).isEqualTo(403);

        assertThat(backend.stored(filed.id()).feedback().text()).isEqualTo(CANARY);
    }

    @Test
    void aDatabaseThatHasForgottenAnErasureIsTaughtItBeforeItAnswers() {
        FeedbackCase filed = backend.comesIn(WARD, CANARY);
        CaseId onLaptopsOnly = new CaseId(UUID.randomUUID());
        backend.ledger.erase(filed.id(), backend.clock.instant());
        backend.ledger.erase(onLaptopsOnly, backend.clock.instant());
        backend.close();

        backend = new TestBackend(folder);

        assertThat(backend.laptopOf(AINO).pullAll(100).caseIds()).doesNotContain(filed.id());
        assertThat(erasuresTold(backend.laptopOf(BO)))
                .extracting(ForgetLine::caseId)
                .containsExactly(filed.id(), onLaptopsOnly);
    }

    @Test
    void afterItsTimeContactGoesFirstThenTextAndFiguresStay() {
        FeedbackCase filed = backend.comesIn(CLINIC, CANARY, new ReplyWish(Way.PHONE, "040 000 0012", "Kanaria"));
        TestLaptop bo = backend.laptopOf(BO);
        assertThat(bo.does(
                        filed.id(),
                        new Command.RecordAnswer(
                                new ReplyId(UUID.randomUUID()),
                                filed.feedback().id(),
                                Way.PHONE,
                                "Kerroin: " + CANARY,
                                null)))
                .isInstanceOf(Outcome.Applied.class);
        FeedbackCase answered = backend.stored(filed.id());
        backend.clock.pass(Duration.ofDays(100));
        Instant now = backend.clock.instant();
        CaseExpiry expiry = new CaseExpiry(backend.database, backend.writer);

        assertThat(expiry.expire(now.minus(Duration.ofDays(90)), Instant.EPOCH, now))
                .isEqualTo(1);
        FeedbackCase withoutContact = backend.stored(filed.id());
        assertThat(withoutContact.replyWish()).isEqualTo(new ReplyWish(Way.PHONE, "", null));
        assertThat(withoutContact.feedback().text()).isEqualTo(CANARY);

        assertThat(expiry.expire(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(90)), now))
                .isEqualTo(1);
        FeedbackCase left = backend.stored(filed.id());
        assertThat(backend.json.write(left)).doesNotContain("Kanaria");
        assertThat(left.origin()).isEqualTo(answered.origin());
        assertThat(left.status()).isEqualTo(answered.status());
        assertThat(left.replies()).hasSize(1);
        assertThat(expiry.expire(now, now, now)).isZero();
    }

    @Test
    void whatIsOwedNeverExpires() {
        FeedbackCase owed = backend.comesIn(WARD, CANARY);
        backend.clock.pass(Duration.ofDays(1000));
        Instant now = backend.clock.instant();

        new CaseExpiry(backend.database, backend.writer).expire(now, now, now);

        assertThat(backend.stored(owed.id()).feedback().text()).isEqualTo(CANARY);
        assertThat(backend.stored(owed.id()).replyWish()).isEqualTo(owed.replyWish());
    }

    @Test
    void onlyAnAdministratorSeesLaptopsAndBlocksThem() {
        TestLaptop admin = backend.laptopOf(ADMIN);

        assertThat(backend.client
                        .send(backend.client.to("/v1/devices").header("Authorization", "Bearer " + admin.token()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(backend.client
                        .problem(backend.client.send(
                                backend.client.to("/v1/devices").header("Authorization", "Bearer " + aino.token())))
                        .code())
                .isEqualTo(Problem.Code.FORBIDDEN);
        assertThat(backend.client
                        .postAs(aino.token(), "/v1/devices/block", Map.of("device", admin.device))
                        .statusCode())
                .isEqualTo(403);
    }

    private int erase(fi.vastine.contract.id.PersonId who, CaseId id) {
        return backend.client
                .postAs(backend.laptopOf(who).token(), "/v1/erasures", new Erasures.Order(id))
                .statusCode();
    }

    private static List<ForgetLine> erasuresTold(TestLaptop laptop) {
        return laptop.pull(new PullRequest(null, 1_000_000, Map.of(), 0, 100)).all(ForgetLine.class).stream()
                .filter(line -> line.why() == ForgetReason.ERASED)
                .toList();
    }

    private long count(String table) {
        return backend.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }

    /** Files of the database in which a text stands, in any of the ways HSQLDB writes it. */
    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            String bytes = Files.readString(file, ISO_8859_1);
            return bytes.contains(new String(text.getBytes(UTF_8), ISO_8859_1))
                    || bytes.replace("\0", "").contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
