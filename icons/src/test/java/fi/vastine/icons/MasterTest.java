package fi.vastine.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MasterTest {
    private static final Pattern GRID = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\" width=\"\\1\" height=\"\\1\"");
    private static final Pattern PEN = Pattern.compile("stroke-width=\"([\\d.]+)\"");
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\" fill=\"(?:none|#59636e)\"");
    private static final Pattern COLOUR = Pattern.compile("(?:stroke|fill)=\"(#[0-9a-f]{6})\"");
    private static final Pattern SHAPE = Pattern.compile("<(?!svg|title|!|/)(\\w+)");
    private static final double LEGIBLE = 3;
    private static final int PIXELS = 192;

    @Test
    void eachSignHasASmallDrawingAndAllAreOneFamily() throws IOException {
        assertThat(masters("signs")).hasSize(12).allSatisfy(sign -> {
            assertThat(sign.small()).as(sign.name()).isNotNull();
            assertThat(sign.at(16)).contains("viewBox=\"0 0 16 16\"");
            assertThat(sign.at(24)).contains("viewBox=\"0 0 96 96\"");
        });
        for (Master each : drawn()) {
            assertThat(found(PEN, each.large())).as(each.name()).containsOnly("6");
            assertThat(found(PEN, each.at(16))).as(each.name()).containsOnly(each.small() == null ? "6" : "1.5");
            assertThat(found(COLOUR, each.large() + each.at(16)))
                    .as(each.name())
                    .containsOnly("#59636e");
        }
    }

    /** The program reads the masters' paths by their look, as written here, and no other shapes. */
    @Test
    void eachMasterIsPathsThatTheProgramCanRead() throws IOException {
        for (Master each : drawn()) {
            for (String svg : List.of(each.large(), each.at(16))) {
                assertThat(found(PATH, svg))
                        .as(each.name())
                        .hasSameSizeAs(found(SHAPE, svg))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void eachMasterStaysWithinItsGridAndFillsIt() throws IOException {
        for (Master each : all()) {
            for (String svg : List.of(each.large(), each.at(16))) {
                Matcher grid = GRID.matcher(svg);
                assertThat(grid.find()).as("the grid of " + each.name()).isTrue();
                int side = Integer.parseInt(grid.group(1));
                // The same drawing with as much room again on each side: what goes beyond the grid shows there.
                String roomy = grid.replaceFirst(
                        "viewBox=\"-%1$d -%1$d %2$d %2$d\" width=\"%2$d\" height=\"%2$d\"".formatted(side, 3 * side));
                Rectangle ink = ink(Master.picture(roomy, 3 * PIXELS));

                assertThat(new Rectangle(PIXELS, PIXELS, PIXELS, PIXELS).contains(ink))
                        .as(each.name() + " at " + ink)
                        .isTrue();
                assertThat(Math.max(ink.width, ink.height)).as(each.name()).isGreaterThan(PIXELS * 3 / 4);
            }
        }
    }

    @Test
    void eachLineIsLegibleOnEachGround() throws IOException {
        for (Master each : drawn()) {
            for (Dress dress : Dress.values()) {
                for (String colour : found(COLOUR, dress.wear(each.large()))) {
                    assertThat(dress.contrast(Color.decode(colour)))
                            .as(each.name() + " " + dress)
                            .isGreaterThan(LEGIBLE);
                }
            }
        }
        // A mark is a white letter on the accent: one of them stands out whatever the ground.
        for (Dress dress : Dress.values()) {
            assertThat(Math.max(dress.contrast(new Color(0x0b6b6f)), dress.contrast(Color.WHITE)))
                    .as("the marks, " + dress)
                    .isGreaterThan(LEGIBLE);
        }
    }

    /** A line thinner than a pixel, or one that lies between two, is pale whatever its colour. */
    @Test
    void signsOfSixteenPixelsAreDarkEnoughToBeSeen() throws IOException {
        for (Master sign : masters("signs")) {
            for (Dress dress : Dress.values()) {
                BufferedImage shown = on(dress, Master.picture(dress.wear(sign.at(16)), 16));
                long legible = pixels(shown)
                        .filter(pixel -> dress.contrast(pixel) > LEGIBLE)
                        .count();

                assertThat(legible).as(sign.name() + " " + dress).isGreaterThan(24);
            }
        }
    }

    private static BufferedImage on(Dress dress, BufferedImage sign) {
        var shown = new BufferedImage(sign.getWidth(), sign.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = shown.createGraphics();
        pen.drawImage(sign, 0, 0, dress.ground, null);
        pen.dispose();
        return shown;
    }

    private static Stream<Color> pixels(BufferedImage picture) {
        int[] colours = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return IntStream.of(colours).mapToObj(Color::new);
    }

    private static Rectangle ink(BufferedImage picture) {
        Rectangle ink = new Rectangle(-1, -1);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getRGB(x, y) >>> 24 > 0) {
                    ink.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return ink;
    }

    private static List<String> found(Pattern wanted, String svg) {
        List<String> found = new ArrayList<>();
        Matcher matcher = wanted.matcher(svg);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** What is drawn by lines in the colour of its place: the signs, and the faces and symbols of the forms. */
    private static List<Master> drawn() throws IOException {
        return Stream.concat(masters("signs").stream(), masters("symbols").stream())
                .toList();
    }

    private static List<Master> all() throws IOException {
        return Stream.concat(drawn().stream(), masters("svg").stream()).toList();
    }

    private static List<Master> masters(String folder) throws IOException {
        return Master.in(Path.of("src", "main", folder));
    }
}
