/**
 * A form as a paper to fill in: what stands on it, and the same as a PDF in large print.
 *
 * <p>Nothing here knows a customer; the QR code names the unit and the form. To type the papers in is the package above.
 */
@NullMarked
package fi.vastine.desktop.paper.print;

import org.jspecify.annotations.NullMarked;
