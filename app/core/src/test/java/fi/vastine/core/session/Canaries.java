package fi.vastine.core.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts that must be found nowhere, and the search for each of their forms in every byte.
 *
 * <p>The texts are plain letters and digits, which every way of writing JSON or a URL leaves as they are.
 */
final class Canaries {
    private static final Logger LOG = LoggerFactory.getLogger(Canaries.class);

    private final List<String> texts;
    private long files;
    private long bytes;

    Canaries(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** Where which text was found, in all files under these folders, inside gzip too. */
    Set<String> in(Path... tops) {
        Set<String> found = new TreeSet<>();
        for (Path top : tops) {
            try (Stream<Path> all = Files.walk(top)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    found.addAll(inFile(file, top.relativize(file).toString()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /**
     * The same in everything that came into the machine's temporary folder and into the folder the program was started in since
     * a moment, the folders of tests left out.
     */
    Set<String> inPassing(Instant since) {
        Set<String> found = new TreeSet<>();
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Files.walkFileTree(temporary, new Passing(temporary, since, found));
            try (Stream<Path> here = Files.list(Path.of(""))) {
                for (Path file : here.filter(Files::isRegularFile).toList()) {
                    if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                        found.addAll(inFile(file, file.toString()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private Set<String> inFile(Path file, String place) throws IOException {
        byte[] content = Files.readAllBytes(file);
        files++;
        Set<String> found = new TreeSet<>(in(content, place));
        found.addAll(in(opened(content), place + " (gzip)"));
        return found;
    }

    /** Which texts these bytes hold, each with the place's name. */
    Set<String> in(byte[] content, String place) {
        bytes += content.length;
        // One byte is one character, so that a search for bytes is a search for text.
        String all = new String(content, ISO_8859_1);
        Set<String> found = new TreeSet<>();
        for (String text : texts) {
            if (forms(text).anyMatch(all::contains)) {
                found.add(text + " in " + place);
            }
        }
        return found;
    }

    /** Says in the log of the test how much was looked through. */
    void tell(String where) {
        LOG.info(
                "{}: {} texts, each in 8 forms, looked for in {} bytes of {} files", where, texts.size(), bytes, files);
    }

    private static Stream<String> forms(String text) {
        byte[] plain = text.getBytes(UTF_8);
        String hex = HexFormat.of().formatHex(plain);
        return Stream.of(
                text,
                new String(text.getBytes(UTF_16BE), ISO_8859_1),
                new String(text.getBytes(UTF_16LE), ISO_8859_1),
                hex,
                hex.toUpperCase(Locale.ROOT),
                base64(text, 0),
                base64(text, 1),
                base64(text, 2));
    }

    /** What Base64 makes of a text behind so many other bytes, without what its neighbours have a part in. */
    private static String base64(String text, int behind) {
        String all = Base64.getEncoder().withoutPadding().encodeToString(("\0".repeat(behind) + text).getBytes(UTF_8));
        int whole = (behind + text.length()) / 3 * 4;
        return all.substring(behind == 0 ? 0 : 4, whole);
    }

    private static byte[] opened(byte[] content) {
        boolean zipped = content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
        if (!zipped) {
            return new byte[0];
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return stream.readAllBytes();
        } catch (IOException cut) {
            return new byte[0];
        }
    }

    /** Goes through what is new; others use the temporary folder too, and take away what they have put there. */
    private final class Passing extends SimpleFileVisitor<Path> {
        private final Path top;
        private final FileTime since;
        private final Set<String> found;

        Passing(Path top, Instant since, Set<String> found) {
            this.top = top;
            this.since = FileTime.from(since);
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
            boolean ofATest = folder.getFileName().toString().startsWith("junit");
            boolean isNew = is.creationTime().compareTo(since) >= 0;
            return folder.equals(top) || (isNew && !ofATest) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (is.isRegularFile() && is.lastModifiedTime().compareTo(since) >= 0) {
                try {
                    found.addAll(inFile(file, file.toString()));
                } catch (IOException somebodyElses) {
                    LOG.debug("Gone meanwhile, or not to be read: {}", file);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            return FileVisitResult.CONTINUE;
        }
    }
}
