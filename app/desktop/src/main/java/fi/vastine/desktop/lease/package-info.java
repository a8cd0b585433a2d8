/**
 * What stands in the place of cases while the backend has not been heard for too long.
 *
 * <p>When that is so is counted in core; nothing here hides or removes anything.
 */
@NullMarked
package fi.vastine.desktop.lease;

import org.jspecify.annotations.NullMarked;
