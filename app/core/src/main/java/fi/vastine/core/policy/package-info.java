/**
 * What an organisation's IT has set for this laptop, from wherever it was set, in one order.
 *
 * <p>Here are the keys and what may stand behind them, the files and how they are read, and which of two settings of one key holds.
 * What a setting does is elsewhere: nothing here opens a connection, a key or a window.
 */
@NullMarked
package fi.vastine.core.policy;

import org.jspecify.annotations.NullMarked;
