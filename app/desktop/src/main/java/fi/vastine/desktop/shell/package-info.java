/**
 * The frame of the program: rail, top bar, the area where features show themselves, keys, notices and troubles.
 *
 * <p>A feature hands over a {@link fi.vastine.desktop.shell.Place}; the shell knows no feature. What a place shows is built
 * when it is first opened. Cases, commands and sync live elsewhere.
 */
@NullMarked
package fi.vastine.desktop.shell;

import org.jspecify.annotations.NullMarked;
