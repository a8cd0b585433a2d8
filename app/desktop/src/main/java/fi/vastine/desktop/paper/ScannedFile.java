package fi.vastine.desktop.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fi.vastine.contract.wire.Pages;
import fi.vastine.core.outbox.ScannedPages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A file that is to be added to a paper, seen by what is in it and never by its name. */
sealed interface ScannedFile {
    /** Of the pictures that are made only to see whether they can be. */
    int GLANCE = 200;

    /** It can be added; its bytes are not to be changed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Fits(byte[] content, int pages) implements ScannedFile {}

    /**
     * It cannot be added.
     *
     * @param why the key of the reason
     */
    record Refused(String why) implements ScannedFile {}

    /** Reads a file that is to stand behind what the paper has already. Blocks for the disk. */
    static ScannedFile read(Path file, ScannedPages.Extent before) {
        try {
            if (before.bytes() + Files.size(file) > Pages.MOST_BYTES) {
                return new Refused("paper.scan-too-large");
            }
            ScannedFile read = of(Files.readAllBytes(file));
            return read instanceof Fits fits && before.pages() + fits.pages() > Pages.MOST
                    ? new Refused("paper.scan-too-many")
                    : read;
        } catch (IOException unreadable) {
            return new Refused("paper.scan-not-read");
        }
    }

    private static ScannedFile of(byte[] content) {
        String raw = new String(content, ISO_8859_1);
        if (raw.startsWith("%PDF-")) {
            return ofPdf(content);
        }
        boolean png = raw.startsWith("\u0089PNG\r\n\u001a\n");
        boolean jpeg = raw.startsWith("\u00ff\u00d8\u00ff");
        if (!png && !jpeg) {
            return new Refused("paper.scan-not-a-scan");
        }
        // Of a picture that is cut off, the readers show what there is.
        boolean whole = png ? raw.contains("IEND") : raw.lastIndexOf("\u00ff\u00d9") > raw.lastIndexOf("\u00ff\u00da");
        var picture = new Image(new ByteArrayInputStream(content), GLANCE, GLANCE, true, false);
        return whole && !picture.isError() ? new Fits(content, 1) : new Refused("paper.scan-damaged");
    }

    private static ScannedFile ofPdf(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            int pages = document.getNumberOfPages();
            return pages > 0 ? new Fits(content, pages) : new Refused("paper.scan-damaged");
        } catch (IOException | RuntimeException damagedOrLocked) {
            // What a damaged file makes the reader throw is of any kind.
            return new Refused("paper.scan-damaged");
        }
    }
}
