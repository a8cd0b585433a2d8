package fi.vastine.desktop.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.wire.Pages;
import fi.vastine.core.session.MemoryEntries;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.CollectorsWindow;
import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scanned paper beside what is typed of it. */
class ScanRowTest {
    @TempDir
    Path folder;

    private final MemoryEntries kept = new MemoryEntries(Lehtola.BERTIL, Lehtola.CLOCK);
    private final SameThreadBackground background = new SameThreadBackground();
    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Lehtola.CLOCK);
    private Theme theme;
    private PaperViewModel model;
    private UiDriver driver;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        var notices = new Notices(texts, background);
        model = UiDriver.onScreen(() -> {
            var started = new PaperViewModel(kept.startPapers(), background, notices, texts, times);
            started.accept(CollectorsWindow.book(Forms.shipped()));
            return started;
        });
        driver = CollectorsWindow.open(texts, times, notices, () -> {
            PaperView view =
                    new PaperView(model, CollectorsWindow.entered(kept, texts, times), texts, times, ignored -> {});
            return CollectorsWindow.place("paper", view.node(), view::shortcuts);
        });
        UiDriver.doOnScreen(() -> {
            Batch batch = model.batch();
            batch.day().set(times.date(LocalDate.of(2026, 11, 18)));
            batch.form()
                    .set(batch.forms().stream()
                            .filter(each -> each.id().equals("short"))
                            .findFirst()
                            .orElseThrow());
            batch.language().set(Language.FI);
        });
        UiDriver.doOnScreen(model::begin);
        driver.settle();
    }

    @AfterEach
    void close() {
        UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, TextSize.BASE));
        driver.close();
    }

    @Test
    void whatIsScannedGoesWithThePaperAndTheNextOneHasNone() throws IOException {
        add(pdf("lomake.pdf", 2));
        assertThat(driver.text("paper-scan-held")).isEqualTo("Skannattu lomake (2 sivua, 0,1 Mt)");
        add(picture("kolmas.png"));
        assertThat(driver.text("paper-scan-held")).startsWith("Skannattu lomake (3 sivua");
        driver.picture("paper-scan-fi");
        assertThat(driver.complaints()).isEmpty();

        driver.press(KeyCode.DIGIT5).press(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(kept.entered().getFirst().answers().scannedPages()).isEqualTo(3);
        assertThat(driver.shows("paper-scan-held")).isFalse();
        driver.press(KeyCode.CONTROL, KeyCode.UP);
        assertThat(driver.text("paper-scan-held")).startsWith("Skannattu lomake (3 sivua");
        driver.activate("paper-scan-remove");
        assertThat(driver.shows("paper-scan-held")).isFalse();
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(kept.entered().getFirst().answers().scannedPages()).isNull();
    }

    @Test
    void whatIsNoScanIsRefusedInWordsAndNothingTypedIsLost() throws IOException {
        driver.press(KeyCode.DIGIT5);
        Path good = picture("hyva.png");
        byte[] png = Files.readAllBytes(good);

        refuses(write("ohjelma.pdf", "MZ ei mikään lomake".getBytes(UTF_8)), "ei ole PDF-, PNG- tai JPEG-tiedosto");
        refuses(write("katkennut.png", Arrays.copyOf(png, png.length / 2)), "vioittunut");
        refuses(write("rikki.pdf", "%PDF-1.7 rikki".getBytes(UTF_8)), "vioittunut");
        refuses(write("katkennut.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}), "vioittunut");
        refuses(write("suuri.png", Arrays.copyOf(png, Pages.MOST_BYTES + 1)), "liian suuri");
        refuses(pdf("pitka.pdf", Pages.MOST + 1), "mahtuu 10 sivua");
        refuses(folder.resolve("poissa.png"), "ei voitu lukea");
        UiDriver.doOnScreen(() -> {
            theme.wear(Look.DARK, TextSize.BASE);
            texts.language().set(Language.SV);
        });
        driver.picture("paper-scan-refused-dark-sv");
        assertThat(driver.complaints()).isEmpty();

        add(good);
        assertThat(driver.shows("paper-scan-refused")).isFalse();
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(kept.entered().getFirst().answers().scannedPages()).isEqualTo(1);
        assertThat(kept.entered().getFirst().answers().areNone()).isFalse();
    }

    private void refuses(Path file, String why) {
        add(file);
        assertThat(driver.text("paper-scan-refused"))
                .contains(why)
                .contains(file.getFileName().toString());
        assertThat(driver.shows("paper-scan-held")).isFalse();
    }

    private void add(Path file) {
        UiDriver.doOnScreen(() -> model.scanning().add(List.of(file)));
        driver.settle();
    }

    private Path picture(String name) throws IOException {
        return Files.copy(driver.picture("paper-scan-page"), folder.resolve(name));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path pdf(String name, int pages) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        return file;
    }
}
