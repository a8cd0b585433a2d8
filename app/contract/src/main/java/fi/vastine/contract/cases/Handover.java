package fi.vastine.contract.cases;

import fi.vastine.contract.id.PersonId;
import java.time.Instant;

/** The matter was handed to another process, which has its own clock; the feedback's clock has stopped. */
public record Handover(HandoverKind kind, PersonId by, Instant at) {}
