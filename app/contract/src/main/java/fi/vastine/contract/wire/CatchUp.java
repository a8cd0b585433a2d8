package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far the first download of a unit has come.
 *
 * @param to the change number up to which cases are sent as they stand; later ones come with the live stream
 * @param at where the next page begins, as the backend wrote it; absent at the beginning
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatchUp(long to, @Nullable String at) {}
