package fi.vastine.desktop.control;

import javafx.scene.control.PasswordField;

/** Takes up to eight digits, shown as dots; nothing else gets in, however it is typed or pasted. */
public final class PinField extends PasswordField {
    private static final int LONGEST = 8;

    public PinField() {
        getStyleClass().add("pin");
    }

    @Override
    public void replaceText(int start, int end, String text) {
        String digits = text.replaceAll("[^0-9]", "");
        int room = LONGEST - (getLength() - (end - start));
        super.replaceText(start, end, digits.substring(0, Math.clamp(room, 0, digits.length())));
    }
}
