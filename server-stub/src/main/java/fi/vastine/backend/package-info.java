/**
 * The backend as a whole: its settings, and the one class that joins its parts.
 *
 * <p>Each part lives in a package of its own, by noun; nothing here does any of their work.
 */
@NullMarked
package fi.vastine.backend;

import org.jspecify.annotations.NullMarked;
