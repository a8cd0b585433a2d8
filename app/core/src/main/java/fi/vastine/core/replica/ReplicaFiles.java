package fi.vastine.core.replica;

import fi.vastine.core.key.KeyHolder;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.profile.DurableFile;
import fi.vastine.core.profile.FreeSpace;
import fi.vastine.core.profile.OwnerOnly;
import fi.vastine.core.seal.StoreKeys;
import fi.vastine.core.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replica's folder, its key, and the mark that tells of a fill that did not end. */
record ReplicaFiles(Path folder, KeyHolder keys) {
    private static final String KEY = "replica";
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaFiles.class);
    private static final long RESERVE = 64L << 20;

    static final List<String> MIGRATIONS = List.of(
            "CREATE CACHED TABLE IF NOT EXISTS head"
                    + " (case_id UUID PRIMARY KEY, change_no BIGINT, unit VARCHAR(64), seq BIGINT, line LONGVARBINARY)",
            "CREATE CACHED TABLE IF NOT EXISTS body (case_id UUID PRIMARY KEY, content LONGVARBINARY)",
            "CREATE CACHED TABLE IF NOT EXISTS forgotten (case_id UUID PRIMARY KEY, change_no BIGINT)",
            "CREATE CACHED TABLE IF NOT EXISTS marked (case_id UUID PRIMARY KEY)",
            "CREATE MEMORY TABLE IF NOT EXISTS document"
                    + " (kind VARCHAR(16), id VARCHAR(128), content LONGVARBINARY, PRIMARY KEY (kind, id))",
            "CREATE MEMORY TABLE IF NOT EXISTS state (name VARCHAR(16) PRIMARY KEY, content LONGVARBINARY)",
            // Heads have come together on sheets: what was held in the former way comes again.
            "DROP TABLE head IF EXISTS",
            "DELETE FROM body",
            "DELETE FROM forgotten",
            "DELETE FROM marked",
            "DELETE FROM document",
            "DELETE FROM state",
            "ALTER TABLE body ADD COLUMN IF NOT EXISTS change_no BIGINT",
            "CREATE CACHED TABLE IF NOT EXISTS sheet (no BIGINT PRIMARY KEY, content LONGVARBINARY)",
            // Each body and each sheet has a secret of its own: what was held under one key for all comes again.
            "DELETE FROM sheet",
            "DELETE FROM body",
            "DELETE FROM forgotten",
            "DELETE FROM marked",
            "DELETE FROM document",
            "DELETE FROM state",
            "ALTER TABLE body ADD COLUMN IF NOT EXISTS secret BIGINT",
            "ALTER TABLE sheet ADD COLUMN IF NOT EXISTS secret BIGINT",
            "CREATE MEMORY TABLE IF NOT EXISTS doomed (secret BIGINT PRIMARY KEY)");

    /** Opens the database with the replica's key, anew if a fill did not end; makes both if neither is there. */
    Opened open() {
        try {
            Files.createDirectories(folder);
            OwnerOnly.FOLDER.narrow(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.exists(folder.resolve("filling"))) {
            LOG.info("A first download was cut short and begins anew");
            delete();
        }
        StoreKeys storeKeys = new StoreKeys(keys.load(KEY).orElseGet(() -> {
            if (Database.isIn(folder)) {
                throw new KeyMissing(KEY);
            }
            return keys.create(KEY);
        }));
        Database database = Database.open(folder, storeKeys, new FreeSpace(folder, RESERVE), MIGRATIONS);
        return new Opened(database, storeKeys.seal(), new Secrets(folder, storeKeys.wrapping()));
    }

    /** Deletes everything, the mark last, and the key with it: what is left on the disk's sectors opens no more. */
    void delete() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.endsWith("filling")).toList()) {
                deleteTree(file);
            }
            keys.destroy(KEY);
            new DurableFile(folder, "filling").delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void markFilling() {
        try {
            new DurableFile(folder, "filling").write(new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void markFilled() {
        try {
            new DurableFile(folder, "filling").delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path top) throws IOException {
        try (Stream<Path> below = Files.walk(top)) {
            for (Path each : below.toList().reversed()) {
                Files.delete(each);
            }
        }
    }
}
