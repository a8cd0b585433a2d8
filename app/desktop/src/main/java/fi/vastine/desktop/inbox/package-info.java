/**
 * The inbox: what waits for a reply first, grouped by due date, then what is to be read, what is done, and all.
 *
 * <p>{@code Shelf} arranges a book off the screen's thread; {@code InboxViewModel} keeps tab, filter and cursor;
 * {@code InboxView} draws. What is opened is told to whoever listens: the case itself is shown elsewhere.
 */
@NullMarked
package fi.vastine.desktop.inbox;

import org.jspecify.annotations.NullMarked;
