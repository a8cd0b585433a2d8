/**
 * Paper forms: typed in batch after batch by codes and arrows, and printed from the same definition.
 *
 * <p>A paper is kept as an interview is; what that means lies in the core. What somebody wrote without a form is entered in
 * {@code desktop.entry}.
 */
@NullMarked
package fi.vastine.desktop.paper;

import org.jspecify.annotations.NullMarked;
