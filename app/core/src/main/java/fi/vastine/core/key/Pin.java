package fi.vastine.core.key;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Four to eight digits by which a person is known on one laptop. Never printed.
 *
 * <p>By itself it guards nothing: see {@link GuardedKeys#choose(Pin)}.
 */
public record Pin(String digits) {
    private static final int TEN = 10;

    /** Why it may not be chosen. */
    public enum Flaw {
        /** It is not four to eight digits. */
        LENGTH,
        /** It is among those that everybody tries first. */
        EASY
    }

    /** What speaks against choosing it; empty where nothing does. */
    public Optional<Flaw> flaw() {
        if (!isWellFormed()) {
            return Optional.of(Flaw.LENGTH);
        }
        return isRun() || isRepeated() || isColumn() || isYear() ? Optional.of(Flaw.EASY) : Optional.empty();
    }

    /** Whether it is four to eight digits at all. */
    public boolean isWellFormed() {
        return digits.matches("[0-9]{4,8}");
    }

    /** 1234, 9876, 7890: each digit is followed by the next one, up or down. */
    private boolean isRun() {
        return isSteps(1) || isSteps(TEN - 1);
    }

    private boolean isSteps(int step) {
        return IntStream.range(1, digits.length())
                .allMatch(at -> (digits.charAt(at) - digits.charAt(at - 1) + TEN) % TEN == step);
    }

    /** 1111, 1212, 123123: a shorter one over and over. */
    private boolean isRepeated() {
        return IntStream.rangeClosed(1, digits.length() / 2)
                .filter(length -> digits.length() % length == 0)
                .anyMatch(length -> digits.substring(0, length)
                        .repeat(digits.length() / length)
                        .equals(digits));
    }

    /** Straight down or up the middle of the keys. */
    private boolean isColumn() {
        return digits.equals("2580") || digits.equals("0852");
    }

    /** A year in which somebody may have been born, or the present one. */
    private boolean isYear() {
        return digits.matches("(19|20)[0-9]{2}");
    }

    @Override
    public String toString() {
        return "Pin";
    }
}
