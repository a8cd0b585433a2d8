package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/sign-in}, {@code POST /v1/token} and {@code POST /v1/device}: a person on a device. */
public final class SignIn {
    private SignIn() {}

    /**
     * A person signs in.
     *
     * @param deviceName what an administrator calls the laptop, 1 to 64 characters
     * @param device the device as registered earlier; absent to register anew
     * @param instead the device that the laptop was so far, where it must register anew: whether that is blocked is asked of it
     *     too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Request(
            String user,
            String password,
            String deviceName,
            @Nullable DeviceId device,
            @Nullable DeviceId instead) {}

    /**
     * Signed in.
     *
     * @param epoch the backend's epoch: another than before means that it was restored from a backup
     * @param lastSeq the last command sequence number the backend has of this device; 0 for none
     * @param orderKey the organisation's public key, by which a {@link WipeOrder} is known: kept from the first sign-in on
     * @param claim for {@link Anew}; shown for nothing else, and good as long as the session
     * @param recoveryKey with which the laptop locks the key of its outbox for the organisation, as {@link
     *     fi.vastine.contract.recovery.RecoveryKey} has it; absent if the organisation has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            DeviceId device,
            PersonId person,
            Tokens tokens,
            String epoch,
            long lastSeq,
            String claim,
            String orderKey,
            @Nullable String recoveryKey) {}

    /**
     * The device registers anew, with nobody at it: after a restored backup, or when another uses its registration too.
     *
     * <p>The answer is that of a sign-in, for a new device. The claim stays good, as that answer may be lost; asking again
     * ends what was begun with it before.
     *
     * @param device as registered so far
     * @param claim of the session that ends with this
     */
    public record Anew(DeviceId device, String claim) {}

    /** Asks for new tokens. */
    public record Renewal(DeviceId device, String refresh) {}

    /**
     * What a device shows to be let in.
     *
     * @param access for the Authorization header, as a bearer
     * @param accessUntil when it ends, by the backend's clock
     * @param refresh good once; the one before stays good until this is first used
     */
    public record Tokens(String access, Instant accessUntil, String refresh) {}
}
