package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A second pair of eyes on one revision of a draft. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        PersonId reviewer,
        ReviewState state,
        Instant at,
        @Nullable String comment) {}
