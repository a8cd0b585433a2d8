package fi.vastine.icons;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Makes a PNG of each size from every SVG master in a folder: {@code Render <masters> <pictures>}. */
public final class Render {
    /** Sizes that window systems, start menus and installers ask for, in pixels. */
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private Render() {}

    public static void main(String[] folders) throws IOException, TranscoderException {
        Path pictures = Files.createDirectories(Path.of(folders[1]));
        for (Path master : masters(Path.of(folders[0]))) {
            for (int size : SIZES) {
                render(master, size, pictures);
            }
        }
    }

    private static List<Path> masters(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }

    private static void render(Path master, int size, Path pictures) throws IOException, TranscoderException {
        String name = master.getFileName().toString().replace(".svg", "-" + size + ".png");
        var transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) size);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) size);
        try (OutputStream out = Files.newOutputStream(pictures.resolve(name))) {
            transcoder.transcode(new TranscoderInput(master.toUri().toString()), new TranscoderOutput(out));
        }
    }
}
