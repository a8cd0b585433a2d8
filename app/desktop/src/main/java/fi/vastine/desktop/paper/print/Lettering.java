package fi.vastine.desktop.paper.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Inter in one weight, as far as its letters are used embedded in the paper. */
final class Lettering {
    private static final String UNKNOWN = "?";
    private static final Pattern BLANKS = Pattern.compile(" +");

    private final PDFont font;
    private final CmapLookup letters;

    private Lettering(PDFont font, CmapLookup letters) {
        this.font = font;
        this.letters = letters;
    }

    static Lettering of(PDDocument document, String cut) throws IOException {
        String file = "Inter-" + cut + ".ttf";
        try (InputStream stream = Lettering.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The font " + file + " is missing");
            }
            TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            return new Lettering(PDType0Font.load(document, read, true), read.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /** What can be printed of a text: a sign that the font does not have becomes a question mark. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.replace('\n', ' ').codePoints().forEach(sign -> {
            if (letters.getGlyphId(sign) == 0) {
                printable.append(UNKNOWN);
            } else {
                printable.appendCodePoint(sign);
            }
        });
        return printable.toString();
    }

    /** How wide a printable text is, in points. */
    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** The text in lines no wider than this; a word that is too long by itself is cut. */
    List<String> lines(String text, float size, float widest) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : BLANKS.splitAsStream(printable(text).strip()).toList()) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= widest) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > widest && line.length() > 1) {
                int fits = line.length() - 1;
                while (fits > 1 && width(line.substring(0, fits), size) > widest) {
                    fits--;
                }
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }
}
