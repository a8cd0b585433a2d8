package fi.vastine.core.profile;

import java.nio.file.Path;

/**
 * There is no room to write; nothing that was acknowledged earlier is touched.
 *
 * <p>The call that threw this has to be repeated once there is room. It is safe to repeat: every write of the stores may be made
 * twice with the same identities.
 */
public final class DiskFull extends RuntimeException {

    public DiskFull(Path folder, long usableBytes) {
        super("No room left for " + folder + ": " + usableBytes + " bytes usable");
    }

    public DiskFull(Path folder, Throwable cause) {
        super("No room left for " + folder, cause);
    }
}
