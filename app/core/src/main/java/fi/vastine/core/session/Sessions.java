package fi.vastine.core.session;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Opens sessions: one folder a person and backend, so that several people can share a laptop.
 *
 * <p>Thread safe. All methods block for the disk, signing in for the network too.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Sessions {
    /** Somebody who has signed in here before. */
    public record Known(ServerAddress server, String user) {}

    /** Keeps profiles under a folder of the user's own, which is made when first needed. */
    public Sessions(Path folder, InstantSource clock) {}

    /**
     * Signs in over the network.
     *
     * @param deviceName what an administrator will call this laptop, 1 to 64 characters
     */
    public SignInResult signIn(ServerAddress server, String user, String password, String deviceName) {
        throw new UnsupportedOperationException();
    }

    /** Goes on as the person who was last at work here, without a password and without a network. */
    public SignInResult resume() {
        throw new UnsupportedOperationException();
    }

    /** Goes on as somebody who has signed in here before. */
    public SignInResult resume(Known person) {
        throw new UnsupportedOperationException();
    }

    /** Who has signed in here, the latest first. */
    public List<Known> known() {
        throw new UnsupportedOperationException();
    }
}
