/**
 * The key with which an organisation opens what a laptop can no longer open by itself.
 *
 * <p>The public half comes to each laptop at sign-in and locks the key of its outbox; the private half is a file that an
 * administrator keeps away from any network. Both are here, since a laptop must be able to trust that what it locks can be
 * opened. Where the halves are kept is another matter.
 */
@NullMarked
package fi.vastine.contract.recovery;

import org.jspecify.annotations.NullMarked;
