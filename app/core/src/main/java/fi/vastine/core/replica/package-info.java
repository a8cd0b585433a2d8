/**
 * The cases this laptop may see, as the backend sent them: large and disposable.
 *
 * <p>Here live list rows, whole snapshots, reference documents, cursors and the numbers of forgotten cases, all as text that is
 * opaque to the store. One interface, one implementation on disk and one in memory, held by the same conformance test. What the
 * text means belongs to {@code cases}; what the user decided belongs to the outbox.
 */
@NullMarked
package fi.vastine.core.replica;

import org.jspecify.annotations.NullMarked;
