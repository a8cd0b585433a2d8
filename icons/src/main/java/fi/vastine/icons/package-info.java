/**
 * The build's own tool that makes pictures from the SVG masters.
 *
 * <p>Runs at build time only; what is packed holds the pictures and none of this.
 */
@NullMarked
package fi.vastine.icons;

import org.jspecify.annotations.NullMarked;
