package fi.vastine.core.store;

import fi.vastine.core.profile.DiskFull;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what an error of the database means for whoever called it. */
record Trouble(Path folder) {
    /** How Linux, macOS and Windows put it; a quota or a limit on a file's size leaves the same to do. */
    private static final List<String> FULL =
            List.of("no space left", "not enough space", "disk quota exceeded", "file too large");

    RuntimeException told(Throwable error) {
        if (error instanceof SQLSyntaxErrorException || error instanceof SQLIntegrityConstraintViolationException) {
            return new IllegalStateException(error);
        }
        return isFull(error) ? new DiskFull(folder, error) : new StoreDamaged(folder, error);
    }

    private static boolean isFull(@Nullable Throwable error) {
        if (error == null) {
            return false;
        }
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        // HSQLDB does not always hand on the cause, but quotes its message.
        boolean full = FULL.stream().anyMatch(message::contains);
        return full || (!(error instanceof IOException) && isFull(error.getCause()));
    }
}
