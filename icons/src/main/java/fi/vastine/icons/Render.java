package fi.vastine.icons;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes what window systems and installers want from the marks of the program and of its files: {@code Render <masters> <packed>
 * <icons>}.
 *
 * <p>The program packs PNGs for its windows; the folder of icons has every size, and an {@code .ico} and an {@code .icns} of each.
 */
public final class Render {
    /** Sizes that window systems, start menus and installers ask for, in pixels. */
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);

    /** What Windows looks for in an {@code .ico}. */
    static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    /** What a Mac looks for in an {@code .icns}. */
    static final List<Integer> ICNS_SIZES = List.of(16, 32, 64, 128, 256, 512, 1024);

    private static final int LARGEST_PACKED = 256;
    private static final int LARGEST_BITMAP = 48;

    private Render() {}

    public static void main(String[] folders) throws IOException {
        Path packed = Files.createDirectories(Path.of(folders[1]));
        Path icons = Files.createDirectories(Path.of(folders[2]));
        for (Master master : Master.in(Path.of(folders[0]))) {
            for (int size : SIZES) {
                BufferedImage picture = master.picture(size);
                String file = "%s-%d.png".formatted(master.name(), size);
                ImageIO.write(picture, "png", icons.resolve(file).toFile());
                if (master.name().equals("vastine") && size <= LARGEST_PACKED) {
                    ImageIO.write(picture, "png", packed.resolve(file).toFile());
                }
            }
            bundle(master, ICO_SIZES, "ico", icons);
            bundle(master, ICNS_SIZES, "icns", icons);
        }
    }

    /** Old programs read small pictures of an {@code .ico} as bitmaps only; as PNG, large ones take a tenth of the room. */
    private static ImageWriteParam packing(ImageWriter writer, int size) {
        ImageWriteParam packing = writer.getDefaultWriteParam();
        if (packing.canWriteCompressed()) {
            packing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            packing.setCompressionType(size <= LARGEST_BITMAP ? "BI_RGB" : "BI_PNG");
        }
        return packing;
    }

    /** One file that holds a picture of each size. */
    private static void bundle(Master master, List<Integer> sizes, String format, Path icons) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        Path file = icons.resolve(master.name() + "." + format);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int size : sizes) {
                writer.writeToSequence(new IIOImage(master.picture(size), null, null), packing(writer, size));
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }
}
