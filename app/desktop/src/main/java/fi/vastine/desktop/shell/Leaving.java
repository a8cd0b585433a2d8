package fi.vastine.desktop.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * The ways to leave the work; each keeps what is being written.
 *
 * @param lock for a while
 * @param handOver to somebody who shares the laptop
 * @param signOut for good
 */
public record Leaving(Runnable lock, Runnable handOver, Runnable signOut) {

    /** The key that hands the laptop over, at work and on a locked screen. */
    public static final KeyCodeCombination HAND_OVER =
            new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
}
