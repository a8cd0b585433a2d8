/**
 * An embedded, encrypted database that tells the truth about what is on disk.
 *
 * <p>Here live the settings of HSQLDB and the ways round its traps: errors it only logs, a log that grows, connections after a
 * failure. Outbox and replica build on it with tables of their own; what is in the rows, and its seal, is theirs.
 */
@NullMarked
package fi.vastine.core.store;

import org.jspecify.annotations.NullMarked;
