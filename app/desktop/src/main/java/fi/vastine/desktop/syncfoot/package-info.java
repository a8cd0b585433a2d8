/**
 * The foot of the rail: how the laptop stands with the backend, how old what it shows is, and what waits to be sent.
 *
 * <p>It tells what core says and nothing better. Why a case needs attention is not told here.
 */
@NullMarked
package fi.vastine.desktop.syncfoot;

import org.jspecify.annotations.NullMarked;
