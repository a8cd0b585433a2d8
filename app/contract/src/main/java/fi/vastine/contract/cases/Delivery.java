package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reply, and since when.
 *
 * @param reason the mail system's code and text, such as {@code 550 5.1.1}; without personal data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
        DeliveryState state, Instant at, @Nullable String reason) {}
