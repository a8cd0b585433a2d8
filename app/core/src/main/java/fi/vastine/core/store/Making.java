package fi.vastine.core.store;

import fi.vastine.core.profile.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The making of a database, which takes HSQLDB several files: one that was cut short is begun anew.
 *
 * <p>1. The mark is made.  2. The database is made.  3. The mark is deleted.  4. Somebody is told that something is kept in it. So where
 * the mark is found, nothing was kept, and half a database is no damage.
 */
final class Making {
    private static final Logger LOG = LoggerFactory.getLogger(Making.class);
    private static final String MARK = "making";

    private final Path folder;

    Making(Path folder) {
        this.folder = folder;
    }

    /** Before a database is opened that may have to be made. */
    void begin() throws IOException {
        if (Files.exists(folder.resolve(MARK))) {
            LOG.info("The store {} was left half made and is begun anew", folder.getFileName());
            deleteHalf();
        } else if (!Database.isIn(folder)) {
            new DurableFile(folder, MARK).write(new byte[0]);
        }
    }

    /** Once it is whole on the disk. */
    void end() throws IOException {
        new DurableFile(folder, MARK).delete();
    }

    private void deleteHalf() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList().reversed()) {
                if (isOfStore(folder.relativize(each))) {
                    Files.delete(each);
                }
            }
        }
    }

    private static boolean isOfStore(Path inFolder) {
        return inFolder.getName(0).toString().startsWith("store.");
    }
}
