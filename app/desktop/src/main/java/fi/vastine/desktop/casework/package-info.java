/**
 * What the features ask of a signed-in session, in one interface: read a case, decide, keep a draft.
 *
 * <p>In the program it is the session; in tests of the screens it is a county in memory with the same rules. Nothing here
 * draws or words anything.
 */
@NullMarked
package fi.vastine.desktop.casework;

import org.jspecify.annotations.NullMarked;
