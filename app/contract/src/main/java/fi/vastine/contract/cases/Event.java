package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param at when it took effect: the backend's clock, or the laptop's while it is pending
 * @param by who did it; absent for the program itself
 * @param from the value before, as an id or code, where there was one
 * @param to the value after, as an id or code, where there is one
 * @param text a person's words, such as the reason of a move
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(
        Instant at,
        @Nullable PersonId by,
        What what,
        @Nullable String from,
        @Nullable String to,
        @Nullable String text) {

    Event withoutText() {
        return new Event(at, by, what, from, to, null);
    }

    /** What happened. */
    public enum What {
        RECEIVED,
        ROUTED,
        MOVED,
        ASSIGNED,
        STATUS,
        KIND,
        THEME_ADDED,
        THEME_REMOVED,
        NOTE,
        DRAFT_KEPT,
        REVIEW_ASKED,
        REVIEW_APPROVED,
        REVIEW_RETURNED,
        REPLY_SENT,
        ANSWERED_OTHERWISE,
        DELIVERY,
        HANDED_OVER,
        TEAM_THANKED,
        /** The time for which contact details are kept is over. */
        CONTACT_EXPIRED,
        /** The time for which words are kept is over; figures stay. */
        TEXT_EXPIRED
    }
}
