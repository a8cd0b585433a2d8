/**
 * Locks what people wrote, row by row, so that a changed or exchanged row is noticed.
 *
 * <p>The database encrypts its files but authenticates nothing; the seal does both for single values, and derives the keys of
 * one store from one master key. It knows nothing of files, tables or where the master key is kept.
 */
@NullMarked
package fi.vastine.core.seal;

import org.jspecify.annotations.NullMarked;
