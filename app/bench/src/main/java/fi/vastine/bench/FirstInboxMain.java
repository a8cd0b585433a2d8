package fi.vastine.bench;

import java.nio.file.Path;
import java.time.Clock;

/** The program's window, a sign-in, and the first cases drawn. {@code FirstInboxMain <folder> <backend> <user> <password>} */
final class FirstInboxMain {
    private FirstInboxMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Window window = Window.open(Path.of(arguments[0]), Clock.systemUTC());
        Stopwatch watch = Stopwatch.started();
        var signedIn = window.signIn(arguments[1], arguments[2], arguments[3]);
        window.awaitCases();
        System.out.println("drawn " + watch.millis());
        signedIn.join();
        System.exit(0);
    }
}
