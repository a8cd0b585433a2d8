package fi.vastine.contract.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the backend answered to one command; stored there with it, so that a repeat gets the same answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Outcome.Applied.class),
    @JsonSubTypes.Type(Outcome.NoOp.class),
    @JsonSubTypes.Type(Outcome.Conflict.class),
    @JsonSubTypes.Type(Outcome.Refused.class),
    @JsonSubTypes.Type(Outcome.Gone.class),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Outcome {

    /** Done, as this change. */
    @JsonTypeName("applied")
    record Applied(long changeNo) implements Outcome {}

    /** What was meant held already. */
    @JsonTypeName("no-op")
    record NoOp() implements Outcome {}

    /** Met another's change; a reply's text is kept beside the case as a labelled draft. */
    @JsonTypeName("conflict")
    record Conflict(
            ConflictReason why,
            @Nullable String current,
            @Nullable PersonId by,
            @Nullable Instant at) implements Outcome {}

    /**
     * Cannot be done.
     *
     * @param kept whether the backend keeps the text as a labelled draft for the case's present unit
     */
    @JsonTypeName("refused")
    record Refused(Refusal code, boolean kept) implements Outcome {}

    /** The case was erased. */
    @JsonTypeName("gone")
    record Gone() implements Outcome {}
}
