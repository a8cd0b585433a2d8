package fi.vastine.desktop.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong and stays in sight until it is put right or put aside.
 *
 * <p>The text says what happened, what is safe, what to do, and a code that names no person.
 *
 * @param key the key of the text
 * @param arguments what is filled in
 * @param retry tries again what failed; absent where there is nothing to try
 */
public record Trouble(
        String key, List<Object> arguments, @Nullable Runnable retry) {

    public Trouble {
        arguments = List.copyOf(arguments);
    }

    /** A trouble with nothing filled in and nothing to try. */
    public static Trouble of(String key) {
        return new Trouble(key, List.of(), null);
    }
}
