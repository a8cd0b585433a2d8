/**
 * One small driver between our UI tests and the library that presses keys and buttons.
 *
 * <p>Tests open a scene, click by id or accessible name, type, press keys, wait for a condition and take pictures; nothing
 * else of TestFX is seen outside this package.
 */
@NullMarked
package fi.vastine.desktop.ui;

import org.jspecify.annotations.NullMarked;
