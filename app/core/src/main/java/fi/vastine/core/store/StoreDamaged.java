package fi.vastine.core.store;

import java.nio.file.Path;

/** The files of a store cannot be read: changed, cut short, locked with another key, or of a newer program. */
public sealed class StoreDamaged extends RuntimeException permits StoreNewer {

    public StoreDamaged(Path folder, String why) {
        super("The store " + folder.getFileName() + " cannot be read: " + why);
    }

    public StoreDamaged(Path folder, Throwable cause) {
        super("The store " + folder.getFileName() + " cannot be read", cause);
    }
}
