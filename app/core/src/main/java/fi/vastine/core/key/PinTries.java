package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fi.vastine.core.profile.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets a PIN be typed wrong five times in a row and then no more, also after a restart, until the person has shown otherwise who she
 * is.
 *
 * <p>Unlike {@link Tries} it does not slow down: what it guards is short, and she has her password beside it.
 */
final class PinTries {
    static final int MOST = 5;
    private static final String FILE = "pin-tries";

    private final Path folder;

    PinTries(Path folder) {
        this.folder = folder;
    }

    /**
     * Counts a try before it is made, so that ending the program amid it wins nothing.
     *
     * @return how many are left, should this one fail
     * @throws WrongPin if none was left for this one
     */
    int count() {
        int before = before();
        if (before >= MOST) {
            throw new WrongPin(0);
        }
        try {
            new DurableFile(folder, FILE).write(Integer.toString(before + 1).getBytes(US_ASCII));
        } catch (IOException e) {
            throw new KeyUnreadable("A try cannot be counted, so none is made", e);
        }
        return MOST - before - 1;
    }

    /** Whether none is left. */
    boolean areOver() {
        return before() >= MOST;
    }

    void forget() {
        try {
            new DurableFile(folder, FILE).delete();
        } catch (IOException e) {
            throw new KeyUnreadable("The tries cannot be forgotten", e);
        }
    }

    /** What cannot be read counts as all of them: whoever spoils the file wins nothing. */
    private int before() {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? Integer.parseUnsignedInt(Files.readString(file)) : 0;
        } catch (IOException | NumberFormatException damaged) {
            return MOST;
        }
    }
}
