/**
 * The demo: a made-up county on this machine, a bar to be several people, and the guided tour for machines with no display.
 *
 * <p>It joins desktop and backend in one process, which the installed program never does; hence it lives among the tests.
 */
@NullMarked
package fi.vastine.desktop.demo;

import org.jspecify.annotations.NullMarked;
