package fi.vastine.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RenderTest {
    @Test
    void theProgramsMarkIsThereInEverySizeWithItsColourAndItsLetter() throws IOException {
        for (int size : Render.SIZES) {
            URL url = Objects.requireNonNull(Render.class.getResource("vastine-" + size + ".png"));
            BufferedImage picture = ImageIO.read(url);

            assertThat(picture.getWidth()).isEqualTo(size);
            assertThat(picture.getHeight()).isEqualTo(size);
            assertThat(Integer.toHexString(picture.getRGB(size / 2, size / 8))).isEqualTo("ff0b6b6f");
            assertThat(Integer.toHexString(picture.getRGB(size / 2, size * 43 / 64)))
                    .isEqualTo("ffffffff");
        }
    }
}
