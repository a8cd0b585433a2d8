/** Who may do what, told by examples. */
@NullMarked
package fi.vastine.backend.identity;

import org.jspecify.annotations.NullMarked;
