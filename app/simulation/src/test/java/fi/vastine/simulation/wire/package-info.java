/**
 * HTTP without sockets: requests of the laptops' real client are handed to the backend's real endpoints in the same thread.
 *
 * <p>Everything between the two is bytes. What networks do to them is done here, and only when told.
 */
@NullMarked
package fi.vastine.simulation.wire;

import org.jspecify.annotations.NullMarked;
