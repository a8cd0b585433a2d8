/**
 * JSON as it stands on the wire and in the stores: one configuration for both.
 *
 * <p>What is written and read belongs to {@code fi.vastine.contract}; here is only how.
 */
@NullMarked
package fi.vastine.core.json;

import org.jspecify.annotations.NullMarked;
