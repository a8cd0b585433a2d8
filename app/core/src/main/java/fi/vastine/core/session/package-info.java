/**
 * One signed-in person at work: what a screen may ask for and do.
 *
 * <p>{@link fi.vastine.core.session.Sessions} opens a {@link fi.vastine.core.session.Session}; its parts submit commands, keep
 * drafts, tell what waits and what needs attention. Methods that block say so and are never called on the thread that draws.
 * How things travel is in {@code sync}, how they lie on disk in {@code outbox} and {@code replica}.
 */
@NullMarked
package fi.vastine.core.session;

import org.jspecify.annotations.NullMarked;
