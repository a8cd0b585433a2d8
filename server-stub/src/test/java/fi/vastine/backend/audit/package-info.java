/** That the audit log tells of what was done to it. */
@NullMarked
package fi.vastine.backend.audit;

import org.jspecify.annotations.NullMarked;
