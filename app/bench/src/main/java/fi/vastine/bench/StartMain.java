package fi.vastine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The program started on what the laptop holds, until the inbox is drawn and then until it is told to end. {@code StartMain <folder>} */
final class StartMain {
    private StartMain() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        Window window = Window.open(Path.of(arguments[0]), Clock.systemUTC());
        window.awaitCases();
        StartedProgram.drawn();
    }
}
