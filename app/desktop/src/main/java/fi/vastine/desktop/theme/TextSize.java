package fi.vastine.desktop.theme;

/**
 * The size of text in per cent of the base of 14 px; everything on the screen grows with it.
 *
 * @param percent from 100 to 200
 */
public record TextSize(int percent) {

    public static final TextSize BASE = new TextSize(100);

    public TextSize {
        if (percent < 100 || percent > 200) {
            throw new IllegalArgumentException("A text size is between 100 and 200 per cent, not " + percent);
        }
    }

    double factor() {
        return percent / 100.0;
    }
}
