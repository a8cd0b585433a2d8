package fi.vastine.desktop.paper.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Names;
import fi.vastine.desktop.text.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A form on paper as the customer and a QR reader see it. */
class PrintTest {
    private static final UnitId WARD = new UnitId("lehtola-2");
    private static final int FINENESS = 110;

    private final Texts texts = new Texts(Language.FI);

    @Test
    void everyQuestionOfEveryShippedFormIsOnThePaperInItsOrderAndLanguage() throws IOException {
        for (Form form : Forms.shipped()) {
            for (Language language : Language.values()) {
                try (PDDocument paper = print(form, language)) {
                    String text = flat(new PDFTextStripper().getText(paper));
                    int at = 0;
                    for (FormItem item : form.allItems().toList()) {
                        String wanted = flat(item.text().in(language));
                        int found = text.indexOf(wanted, at);
                        assertThat(found)
                                .as(form.key() + " in " + language + ": " + wanted)
                                .isGreaterThanOrEqualTo(at);
                        at = found + wanted.length();
                    }
                    assertThat(text).contains(flat("Osasto 2, Lehtola"));
                    assertThat(paper.getNumberOfPages()).as(form.key()).isBetween(1, 4);
                    assertThat(paper.getDocumentCatalog().getLanguage()).isEqualToIgnoringCase(language.name());
                }
            }
        }
    }

    @Test
    void theCodeOnEachPageNamesUnitAndFormAndNothingElse() throws IOException, NotFoundException {
        try (PDDocument paper = print(form("national"), Language.FI)) {
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                assertThat(read(picture(paper, page))).isEqualTo("vastine:form?unit=lehtola-2&form=national/2");
            }
        }
    }

    @Test
    void aUnitOfAnyNameIsReadBackFromTheCode() throws IOException, NotFoundException {
        Sheet sheet = Sheet.of(form("short"), new UnitId("hoiva & päivä/ö 1"), "Hoiva & päivä", Language.SV, texts);
        try (PDDocument paper = Loader.loadPDF(Print.pdf(sheet))) {
            assertThat(read(picture(paper, 0)))
                    .isEqualTo("vastine:form?unit=hoiva+%26+p%C3%A4iv%C3%A4%2F%C3%B6+1&form=short/1");
        }
    }

    @Test
    void aLongNameAndALetterThatNoFontHasStopNothing() throws IOException {
        String longName = "Kotihoidon ja asumispalveluiden yhteinen neuvontapiste 健 ".repeat(6);
        Sheet sheet = Sheet.of(form("plain"), WARD, longName, Language.FI, texts);
        try (PDDocument paper = Loader.loadPDF(Print.pdf(sheet))) {
            assertThat(flat(new PDFTextStripper().getText(paper))).contains("Mitämuutahaluatsanoa?");
        }
    }

    @Test
    void moreOptionsThanAPageHoldsGoOnOnTheNextOne() throws IOException {
        var options = IntStream.range(0, 80)
                .mapToObj(each -> new ItemKind.Option("o" + each, new Names("Kohta " + each, "", "")))
                .toList();
        Names text = new Names("Mikä?", "Vad?", "What?");
        var item = new FormItem(
                "which", null, text, null, null, List.of(), FormItem.Join.ALL, new ItemKind.Choice(options, 1));
        var form = new Form(
                "long",
                "1",
                "https://vastine.example/long",
                LocalDate.of(2026, 1, 1),
                null,
                Audience.CHILD,
                text,
                List.of(),
                List.of(item),
                List.of());
        try (PDDocument paper = print(form, Language.FI)) {
            assertThat(paper.getNumberOfPages()).isGreaterThan(2);
            assertThat(new PDFTextStripper().getText(paper)).contains("Kohta 0").contains("Kohta 79");
        }
    }

    @Test
    void picturesToLookAt() throws IOException {
        for (var each : Map.of("national", Language.FI, "child", Language.FI, "plain", Language.SV)
                .entrySet()) {
            try (PDDocument paper = print(form(each.getKey()), each.getValue())) {
                for (int page = 0; page < paper.getNumberOfPages(); page++) {
                    Path file = Path.of("target", "pictures", "print-" + each.getKey() + "-" + (page + 1) + ".png");
                    Files.createDirectories(file.getParent());
                    assertThat(ImageIO.write(picture(paper, page), "png", file.toFile()))
                            .isTrue();
                }
            }
        }
    }

    private PDDocument print(Form form, Language language) throws IOException {
        return Loader.loadPDF(Print.pdf(Sheet.of(form, WARD, "Osasto 2, Lehtola", language, texts)));
    }

    private static Form form(String id) {
        return Forms.shipped().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static BufferedImage picture(PDDocument paper, int page) throws IOException {
        return new PDFRenderer(paper).renderImageWithDPI(page, FINENESS);
    }

    private static String read(BufferedImage page) throws NotFoundException {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(light)),
                        Map.of(
                                DecodeHintType.POSSIBLE_FORMATS,
                                List.of(BarcodeFormat.QR_CODE),
                                DecodeHintType.TRY_HARDER,
                                true))
                .getText();
    }

    /** Where a line breaks is the paper's own affair. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }
}
