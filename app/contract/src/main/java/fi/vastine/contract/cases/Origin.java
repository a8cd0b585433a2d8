package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case came in; this never changes afterwards.
 *
 * @param receivedAt when the organisation got it: the day on which the promise begins
 * @param collector who entered it for the customer, if anyone did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Origin(
        Channel channel,
        Language language,
        Instant receivedAt,
        Answers answers,
        @Nullable PersonId collector) {

    Origin withoutWords() {
        return new Origin(channel, language, receivedAt, answers.withoutWords(), collector);
    }
}
