/**
 * Entering what a customer said or wrote by hand: a form for the keyboard, kept at every pause, ready for the next one.
 *
 * <p>Who enters need not be allowed to read cases, so nothing here shows one; what is entered waits in the outbox. Asking
 * statement by statement, with support, is another feature.
 */
@NullMarked
package fi.vastine.desktop.entry;

import org.jspecify.annotations.NullMarked;
