/**
 * Identities, one small type each, so that a unit is never taken for a person.
 *
 * <p>Those that laptops make are UUIDs of version 7 from {@link fi.vastine.contract.id.UuidSource}; those that an
 * organisation gives (units, people, themes) are its own short texts.
 */
@NullMarked
package fi.vastine.contract.id;

import org.jspecify.annotations.NullMarked;
