package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The customer asked for an answer and left a way to give it.
 *
 * @param address a mail address, phone number or postal address, as the way says
 * @param name how the customer wants to be called, if they said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplyWish(Way way, String address, @Nullable String name) {}
