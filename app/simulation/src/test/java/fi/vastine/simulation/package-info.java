/**
 * Laptops with the real core and a real backend, together.
 *
 * <p>Tests only. Nothing of the program is replaced: files are files, and HTTP goes over loopback.
 */
@NullMarked
package fi.vastine.simulation;

import org.jspecify.annotations.NullMarked;
