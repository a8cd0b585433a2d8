package fi.vastine.bench;

import fi.vastine.core.session.Session;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import java.nio.file.Path;
import java.time.Clock;

/** The same laptop the next morning: opens what it holds, without a network. {@code ColdReopenMain <folder>} */
final class ColdReopenMain {
    private ColdReopenMain() {}

    public static void main(String[] arguments) {
        var sessions = new Sessions(Path.of(arguments[0]), Clock.systemUTC());
        Stopwatch watch = Stopwatch.started();
        SignInResult result = sessions.resume();
        double open = watch.millis();
        try (Session session = Workshop.session(result)) {
            System.out.println("open " + open);
            System.out.println("cases " + session.book().rows().size());
        }
        System.exit(0);
    }
}
