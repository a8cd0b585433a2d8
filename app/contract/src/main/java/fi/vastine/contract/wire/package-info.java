/**
 * Requests and answers between laptop and backend, one record each.
 *
 * <p>The JSON of each is held by a golden file in the tests; a change there is a change of the protocol.
 */
@NullMarked
package fi.vastine.contract.wire;

import org.jspecify.annotations.NullMarked;
