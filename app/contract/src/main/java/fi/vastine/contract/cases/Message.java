package fi.vastine.contract.cases;

import fi.vastine.contract.id.MessageId;
import java.time.Instant;

/** A customer's own words; the first message of a case is the feedback itself, its text empty if only figures came. */
public record Message(MessageId id, Instant at, String text) {}
