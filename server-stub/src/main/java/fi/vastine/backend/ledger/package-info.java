/**
 * What outlives a restored backup of the database, in files of its own.
 *
 * <p>Here lives how far the database had come, so that a restored one is noticed, and what must not be undone or done twice: erased
 * cases, mails that have left. What the database itself holds, and what
 * follows from a restore, is elsewhere.
 */
@NullMarked
package fi.vastine.backend.ledger;

import org.jspecify.annotations.NullMarked;
