package fi.vastine.desktop.paper;

import javafx.scene.input.KeyCode;

/** Which key types what in a row that takes numbers. */
final class PaperKeys {
    private PaperKeys() {}

    /** Passes a key on; false for one that means nothing here. */
    static boolean press(Keys keys, KeyCode key) {
        switch (key) {
            case ENTER, DOWN -> keys.onward();
            case UP -> keys.back();
            case MINUS, SUBTRACT -> keys.dash();
            case DELETE, BACK_SPACE -> keys.clear();
            default -> {
                if (!key.isDigitKey()) {
                    return false;
                }
                keys.digit(Integer.parseInt(key.getName().replaceAll("\\D", "")));
            }
        }
        return true;
    }
}
