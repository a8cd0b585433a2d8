package fi.vastine.core.store;

import java.nio.file.Path;

/** A newer version of the program has changed the store: this one must not write into what it does not know. */
public final class StoreNewer extends StoreDamaged {

    StoreNewer(Path folder) {
        super(folder, "a newer version of the program has changed it");
    }
}
