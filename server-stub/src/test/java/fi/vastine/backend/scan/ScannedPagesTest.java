package fi.vastine.backend.scan;

import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.BO;
import static fi.vastine.backend.TestBackend.COLLECTOR;
import static fi.vastine.backend.TestBackend.WARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.CaseExpiry;
import fi.vastine.backend.store.ScannedPages;
import fi.vastine.backend.store.TestDatabase;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.wire.Pages;
import fi.vastine.contract.wire.Pages.Taken;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scanned pages of a paper come from whoever entered it, are shown to whoever may read its case, and go with it. */
class ScannedPagesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPdfBecomesPicturesOnceHoweverOftenItComesAndEachLookIsLogged(TestDatabase kind) throws IOException {
        try (var backend = new TestBackend(kind, folder)) {
            TestLaptop collector = backend.laptopOf(COLLECTOR);
            CaseId paper = entered(backend, collector, Channel.PAPER, 3);
            TestLaptop aino = backend.laptopOf(AINO);
            byte[] pdf = pdf(2);

            assertThat(look(backend, aino, paper, 1)).isEqualTo(204);
            assertThat(put(backend, collector, paper, 1, pdf)).isEqualTo(Taken.KEPT);
            assertThat(put(backend, collector, paper, 1, pdf)).isEqualTo(Taken.KEPT);
            assertThat(put(backend, collector, paper, 3, picture("png"))).isEqualTo(Taken.KEPT);
            assertThat(put(backend, collector, paper, 1, pdf(1))).isEqualTo(Taken.REFUSED);

            assertThat(look(backend, aino, paper, 2)).isEqualTo(200);
            assertThat(look(backend, aino, paper, 4)).isEqualTo(204);
            assertThat(count(backend)).isEqualTo(3);
            assertThat(backend.stored(paper).origin().answers().scannedPages()).isEqualTo(3);
            BufferedImage second = ImageIO.read(new ByteArrayInputStream(kept(backend, paper, 2)));
            assertThat(second.getWidth()).isBetween(1200, 1300);
            assertThat(backend.audited())
                    .filteredOn(entry -> entry.what().equals("read-scan"))
                    .extracting(AuditEntry::person, AuditEntry::caseId)
                    .containsExactly(tuple(AINO, paper));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyElseAddsOrSeesThemAndWhatIsNoScanIsRefused(TestDatabase kind) throws IOException {
        try (var backend = new TestBackend(kind, folder)) {
            TestLaptop collector = backend.laptopOf(COLLECTOR);
            CaseId paper = entered(backend, collector, Channel.PAPER, 1);
            CaseId spoken = entered(backend, collector, Channel.ORAL, 1);
            byte[] png = picture("png");
            byte[] jpeg = picture("jpeg");

            assertThat(put(backend, backend.laptopOf(AINO), paper, 1, png)).isEqualTo(Taken.REFUSED);
            assertThat(put(backend, collector, spoken, 1, png)).isEqualTo(Taken.REFUSED);
            assertThat(put(backend, collector, new CaseId(UUID.randomUUID()), 1, png))
                    .isEqualTo(Taken.UNKNOWN);
            assertThat(put(backend, collector, paper, 1, "%PDF-1.7 ei mikään".getBytes(UTF_8)))
                    .isEqualTo(Taken.REFUSED);
            assertThat(put(backend, collector, paper, 1, Arrays.copyOf(png, png.length / 2)))
                    .isEqualTo(Taken.REFUSED);
            assertThat(put(backend, collector, paper, 1, "<html>".getBytes(UTF_8)))
                    .isEqualTo(Taken.REFUSED);
            assertThat(put(backend, collector, paper, 1, pdf(2))).isEqualTo(Taken.REFUSED);
            assertThat(put(backend, collector, paper, 2, png)).isEqualTo(Taken.REFUSED);
            assertThat(putting(backend, collector, paper, 1, new byte[Pages.MOST_BYTES + 1])
                            .statusCode())
                    .isEqualTo(413);
            assertThat(count(backend)).isZero();
            assertThat(put(backend, collector, paper, 1, jpeg)).isEqualTo(Taken.KEPT);
            assertThat(kept(backend, paper, 1)).isEqualTo(jpeg);
            assertThat(look(backend, collector, paper, 1)).isEqualTo(404);
            assertThat(look(backend, backend.laptopOf(BO), paper, 1)).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theyGoWithTheirCaseErasedWithdrawnOrKeptLongEnough(TestDatabase kind) throws IOException {
        try (var backend = new TestBackend(kind, folder)) {
            TestLaptop collector = backend.laptopOf(COLLECTOR);
            byte[] png = picture("png");
            CaseId erased = entered(backend, collector, Channel.PAPER, 1);
            CaseId withdrawn = entered(backend, collector, Channel.PAPER, 1);
            CaseId old = entered(backend, collector, Channel.PAPER, 1);
            for (CaseId each : new CaseId[] {erased, withdrawn, old}) {
                assertThat(put(backend, collector, each, 1, png)).isEqualTo(Taken.KEPT);
            }

            backend.erasing.erase(erased, AINO, null);
            assertThat(count(backend)).isEqualTo(2);
            collector.does(withdrawn, new Command.WithdrawEntry(WithdrawalReason.CONSENT_WITHDRAWN));
            assertThat(count(backend)).isEqualTo(1);
            backend.clock.pass(Duration.ofDays(1000));
            Instant now = backend.clock.instant();
            new CaseExpiry(backend.database, backend.writer).expire(now, now, now);

            assertThat(count(backend)).isZero();
            for (CaseId each : new CaseId[] {erased, withdrawn, old}) {
                assertThat(put(backend, collector, each, 1, png)).isEqualTo(Taken.GONE);
            }
            assertThat(backend.stored(old).origin().answers().scannedPages()).isNull();
        }
    }

    private static CaseId entered(TestBackend backend, TestLaptop collector, Channel channel, int pages) {
        var id = new CaseId(UUID.randomUUID());
        Outcome outcome = collector.does(
                id,
                new Command.EnterFeedback(
                        COLLECTOR,
                        WARD,
                        channel,
                        FeedbackKind.OTHER,
                        Language.FI,
                        new MessageId(UUID.randomUUID()),
                        "Odotin kaksi tuntia.",
                        Answers.NONE.scanned(pages),
                        null,
                        backend.clock.instant()));
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return id;
    }

    private static Taken put(TestBackend backend, TestLaptop laptop, CaseId caseId, int page, byte[] file) {
        HttpResponse<String> answer = putting(backend, laptop, caseId, page, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return backend.client.read(answer, Pages.Answer.class).taken();
    }

    private static HttpResponse<String> putting(
            TestBackend backend, TestLaptop laptop, CaseId caseId, int page, byte[] file) {
        return backend.client.send(to(backend, laptop, caseId, page).PUT(BodyPublishers.ofByteArray(file)));
    }

    private static int look(TestBackend backend, TestLaptop laptop, CaseId caseId, int page) {
        return backend.client.send(to(backend, laptop, caseId, page)).statusCode();
    }

    private static HttpRequest.Builder to(TestBackend backend, TestLaptop laptop, CaseId caseId, int page) {
        return backend.client
                .to("/v1/cases/" + caseId + "/pages/" + page)
                .header("Authorization", "Bearer " + laptop.token());
    }

    private static byte[] kept(TestBackend backend, CaseId caseId, int page) {
        return backend.writer.write(
                transaction -> ScannedPages.picture(transaction, caseId, page).orElseThrow());
    }

    private static long count(TestBackend backend) {
        return backend.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM scanned_page")
                        .mapTo(Long.class)
                        .one());
    }

    private static byte[] pdf(int pages) throws IOException {
        var written = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.save(written);
        }
        return written.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        var written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), format, written);
        return written.toByteArray();
    }
}
