package fi.vastine.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Lays all drawings out on one sheet, for a person to look at: {@code target/icons/contact-sheet.png}. */
class ContactSheetTest {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 64);
    /** The channels, then the kinds. */
    private static final List<String> SIGNS = List.of(
            "web",
            "sms",
            "device",
            "qr",
            "paper",
            "oral",
            "supported",
            "thanks",
            "criticism",
            "suggestion",
            "question",
            "other");

    private static final int ROW = 72;
    private static final int HEAD = 36;
    private static final int WORDS = 112;
    private static final int GAP = 10;
    private static final int COLUMN = SIZES.stream().mapToInt(Integer::intValue).sum() + (SIZES.size() + 1) * GAP;
    private static final int BLOCK = WORDS + Dress.values().length * COLUMN + 24;
    private static final Path FONT = Path.of(
            "..",
            "app",
            "desktop",
            "src",
            "main",
            "resources",
            "fi",
            "vastine",
            "desktop",
            "theme",
            "inter",
            "Inter-Regular.otf");

    @Test
    void allAreOnOneSheet() throws IOException, FontFormatException {
        List<Master> left = masters("svg");
        List<Master> signs = masters("signs");
        signs.sort(Comparator.comparingInt(sign -> SIGNS.indexOf(sign.name())));
        left.addAll(signs);
        List<Master> right = masters("symbols");
        int rows = Math.max(left.size(), right.size());
        var sheet = new BufferedImage(2 * BLOCK, HEAD + rows * ROW + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(Font.createFont(Font.TRUETYPE_FONT, FONT.toFile()).deriveFont(13f));
        pen.setColor(new Color(0xf6f8fa));
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        draw(left, 0, pen);
        draw(right, BLOCK, pen);
        pen.dispose();

        Path file = Path.of("target", "icons", "contact-sheet.png");
        assertThat(ImageIO.write(sheet, "png", file.toFile())).isTrue();
    }

    private static void draw(List<Master> masters, int x, Graphics2D pen) {
        int column = x + WORDS;
        for (Dress dress : Dress.values()) {
            pen.setColor(new Color(0x59636e));
            pen.drawString(dress.name, column + GAP, HEAD - 12);
            pen.setColor(dress.ground);
            pen.fillRect(column, HEAD, COLUMN, masters.size() * ROW);
            for (int row = 0; row < masters.size(); row++) {
                int at = column;
                for (int size : SIZES) {
                    at += GAP;
                    Master master = masters.get(row);
                    pen.drawImage(
                            Master.picture(dress.wear(master.at(size)), size),
                            at,
                            HEAD + row * ROW + (ROW - size) / 2,
                            null);
                    at += size;
                }
            }
            column += COLUMN;
        }
        pen.setColor(new Color(0x1f2328));
        for (int row = 0; row < masters.size(); row++) {
            pen.drawString(masters.get(row).name(), x + 16, HEAD + row * ROW + ROW / 2 + 5);
        }
    }

    private static List<Master> masters(String folder) throws IOException {
        return new ArrayList<>(Master.in(Path.of("src", "main", folder)));
    }
}
