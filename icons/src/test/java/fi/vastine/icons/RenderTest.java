package fi.vastine.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build has made by now, as those find it who use it. */
class RenderTest {
    private static final Path ICONS = Path.of("target", "icons");

    @Test
    void theProgramsMarkIsThereInEverySizeWithItsColourAndItsLetter() throws IOException {
        for (int size : Render.SIZES) {
            BufferedImage picture =
                    ImageIO.read(ICONS.resolve("vastine-" + size + ".png").toFile());

            assertThat(picture.getWidth()).isEqualTo(size);
            assertThat(picture.getHeight()).isEqualTo(size);
            assertThat(Integer.toHexString(picture.getRGB(size / 2, size / 8))).isEqualTo("ff0b6b6f");
            assertThat(Integer.toHexString(picture.getRGB(size / 2, size * 43 / 64)))
                    .isEqualTo("ffffffff");
        }
    }

    @Test
    void theProgramPacksItsMarkForWindowsAndNothingLarger() throws IOException {
        URL packed = Objects.requireNonNull(Render.class.getResource("vastine-256.png"));

        assertThat(ImageIO.read(packed).getWidth()).isEqualTo(256);
        assertThat(Render.class.getResource("vastine-1024.png")).isNull();
        assertThat(Render.class.getResource("symbols/web-16.svg")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vastine", "document"})
    void anIcoHoldsEachSizeThatWindowsLooksFor(String name) throws IOException {
        assertThat(read(name + ".ico", "ico")).containsExactlyElementsOf(Render.ICO_SIZES);

        // As Windows reads its directory: a count, then a width in one byte each, 0 for 256.
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve(name + ".ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(file.getShort(2)).isEqualTo((short) 1);
        assertThat((int) file.getShort(4)).isEqualTo(Render.ICO_SIZES.size());
        for (int each = 0; each < Render.ICO_SIZES.size(); each++) {
            assertThat(file.get(6 + 16 * each) & 0xff).isEqualTo(Render.ICO_SIZES.get(each) % 256);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vastine", "document"})
    void anIcnsHoldsEachSizeThatAMacLooksFor(String name) throws IOException {
        assertThat(read(name + ".icns", "icns")).containsExactlyElementsOf(Render.ICNS_SIZES);

        // As a Mac reads it: the length of the whole, then a name of four letters and a length each.
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve(name + ".icns")));
        assertThat(file.getInt(4)).isEqualTo(file.capacity());
        List<String> entries = new ArrayList<>();
        for (int at = 8; at < file.capacity(); at += file.getInt(at + 4)) {
            byte[] entry = new byte[4];
            file.get(at, entry);
            entries.add(new String(entry, StandardCharsets.US_ASCII));
        }
        assertThat(entries).contains("icp4", "icp5", "icp6", "ic07", "ic08", "ic09", "ic10");
    }

    /** The widths of the pictures in a file, each of which is as high and shows something. */
    private static List<Integer> read(String file, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        List<Integer> sizes = new ArrayList<>();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(ICONS.resolve(file).toFile())) {
            reader.setInput(in);
            for (int each = 0; each < reader.getNumImages(true); each++) {
                BufferedImage picture = reader.read(each);
                assertThat(picture.getHeight()).isEqualTo(picture.getWidth());
                assertThat(picture.getRGB(picture.getWidth() / 2, picture.getHeight() * 43 / 64) >>> 24)
                        .isEqualTo(255);
                assertThat(picture.getRGB(0, 0) >>> 24)
                        .as("a ground that shows through")
                        .isZero();
                sizes.add(picture.getWidth());
            }
        } finally {
            reader.dispose();
        }
        return sizes;
    }
}
