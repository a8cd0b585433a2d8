package fi.vastine.desktop.shell;

import java.time.Duration;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * A short message that goes away by itself.
 *
 * @param text what it says
 * @param undo what takes back what was done; absent where nothing can be taken back
 * @param secondsLeft how long it stays, counting down
 * @param stay how long it stays in all
 */
public record Notice(
        ObservableValue<String> text, @Nullable Runnable undo, ObservableValue<Number> secondsLeft, Duration stay) {}
