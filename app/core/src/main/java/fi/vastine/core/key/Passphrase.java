package fi.vastine.core.key;

import java.text.Normalizer;

/** A secret that a person types; the same letters from any keyboard are the same. Never printed. */
public record Passphrase(String text) {
    private static final int SHORTEST = 12;

    public Passphrase {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Whether it is long enough to guard keys by itself: 12 characters. */
    public boolean isLongEnough() {
        return text.codePointCount(0, text.length()) >= SHORTEST;
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
