/**
 * What the screen shows: the cases a person may see, as they stand with what is not yet confirmed.
 *
 * <p>A {@link fi.vastine.core.cases.Book} is a snapshot kept in memory, made anew for each change; it holds what lists and
 * counts need, never whole texts. Nothing here reads a store, waits or knows of the network.
 */
@NullMarked
package fi.vastine.core.cases;

import org.jspecify.annotations.NullMarked;
