/**
 * What the user of this laptop decided and the backend has not settled: small and precious.
 *
 * <p>Here live intentions, commands with their numbers and outcomes, what needs attention, drafts kept at every pause, the
 * device's registration, small settings and reads to report. One interface, one implementation on disk and one in memory, held by
 * the same conformance test. Cursors and cases belong to the replica; sending belongs to the sync engine.
 */
@NullMarked
package fi.vastine.core.outbox;

import org.jspecify.annotations.NullMarked;
