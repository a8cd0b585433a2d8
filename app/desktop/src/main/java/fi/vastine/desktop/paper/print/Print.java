package fi.vastine.desktop.paper.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A sheet as a PDF of A4 pages, each with the unit and the QR code: a page that comes loose is not lost. */
public final class Print {
    private static final float TOP = 802;
    private static final float BOTTOM = 56;
    private static final float CODE = 70;
    private static final float TITLE = 24;
    private static final float UNIT = 14;
    private static final float FOOT = 10;
    private static final float BELOW_HEAD = 16;

    private final Sheet sheet;
    private final PDDocument document;
    private final Pieces pieces;
    private final Lettering regular;
    private final Lettering strong;
    private final BitMatrix code;

    private Print(Sheet sheet, PDDocument document) throws IOException {
        this.sheet = sheet;
        this.document = document;
        regular = Lettering.of(document, "Regular");
        strong = Lettering.of(document, "SemiBold");
        pieces = new Pieces(regular, strong);
        code = code(sheet.code());
    }

    /** The bytes of the PDF file. May be called from any thread. */
    public static byte[] pdf(Sheet sheet) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(sheet.title() + " – " + sheet.unit());
            document.getDocumentCatalog().setLanguage(sheet.language());
            new Print(sheet, document).pages();
            document.save(file);
            return file.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static BitMatrix code(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code can hold " + text, tooLong);
        }
    }

    private void pages() throws IOException {
        Block head = head();
        List<List<Block>> pages = new ArrayList<>();
        float whole = TOP - head.height() - BELOW_HEAD - BOTTOM;
        float room = 0;
        for (Sheet.Part part : sheet.parts()) {
            for (Block block : pieces.of(part, whole)) {
                if (pages.isEmpty() || block.height() > room) {
                    pages.add(new ArrayList<>());
                    room = whole;
                }
                pages.getLast().add(block);
                room -= block.height();
            }
        }
        for (int each = 0; each < pages.size(); each++) {
            draw(head, pages.get(each), each + 1, pages.size());
        }
    }

    private Block head() throws IOException {
        float beside = Pieces.WIDTH - CODE - 24;
        Block words = Block.stacked(List.of(
                pieces.text(regular, sheet.unit(), UNIT, beside),
                Block.gap(4),
                pieces.text(strong, sheet.title(), TITLE, beside)));
        return new Block(Math.max(CODE, words.height()), (page, top) -> {
            words.drawn().onto(page, top);
            drawCode(page, Pieces.LEFT + Pieces.WIDTH - CODE, top);
        });
    }

    private void drawCode(PDPageContentStream page, float left, float top) throws IOException {
        float dot = CODE / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    page.addRect(left + column * dot, top - (row + 1) * dot, dot, dot);
                }
            }
        }
        page.fill();
    }

    private void draw(Block head, List<Block> blocks, int number, int of) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            head.drawn().onto(stream, TOP);
            float at = TOP - head.height() - BELOW_HEAD;
            for (Block each : blocks) {
                each.drawn().onto(stream, at);
                at -= each.height();
            }
            String counted = regular.printable(sheet.number().formatted(number, of));
            pieces.write(stream, regular, regular.printable(sheet.foot()), FOOT, Pieces.LEFT, BOTTOM - 24);
            float right = Pieces.LEFT + Pieces.WIDTH - regular.width(counted, FOOT);
            pieces.write(stream, regular, counted, FOOT, right, BOTTOM - 24);
        }
    }
}
