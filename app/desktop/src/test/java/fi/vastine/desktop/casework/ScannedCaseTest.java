package fi.vastine.desktop.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Origin;
import fi.vastine.core.session.FetchedPage;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case whose paper was scanned: its pages are fetched one by one, and what cannot be shown is said. */
class ScannedCaseTest {
    private Theme theme;
    private Workbench bench;
    private FeedbackCase paper;
    private UiDriver driver;

    @BeforeEach
    void open() throws IOException {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
        paper = scanned(bench.lehtola.queue, 3);
        UiDriver.doOnScreen(() -> {
            bench.lehtola.casework.put(paper);
            bench.refresh();
        });
        driver = UiDriver.open(bench::node);
        bench.lehtola.casework.pages.put(
                1, new FetchedPage.Picture(Files.readAllBytes(driver.picture("case-scan-source"))));
        bench.lehtola.casework.pages.put(2, new FetchedPage.NotCome());
        UiDriver.doOnScreen(() -> bench.inbox.choose(paper.id()));
    }

    @AfterEach
    void close() {
        UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, TextSize.BASE));
        driver.close();
    }

    @Test
    void pagesAreTurnedAndWhatIsNotThereIsSaid() {
        assertThat(driver.text("case-scan")).isEqualTo("Skannattu lomake (3 sivua)");
        assertThat(driver.shows("case-scan-picture")).isFalse();

        driver.activate("case-scan");
        assertThat(driver.text("case-scan-page")).isEqualTo("Sivu 1 / 3");
        ImageView page = (ImageView) driver.await("case-scan-picture");
        assertThat(UiDriver.onScreen(() -> page.getImage().getWidth())).isEqualTo(1440);
        driver.picture("case-scan-fi");
        assertThat(driver.complaints()).isEmpty();

        driver.activate("case-scan-next");
        assertThat(driver.text("case-scan-why")).contains("ei ole vielä tullut perille");
        driver.activate("case-scan-next");
        assertThat(driver.text("case-scan-why")).contains("eikä palvelin vastaa");
        UiDriver.doOnScreen(() -> {
            theme.wear(Look.DARK, TextSize.BASE);
            bench.texts.language().set(Language.SV);
        });
        driver.picture("case-scan-offline-dark-sv");
        assertThat(driver.complaints()).isEmpty();

        UiDriver.doOnScreen(() -> bench.inbox.choose(bench.lehtola.pillow.id()));
        assertThat(driver.shows("case-scan")).isFalse();
        UiDriver.doOnScreen(() -> bench.inbox.choose(paper.id()));
        assertThat(driver.shows("case-scan-page")).isFalse();
    }

    private static FeedbackCase scanned(FeedbackCase one, int pages) {
        Origin origin = one.origin();
        return new FeedbackCase(
                one.id(),
                one.changeNo() + 1,
                one.unit(),
                new Origin(
                        origin.channel(),
                        origin.language(),
                        origin.receivedAt(),
                        origin.answers().scanned(pages),
                        origin.collector()),
                one.kind(),
                one.status(),
                one.assignee(),
                one.messages(),
                one.replyWish(),
                one.promise(),
                one.themes(),
                one.signals(),
                one.notes(),
                one.drafts(),
                one.replies(),
                one.handover(),
                one.thanked(),
                one.history());
    }
}
