package fi.vastine.contract.cases;

import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;

/** A note among staff, never seen by the customer; it shows when it was written and when it arrived. */
public record Note(NoteId id, PersonId by, String text, Instant writtenAt, Instant receivedAt) {}
