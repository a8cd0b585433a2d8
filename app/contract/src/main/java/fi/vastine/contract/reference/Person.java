package fi.vastine.contract.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff, as colleagues see them.
 *
 * @param title the work title, as it stands under a reply, such as {@code osastonhoitaja}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(PersonId id, String name, @Nullable String title) {}
