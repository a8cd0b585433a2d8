/**
 * How the audit log is kept honest and handed to those who may look into it.
 *
 * <p>Here live the heads that are noted outside of the database, and the log as a file for the data-protection officer. The
 * entries and their chain are in {@code store}; what becomes an entry is known where it happens.
 */
@NullMarked
package fi.vastine.backend.audit;

import org.jspecify.annotations.NullMarked;
