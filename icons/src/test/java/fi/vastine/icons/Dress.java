package fi.vastine.icons;

import java.awt.Color;

/** The grounds that a sign stands on, and the colour its lines have there: the program's own, and a system's high contrast. */
enum Dress {
    LIGHT("Light", 0xffffff, 0x59636e),
    DARK("Dark", 0x0f1418, 0x9aa7b2),
    CONTRAST("High contrast", 0x000000, 0xffffff);

    final String name;
    final Color ground;
    private final int line;

    Dress(String name, int ground, int line) {
        this.name = name;
        this.ground = new Color(ground);
        this.line = line;
    }

    /** The drawing with its lines in the colour of this dress; a mark has colours of its own and keeps them. */
    String wear(String svg) {
        return svg.replace("#59636e", "#%06x".formatted(line));
    }

    /** WCAG's contrast of a colour with this ground, 1 to 21. */
    double contrast(Color colour) {
        double one = luminance(colour) + 0.05;
        double other = luminance(ground) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
