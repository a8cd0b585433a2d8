package fi.vastine.backend.delivery;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.ReplyId;
import java.time.Instant;

/**
 * A reply as it leaves.
 *
 * @param to the customer's address as it was given, not yet looked at
 * @param answeredAt the date on the mail
 */
public record Letter(ReplyId reply, String to, Language language, String text, Instant answeredAt) {}
