package fi.vastine.desktop.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that stays in sight until it is put right or put aside: what went wrong, or what is offered.
 *
 * <p>The text of what went wrong says what happened, what is safe, what to do, and a code that names no person.
 *
 * @param key the key of the text
 * @param arguments what is filled in
 * @param remedy what the person can do about it here; absent where there is nothing
 * @param tone whether it went wrong
 */
public record Trouble(
        String key, List<Object> arguments, @Nullable Remedy remedy, Tone tone) {

    /** How it is said. */
    public enum Tone {
        ALARM,
        OFFER
    }

    public Trouble {
        arguments = List.copyOf(arguments);
    }

    /** A trouble with nothing filled in and nothing to do about it here. */
    public static Trouble of(String key) {
        return new Trouble(key, List.of(), null, Tone.ALARM);
    }

    /** A trouble that can be met with one button. */
    public static Trouble of(String key, Remedy remedy) {
        return new Trouble(key, List.of(), remedy, Tone.ALARM);
    }

    /** Nothing went wrong: something is offered that can be taken up with one button. */
    public static Trouble offer(String key, Remedy taken) {
        return new Trouble(key, List.of(), taken, Tone.OFFER);
    }

    /**
     * What a person can do about a trouble with one button.
     *
     * @param nameKey the key, in the bundles, of what the button says
     * @param act what it does, on the screen's thread; the trouble is put aside first
     */
    public record Remedy(String nameKey, Runnable act) {

        /** Tries again what failed. */
        public static Remedy tryAgain(Runnable act) {
            return new Remedy("shell.try-again", act);
        }
    }
}
