/**
 * Keeps this laptop and the backend in step.
 *
 * <p>{@link fi.vastine.core.sync.SyncEngine} decides what to exchange next and what an answer changes here; {@link
 * fi.vastine.core.sync.Transport} carries it. Nothing here starts a thread or looks at a clock of its own: each step does one
 * exchange and says when the next is due, so that a test can drive it. How things lie on disk is in {@code outbox} and {@code
 * replica}, what the screen sees in {@code cases}.
 */
@NullMarked
package fi.vastine.core.sync;

import org.jspecify.annotations.NullMarked;
