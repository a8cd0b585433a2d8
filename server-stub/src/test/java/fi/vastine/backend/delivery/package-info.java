/** Replies leaving by real SMTP on loopback, and what breaks on the way. */
@NullMarked
package fi.vastine.backend.delivery;

import org.jspecify.annotations.NullMarked;
