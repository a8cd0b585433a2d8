/**
 * The only place of the desktop that knows threads: lanes off the screen's thread, the way back to it, and the watchdog.
 *
 * <p>View models take a {@link fi.vastine.desktop.fx.Background} and never see a thread. No nodes, no texts and no rules
 * live here.
 */
@NullMarked
package fi.vastine.desktop.fx;

import org.jspecify.annotations.NullMarked;
