package fi.vastine.icons;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes an animated GIF of the pictures that the demo's tour leaves, each with who acts and what happens below it: {@code Film
 * <script> <pictures> <fonts> <gif>}.
 *
 * <p>A line of the script is {@code picture | seconds | left,top,width | who | what}: the part of the picture that is shown, in its
 * own pixels, as wide as the words in it stay legible.
 */
public final class Film {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final int STRIP = 62;
    private static final int MARGIN = 20;
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private Film() {}

    /** One picture of the film, and how long it stands. */
    private record Scene(String picture, int seconds, int left, int top, int width, String who, String what) {
        static Scene of(String line) {
            String[] parts = line.split("\\s*\\|\\s*", -1);
            String[] shown = parts[2].split(",", -1);
            return new Scene(
                    parts[0],
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(shown[0]),
                    Integer.parseInt(shown[1]),
                    Integer.parseInt(shown[2]),
                    parts[3],
                    parts[4]);
        }
    }

    public static void main(String[] paths) throws IOException, FontFormatException {
        List<Scene> scenes = Files.readAllLines(Path.of(paths[0])).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Scene::of)
                .toList();
        Path pictures = Path.of(paths[1]);
        Font plain = Font.createFont(
                Font.TRUETYPE_FONT, Path.of(paths[2], "Inter-Regular.otf").toFile());
        Font strong = Font.createFont(
                Font.TRUETYPE_FONT, Path.of(paths[2], "Inter-SemiBold.otf").toFile());
        Path gif = Path.of(paths[3]);
        Files.deleteIfExists(gif);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(gif.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Scene scene : scenes) {
                BufferedImage frame = frame(scene, picture(pictures, scene.picture()), plain, strong);
                writer.writeToSequence(new IIOImage(frame, null, standing(writer, frame, scene.seconds())), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /** The tour numbers its pictures, the script does not: a step more changes nothing of it. */
    private static BufferedImage picture(Path pictures, String name) throws IOException {
        try (Stream<Path> files = Files.list(pictures)) {
            Path found = files.filter(file -> file.getFileName().toString().matches("\\d+-" + name + "\\.png"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The tour has left no picture " + name + " in " + pictures));
            return ImageIO.read(found.toFile());
        }
    }

    private static BufferedImage frame(Scene scene, BufferedImage whole, Font plain, Font strong) {
        var frame = new BufferedImage(WIDTH, HEIGHT + STRIP, BufferedImage.TYPE_INT_RGB);
        int height = scene.width() * HEIGHT / WIDTH;
        // Java2D's quick scaling leaves pixels out, which eats thin letters; this one averages them.
        Image shown = whole.getSubimage(scene.left(), scene.top(), scene.width(), height)
                .getScaledInstance(WIDTH, HEIGHT, Image.SCALE_AREA_AVERAGING);
        Graphics2D pen = frame.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.drawImage(shown, 0, 0, null);
        pen.setColor(new Color(0x0b6b6f));
        pen.fillRect(0, HEIGHT, WIDTH, STRIP);
        pen.setColor(Color.WHITE);
        pen.setFont(strong.deriveFont(14f));
        pen.drawString(scene.who(), MARGIN, HEIGHT + 25);
        pen.setFont(plain.deriveFont(16f));
        pen.drawString(scene.what(), MARGIN, HEIGHT + 48);
        pen.dispose();
        return frame;
    }

    private static IIOMetadata standing(ImageWriter writer, BufferedImage frame, int seconds) throws IOException {
        IIOMetadata about = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(seconds * 100));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        IIOMetadataNode forever = new IIOMetadataNode("ApplicationExtension");
        forever.setAttribute("applicationID", "NETSCAPE");
        forever.setAttribute("authenticationCode", "2.0");
        forever.setUserObject(new byte[] {1, 0, 0});
        extensions.appendChild(forever);
        root.appendChild(extensions);
        about.mergeTree(FORMAT, root);
        return about;
    }
}
