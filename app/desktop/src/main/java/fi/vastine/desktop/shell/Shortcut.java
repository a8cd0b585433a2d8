package fi.vastine.desktop.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key and what it does.
 *
 * <p>A single letter can be switched off by the person and never acts while a text is being written.
 *
 * @param keys the key with what is held down beside it
 * @param nameKey the key, in the bundles, of what it does
 * @param action what it does, on the screen's thread
 */
public record Shortcut(KeyCodeCombination keys, String nameKey, Runnable action) {

    /** A key by itself: a letter, which can be switched off, or another one, which cannot. */
    public static Shortcut single(KeyCode letter, String nameKey, Runnable action) {
        return new Shortcut(new KeyCodeCombination(letter), nameKey, action);
    }

    /** A letter with Ctrl, or with Command where that is the custom. */
    public static Shortcut withControl(KeyCode letter, String nameKey, Runnable action) {
        return new Shortcut(new KeyCodeCombination(letter, KeyCombination.SHORTCUT_DOWN), nameKey, action);
    }

    boolean isSingleLetter() {
        return keys.getCode().isLetterKey() && keys.getShortcut() == KeyCombination.ModifierValue.UP;
    }

    boolean matches(KeyEvent event) {
        return keys.match(event);
    }

    String displayText() {
        return keys.getDisplayText();
    }
}
