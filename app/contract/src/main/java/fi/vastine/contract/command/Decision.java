package fi.vastine.contract.command;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.reference.Campaign;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes of a command on a case as it stands, or on the campaigns there are. */
public sealed interface Decision {

    /** The case changes into this. */
    record Apply(FeedbackCase next) implements Decision {}

    /** The case goes, and is counted nowhere. */
    record Withdraw() implements Decision {}

    /** A campaign is there from now on, or changes into this. */
    record Plan(Campaign next) implements Decision {}

    /** What was meant holds already. */
    record NoOp() implements Decision {}

    /**
     * The case is no longer as the person saw it.
     *
     * @param current the value that stands now, as an id or code
     * @param by who made it so; absent for the program itself or when not known
     * @param at when; absent when not known
     */
    record Conflict(
            ConflictReason why,
            @Nullable String current,
            @Nullable PersonId by,
            @Nullable Instant at) implements Decision {}

    /** It cannot be done at all. */
    record Refuse(Refusal code) implements Decision {}
}
