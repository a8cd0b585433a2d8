/**
 * Signing in: where the backend is, who is at work, and what to do when it does not succeed.
 *
 * <p>What is kept of a person on the laptop is core's matter; what she sees afterwards is the frame's.
 */
@NullMarked
package fi.vastine.desktop.signin;

import org.jspecify.annotations.NullMarked;
