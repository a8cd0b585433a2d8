/**
 * The cases on this laptop, as they stand with what is not yet confirmed.
 *
 * <p>A {@link fi.vastine.core.cases.Desk} brings replica and outbox together and makes a {@link fi.vastine.core.cases.Book} of
 * them for each change: an immutable snapshot in memory with what lists and counts need, never whole texts. Nothing here knows of
 * the network; how the two stores lie on disk is in {@code replica} and {@code outbox}.
 */
@NullMarked
package fi.vastine.core.cases;

import org.jspecify.annotations.NullMarked;
