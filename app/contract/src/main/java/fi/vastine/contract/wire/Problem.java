package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param type {@code urn:vastine:problem:} and the code in small letters
 * @param detail for whoever builds against the backend, in English; a person is told by the desktop's own words
 * @param code what programs go by
 * @param field the field that is wrong, as a JSON pointer
 * @param expectedSeq with {@code SEQ_GAP}: the sequence number the backend expects next
 * @param order with {@code DEVICE_BLOCKED}: what the device is to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        Code code,
        @Nullable String field,
        @Nullable Long expectedSeq,
        @Nullable WipeOrder order) {

    /** What went wrong, for programs. */
    public enum Code {
        MALFORMED,
        INVALID_FIELD,
        NOT_SIGNED_IN,
        WRONG_PASSWORD,
        TOKEN_EXPIRED,
        SESSION_ENDED,
        /** The backend was restored from a backup that lacks these tokens: the device registers anew. */
        RESTORED,
        FORBIDDEN,
        DEVICE_BLOCKED,
        DEVICE_FORKED,
        SEQ_GAP,
        NOT_FOUND,
        TOO_LARGE,
        TOO_OLD,
        TOO_MANY,
        BUSY,
        INTERNAL
    }
}
