package fi.vastine.desktop.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.session.FetchedPage;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import fi.vastine.core.session.SyncState;
import fi.vastine.desktop.ui.UiDriver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.ImageView;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper and its scanned pages on their way from a laptop without a network to the unit that answers for it. */
class ScannedPaperFlowTest {
    private static final String WORDS = "Skannattu kanarialintu lauloi.";

    @TempDir
    private Path folder;

    @Test
    void twoPagesAddedWithoutANetworkAreOnceOnTheUnitsScreenAndNoLongerOnTheLaptop() throws IOException {
        try (CountyOffice office = new CountyOffice(folder)) {
            Path laptop = folder.resolve("elias");
            CaseId paper;
            try (Session elias = signedIn(office, laptop)) {
                Form form = Waits.until(
                        "a form to type in",
                        () -> elias.papers().usable(elias.book().reference().forms()).stream()
                                .filter(each -> each.id().equals("national"))
                                .findFirst());
                office.gate().set(Gate.Mood.CUT);
                paper = typed(office, elias, form);
                assertThat(elias.syncState().pages()).isEqualTo(2);
            }

            office.gate().set(Gate.Mood.OPEN);
            try (Sessions again = new Sessions(laptop, office.clock(), new FolderKeyStore(laptop.resolve("keys")));
                    Session elias = ((SignInResult.SignedIn) again.resume()).session()) {
                Waits.until(
                        "all to be sent", () -> Optional.of(elias.syncState()).filter(SyncState::isAllSent));
                assertThat(pagesIn(laptop)).isZero();
                // Whoever entered it reads no case, and so no page of it.
                assertThat(elias.page(paper, 1)).isEqualTo(new FetchedPage.NotReached());
            }

            Session aino = office.colleague("aino");
            FeedbackCase arrived = Waits.until("the paper", () -> aino.open(paper));
            assertThat(arrived.origin().answers().scannedPages()).isEqualTo(2);
            assertThat(aino.page(paper, 2)).isInstanceOf(FetchedPage.Picture.class);
            assertThat(aino.page(paper, 3)).isEqualTo(new FetchedPage.NotCome());
            aino.close();
            showsThem(office);
        }
    }

    private static void showsThem(CountyOffice office) {
        try (OfficeLaptop ward = office.laptop("aino")) {
            UiDriver driver = ward.signIn("aino");
            ward.openCase(WORDS);
            driver.waitForText("Skannattu lomake (2 sivua)");
            driver.activate("case-scan");
            driver.waitForText("Sivu 1 / 2");
            driver.waitUntil("the page", () -> driver.shows("case-scan-picture"));
            driver.activate("case-scan-next");
            driver.waitForText("Sivu 2 / 2");
            driver.waitUntil("the next page", () -> driver.shows("case-scan-picture"));
            ImageView page = (ImageView) driver.await("case-scan-picture");
            assertThat(UiDriver.onScreen(() -> page.getImage().getWidth())).isBetween(1200.0, 1300.0);

            office.gate().set(Gate.Mood.CUT);
            driver.activate("case-scan-before");
            driver.waitForText("eikä palvelin vastaa");
        }
    }

    private static Session signedIn(CountyOffice office, Path laptop) {
        Sessions sessions = new Sessions(laptop, office.clock(), new FolderKeyStore(laptop.resolve("keys")));
        SignInResult result = sessions.signIn(
                office.address(), "elias", office.account("elias").password(), "Osaston kone");
        return ((SignInResult.SignedIn) result).session();
    }

    private static CaseId typed(CountyOffice office, Session elias, Form form) throws IOException {
        Interviews papers = elias.papers();
        UnitId ward = new UnitId(CountyOffice.WARD);
        var start = Interview.Start.onPaper(
                ward, office.clock().instant().atZone(office.clock().getZone()).toLocalDate());
        Interview paper = requireNonNull(papers.begin(form, start, Language.FI).current());
        papers.pages().add(paper.caseId(), 2, pdf());
        String comment = form.allItems()
                .filter(each -> each.kind() instanceof ItemKind.Comment)
                .findFirst()
                .orElseThrow()
                .linkId();
        papers.end(paper.filledIn(paper.filled().with(comment, new Given.Words(WORDS)))
                .wishing(new ReplyWish(Way.PHONE, "040 123 4567", null)));
        return paper.caseId();
    }

    private static byte[] pdf() throws IOException {
        var written = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.addPage(new PDPage(PDRectangle.A4));
            document.save(written);
        }
        return written.toByteArray();
    }

    private static long pagesIn(Path laptop) throws IOException {
        try (Stream<Path> files = Files.walk(laptop)) {
            return files.filter(each -> each.toString().contains("/pages/")).count();
        }
    }
}
