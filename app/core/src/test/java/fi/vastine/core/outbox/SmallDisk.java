package fi.vastine.core.outbox;

import fi.vastine.core.json.Json;
import fi.vastine.core.key.KeyHolder;
import fi.vastine.core.profile.FreeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk that can be filled at will, for tests of what writes to an outbox. */
public final class SmallDisk {
    private static final long RESERVE = 32L << 20;
    private volatile long usable = Long.MAX_VALUE;

    /** Opens an outbox on it. */
    public Outbox open(Path folder, KeyHolder keys, Json json) throws IOException {
        Files.createDirectories(folder);
        return HsqlOutbox.open(folder, keys, json, new FreeSpace(folder, RESERVE, () -> usable));
    }

    public void fill() {
        usable = 0;
    }

    public void makeRoom() {
        usable = Long.MAX_VALUE;
    }
}
