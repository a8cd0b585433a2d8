package fi.vastine.icons;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;

/**
 * One drawing as its author wrote it: the large one, and where the large one would blur, a simpler one for small sizes.
 *
 * @param name of the file, without its ending
 * @param large the text of {@code <name>.svg}
 * @param small the text of {@code <name>-16.svg}; absent where the large one serves
 */
record Master(String name, String large, @Nullable String small) {
    private static final String ENDING = ".svg";
    private static final String SMALL_ENDING = "-16.svg";

    /** The largest picture, in pixels, that is made from the simpler drawing. */
    static final int SMALL = 20;

    /** The masters of a folder, by name. */
    static List<Master> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING) && !file.endsWith(SMALL_ENDING))
                    .sorted()
                    .map(file -> read(folder, file.substring(0, file.length() - ENDING.length())))
                    .toList();
        }
    }

    private static Master read(Path folder, String name) {
        Path small = folder.resolve(name + SMALL_ENDING);
        try {
            return new Master(
                    name,
                    Files.readString(folder.resolve(name + ENDING)),
                    Files.exists(small) ? Files.readString(small) : null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text that a picture of this many pixels is made from. */
    String at(int size) {
        return small != null && size <= SMALL ? small : large;
    }

    BufferedImage picture(int size) {
        return picture(at(size), size);
    }

    /** An SVG text as a square picture on a transparent ground. */
    static BufferedImage picture(String svg, int size) {
        var canvas = new Canvas();
        canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) size);
        canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) size);
        try {
            canvas.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput());
        } catch (TranscoderException unreadable) {
            throw new IllegalArgumentException("This is no drawing: " + svg, unreadable);
        }
        return Objects.requireNonNull(canvas.drawn);
    }

    /** Keeps the picture where others would write it to a file. */
    private static final class Canvas extends ImageTranscoder {
        private @Nullable BufferedImage drawn;

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
        }

        @Override
        public void writeImage(BufferedImage image, @Nullable TranscoderOutput output) {
            drawn = image;
        }
    }
}
