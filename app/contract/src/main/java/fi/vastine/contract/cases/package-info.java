/**
 * One piece of feedback and all that happened to it, as immutable values.
 *
 * <p>What may happen to a case is decided in {@code command}; nothing here knows of laptops, transport or storage.
 */
@NullMarked
package fi.vastine.contract.cases;

import org.jspecify.annotations.NullMarked;
