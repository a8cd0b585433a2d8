/**
 * How feedback comes in from outside: {@code POST /v1/feedback}.
 *
 * <p>Here live what a form may hold, how often one sender may post, and the case that is made of it. Whose desk it lands on
 * is known in {@code routing}.
 */
@NullMarked
package fi.vastine.backend.intake;

import org.jspecify.annotations.NullMarked;
