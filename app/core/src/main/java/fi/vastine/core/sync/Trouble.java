package fi.vastine.core.sync;

import fi.vastine.contract.wire.WipeOrder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an exchange with the backend failed.
 *
 * @param retryAfter how long the backend asks to be left alone; absent if it did not say
 * @param order with {@code DEVICE_BLOCKED}, what came as an order to wipe this laptop; not looked at yet
 */
public record Trouble(
        Kind kind, @Nullable Duration retryAfter, @Nullable WipeOrder order) {

    public static Trouble of(Kind kind) {
        return new Trouble(kind, null, null);
    }

    /** What kind of trouble, for the words on the screen and for what to do next. */
    public enum Kind {
        /** No connection, or it broke off. */
        NO_NETWORK,
        /** The answer is not from a backend of ours. */
        PROXY_PAGE,
        /** A proxy asks for a name and a password that it was not given, or of a kind that is not spoken here. */
        PROXY_SIGN_IN,
        /** No safe connection can be made as the certificates do not hold at the time this laptop believes it is. */
        CLOCK_WRONG,
        /** What answers cannot prove that it is the backend, or not safely; nothing was sent. */
        UNTRUSTED,
        /** The answer ended before its end. */
        CUT_SHORT,
        WRONG_PASSWORD,
        /** The access token has to be renewed. */
        TOKEN_EXPIRED,
        /** The person has to sign in again. */
        SESSION_ENDED,
        /** The backend will not, and says no more; it changes nothing here. */
        FORBIDDEN,
        /** The backend says that this laptop is blocked; without a true order it changes nothing here. */
        DEVICE_BLOCKED,
        /** An administrator's order to wipe this laptop: it names it and is signed with the key kept from the first sign-in. */
        WIPE_ORDERED,
        /** The backend was restored from a backup and lacks what it gave out since: this laptop registers anew. */
        RESTORED,
        /** Another laptop uses the same registration: this one was restored from an image. */
        DEVICE_FORKED,
        /** The backend expects another sequence number: it lacks commands that it had. */
        SEQ_GAP,
        TOO_LARGE,
        TOO_OLD,
        TOO_MANY,
        /** The backend answers that it cannot, or answers what makes no sense. */
        SERVER_TROUBLE,
        /** The answer came and could not be kept. */
        DISK_FULL
    }
}
