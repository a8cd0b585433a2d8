/**
 * Whole flows through the window: the real program, a real backend on loopback, a customer's form, a mail that leaves.
 *
 * <p>{@code CountyOffice} holds backend and network, {@code OfficeLaptop} one person's window. A flow is here when a user would
 * miss it; what one view does alone is tested beside the view.
 */
@NullMarked
package fi.vastine.desktop.flow;

import org.jspecify.annotations.NullMarked;
