package fi.vastine.core.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.core.seal.StoreKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads whatever somebody could who has a store's files and its key: every row in every page and log, deleted ones included.
 *
 * <p>1. The database's own encryption is taken off. 2. What looks sealed is opened with the store's seal and with every secret there
 * is, whatever row it stood in and whether or not its tag is right.
 */
public final class Forensics {
    private static final Pattern HEX = Pattern.compile("'([0-9a-fA-F]{58,})'");
    private static final int NONCE = 12;
    private static final int OVERHEAD = 29;
    private static final int LONGEST = 1 << 22;

    private final Path folder;
    private final StoreKeys keys;
    private final List<SecretKey> seals = new ArrayList<>();

    public Forensics(Path folder, SecretKey master) {
        this.folder = folder;
        this.keys = new StoreKeys(master);
        try {
            seals.add(new SecretKeySpec(
                    KDF.getInstance("HKDF-SHA256")
                            .deriveData(HKDFParameterSpec.ofExtract()
                                    .addIKM(master)
                                    .thenExpand("seal".getBytes(UTF_8), 32)),
                    "AES"));
            Path secrets = folder.resolve("secrets");
            byte[] all = Files.exists(secrets) ? Files.readAllBytes(secrets) : new byte[0];
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.wrapping());
            for (int at = 0; at + 32 <= all.length; at += 32) {
                seals.add(new SecretKeySpec(mac.doFinal(Arrays.copyOfRange(all, at, at + 32)), "AES"));
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a word can be read in any way. */
    public boolean finds(String word) {
        return !found(List.of(word)).isEmpty();
    }

    /** Those of some words that can be read in any way; short ones are found by chance in what is nothing. */
    public Set<String> found(Collection<String> words) {
        var wanted = new HashMap<String, String>();
        words.forEach(word -> wanted.put(new String(word.getBytes(UTF_8), ISO_8859_1), word));
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                look(bytes, wanted, found);
                stream(bytes).ifPresent(plain -> look(plain, wanted, found));
                rows(bytes, plain -> look(plain, wanted, found));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void search(String text, Map<String, String> wanted, Set<String> found) {
        wanted.forEach((each, word) -> {
            if (text.contains(each)) {
                found.add(word);
            }
        });
    }

    private void look(byte[] plain, Map<String, String> wanted, Set<String> found) {
        String text = new String(plain, ISO_8859_1);
        search(text, wanted, found);
        Matcher literals = HEX.matcher(text);
        while (literals.find()) {
            String hex = literals.group(1);
            unseal(HexFormat.of().parseHex(hex.substring(0, hex.length() & ~1)), wanted, found);
        }
        ByteBuffer ints = ByteBuffer.wrap(plain);
        for (int at = 4; at + OVERHEAD <= plain.length; at++) {
            int length = plain[at] == 1 ? ints.getInt(at - 4) : 0;
            if (length >= OVERHEAD && at + length <= plain.length) {
                unseal(Arrays.copyOfRange(plain, at, at + length), wanted, found);
            }
        }
    }

    private void unseal(byte[] sealed, Map<String, String> wanted, Set<String> found) {
        for (SecretKey each : seals) {
            byte[] counter = Arrays.copyOf(Arrays.copyOfRange(sealed, 1, 1 + NONCE), 16);
            counter[15] = 2;
            byte[] plain = decrypted("AES/CTR/NoPadding", each, counter, sealed, 1 + NONCE, sealed.length - OVERHEAD)
                    .orElseThrow();
            search(new String(plain, ISO_8859_1), wanted, found);
        }
    }

    /** A file that was encrypted as a whole, packed or not. */
    private Optional<byte[]> stream(byte[] bytes) {
        return database(bytes, 0, bytes.length & ~15).map(plain -> {
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(plain))) {
                return unpacked.readAllBytes();
            } catch (IOException notPacked) {
                return plain;
            }
        });
    }

    /** Rows that were encrypted each by itself, behind their length. */
    private void rows(byte[] bytes, Consumer<byte[]> each) {
        ByteBuffer ints = ByteBuffer.wrap(bytes);
        for (int at = 0; at + 20 <= bytes.length; at++) {
            int length = ints.getInt(at);
            if (length > 0 && length % 16 == 0 && length < LONGEST && at + 4 + length <= bytes.length) {
                database(bytes, at + 4, length).ifPresent(each);
            }
        }
    }

    private Optional<byte[]> database(byte[] bytes, int from, int length) {
        HexFormat hex = HexFormat.of();
        var key = new SecretKeySpec(hex.parseHex(keys.databaseKey()), "AES");
        return decrypted("AES/CBC/PKCS5Padding", key, hex.parseHex(keys.databaseVector()), bytes, from, length);
    }

    private static Optional<byte[]> decrypted(
            String way, SecretKey key, byte[] vector, byte[] bytes, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance(way);
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(vector));
            return Optional.of(cipher.doFinal(bytes, from, length));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
