/**
 * The program put together: the window, the profile, the session of who is signed in, and the features in their frame.
 *
 * <p>{@link fi.vastine.desktop.Desktop} is read from top to bottom. No feature is built here and no rule is decided.
 */
@NullMarked
package fi.vastine.desktop;

import org.jspecify.annotations.NullMarked;
