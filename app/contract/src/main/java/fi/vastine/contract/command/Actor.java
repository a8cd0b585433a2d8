package fi.vastine.contract.command;

import fi.vastine.contract.id.PersonId;
import java.time.Instant;

/**
 * Who acts, and when.
 *
 * @param madeAt the laptop's clock when the person decided
 * @param receivedAt the backend's clock; on the laptop, while the command is pending, the same as {@code madeAt}
 */
public record Actor(PersonId person, Instant madeAt, Instant receivedAt) {}
