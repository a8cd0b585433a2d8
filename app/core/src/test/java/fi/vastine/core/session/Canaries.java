package fi.vastine.core.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Texts that must be found nowhere, and the search for each of their forms in every byte. */
record Canaries(List<String> texts) {

    /** Where which text was found, in all files under these folders, inside gzip too. */
    Set<String> in(Path... tops) {
        Set<String> found = new TreeSet<>();
        for (Path top : tops) {
            try (Stream<Path> files = Files.walk(top)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    found.addAll(in(bytes, top.relativize(file).toString()));
                    found.addAll(in(opened(bytes), top.relativize(file) + " (gzip)"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** Which texts these bytes hold, each with the place's name. */
    Set<String> in(byte[] bytes, String place) {
        // One byte is one character, so that a search for bytes is a search for text.
        String all = new String(bytes, ISO_8859_1);
        Set<String> found = new TreeSet<>();
        for (String text : texts) {
            for (byte[] form : forms(text)) {
                if (all.contains(new String(form, ISO_8859_1))) {
                    found.add(text + " in " + place);
                }
            }
        }
        return found;
    }

    private static List<byte[]> forms(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(UTF_8));
        return List.of(
                text.getBytes(UTF_8),
                text.getBytes(UTF_16BE),
                text.getBytes(UTF_16LE),
                text.getBytes(ISO_8859_1),
                hex.getBytes(ISO_8859_1),
                hex.toUpperCase(Locale.ROOT).getBytes(ISO_8859_1));
    }

    private static byte[] opened(byte[] bytes) {
        boolean zipped = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        if (!zipped) {
            return new byte[0];
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        } catch (IOException cut) {
            return new byte[0];
        }
    }
}
