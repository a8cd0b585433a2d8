package fi.vastine.desktop;

import fi.vastine.core.http.Network;
import fi.vastine.core.http.Patience;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a start of the program holds before there is a window: the profile, how it is guarded, and whoever goes on in it.
 *
 * <p>Opening keys and stores takes about as long as starting JavaFX, and needs nothing of it: begun first, both go on side by
 * side. To be used by one thread after another, not by two at once.
 */
public final class HeadStart {
    private final Profile profile;
    private final Policy policy;
    private final Network network;
    private final Clock clock;
    private final Sessions sessions;
    private @Nullable CompletableFuture<SignInResult> resumed;

    /**
     * Opens nothing yet.
     *
     * @param profile the program's own folder, held by this start of it
     * @param policy what is decided about this laptop from outside
     * @param clock the machine's clock in the organisation's zone
     */
    public HeadStart(Profile profile, Policy policy, Clock clock) {
        this.profile = profile;
        this.policy = Laptop.withOwn(policy, profile.folder());
        this.network = Laptop.networkOf(this.policy);
        this.clock = clock;
        sessions = new Sessions(
                profile.folder().resolve("people"),
                clock,
                policy.keyStore(),
                policy.wanted(),
                policy.pins(),
                network,
                Patience.USUAL);
    }

    /** Begins, unless it has begun, to go on as the person who was last at work here. Does not block. */
    public HeadStart begin() {
        if (resumed == null) {
            resumed = sessions.resuming();
        }
        return this;
    }

    /** Who goes on, when all that opens by itself is open; nobody if it was not begun. */
    CompletableFuture<SignInResult> resumed() {
        return resumed == null ? CompletableFuture.completedFuture(new SignInResult.NobodyYet()) : resumed;
    }

    Profile profile() {
        return profile;
    }

    Policy policy() {
        return policy;
    }

    Network network() {
        return network;
    }

    Clock clock() {
        return clock;
    }

    Sessions sessions() {
        return sessions;
    }
}
