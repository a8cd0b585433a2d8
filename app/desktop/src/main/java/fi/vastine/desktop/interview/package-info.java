/**
 * The interview at the bedside: what is settled before the first question, one question a screen, and the end.
 *
 * <p>What an interview is and how it is kept lies in the core; here is how it is asked. Entering what was said or written without a
 * form is in {@code desktop.entry}.
 */
@NullMarked
package fi.vastine.desktop.interview;

import org.jspecify.annotations.NullMarked;
