package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a customer: a mail, or one given otherwise and written down.
 *
 * @param answers the customer's message it answers
 * @param text what was sent; for an answer given otherwise, what was said
 * @param answeredAt when its writer sent or gave it, by the laptop's clock
 * @param receivedAt when the backend got it
 * @param supplements the earlier reply to which this is a knowing addition
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reply(
        ReplyId id,
        MessageId answers,
        Way way,
        String text,
        PersonId by,
        Instant answeredAt,
        Instant receivedAt,
        Delivery delivery,
        @Nullable ReplyId supplements) {

    public Reply delivered(Delivery newDelivery) {
        return new Reply(id, answers, way, text, by, answeredAt, receivedAt, newDelivery, supplements);
    }

    Reply withoutText() {
        return new Reply(id, answers, way, "", by, answeredAt, receivedAt, delivery, supplements);
    }

    /** Whether the customer has this answer or will get it, as far as is known. */
    public boolean stands() {
        return delivery.state() != DeliveryState.FAILED;
    }
}
