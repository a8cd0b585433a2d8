/**
 * Whose desk a piece of feedback lands on, and what its sender was promised.
 *
 * <p>Here lives what happens to a case when it comes in and when it changes units. Who answers for a unit is known in
 * {@code identity}; how a promise is counted, in the contract.
 */
@NullMarked
package fi.vastine.backend.routing;

import org.jspecify.annotations.NullMarked;
