package fi.vastine.backend.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes pictures of what was scanned: a PDF becomes one JPEG a page, a PNG or JPEG stays as it is once it has been read to its end.
 *
 * <p>By what a file begins with, never by its name. One file at a time: a small file can be a large picture. Thread safe.
 */
final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final float DOTS_PER_INCH = 150;
    private static final float POINTS_PER_INCH = 72;
    /** An A4 scanned at 600 dots an inch has 35 million. */
    private static final long MOST_DOTS = 50_000_000;
    /** Of a page of a PDF, which is drawn at the size that it says it has. */
    private static final long MOST_DRAWN = 12_000_000;

    static {
        // A page is drawn on no screen: one that is named and does not answer would end the first drawing.
        System.setProperty("java.awt.headless", "true");
    }

    private final ReentrantLock turn = new ReentrantLock();

    /** The pages; empty if it is not a file that can be shown, or has more of them. */
    Optional<List<byte[]>> of(byte[] file, int most) {
        turn.lock();
        try {
            if (beginsWith(file, "%PDF-")) {
                return drawn(file, most);
            }
            return most > 0 && isPicture(file) ? Optional.of(List.of(file)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // What a damaged file makes the readers throw is of any kind.
            LOG.info("A scanned file cannot be read: {}", e.getClass().getName());
            return Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private static boolean beginsWith(byte[] file, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (i >= file.length || (file[i] & 0xff) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<List<byte[]>> drawn(byte[] file, int most) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            if (pages < 1 || pages > most) {
                return Optional.empty();
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            List<byte[]> pictures = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                float scale = scale(document.getPage(page).getCropBox());
                pictures.add(jpeg(renderer.renderImage(page, scale, ImageType.RGB)));
            }
            return Optional.of(pictures);
        }
    }

    private static float scale(PDRectangle size) {
        double dots = (double) size.getWidth() * size.getHeight();
        return (float) Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(MOST_DRAWN / Math.max(1, dots)));
    }

    private static byte[] jpeg(BufferedImage page) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        if (!ImageIO.write(page, "jpeg", written)) {
            throw new IOException("This Java writes no JPEG");
        }
        return written.toByteArray();
    }

    private static boolean isPicture(byte[] file) throws IOException {
        boolean png = beginsWith(file, "\u0089PNG\r\n\u001a\n");
        if (!png && !beginsWith(file, "\u00ff\u00d8\u00ff")) {
            return false;
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                // The size stands at the beginning: what would fill the memory is not begun.
                boolean fits = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_DOTS;
                return fits && reader.read(0) != null;
            } finally {
                reader.dispose();
            }
        }
    }
}
