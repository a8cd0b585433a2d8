/**
 * When a promised reply is due, by the Finnish calendar, which is kept as data.
 *
 * <p>Days are those of {@link fi.vastine.contract.due.DueDates#ZONE}; nothing here reads a clock.
 */
@NullMarked
package fi.vastine.contract.due;

import org.jspecify.annotations.NullMarked;
