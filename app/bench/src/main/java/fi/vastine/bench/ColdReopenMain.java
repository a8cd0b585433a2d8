package fi.vastine.bench;

import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.SignInResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The same laptop the next morning: opens what it holds, without a network. {@code ColdReopenMain <folder>} */
final class ColdReopenMain {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ColdReopenMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var sessions = Workshop.sessions(Path.of(arguments[0]), Clock.systemUTC());
        Stopwatch watch = Stopwatch.started();
        SignInResult result = sessions.resume();
        try (Session session = Workshop.session(result)) {
            Await.until(session::onBook, book -> book.rows().stream().anyMatch(CaseRow::owesReply), PATIENCE);
            double open = watch.millis();
            Await.until(session::onBook, book -> book.rows().size() >= Workshop.YEAR, PATIENCE);
            System.out.println("open " + open);
            System.out.println("whole " + watch.millis());
            System.out.println("cases " + session.book().rows().size());
        }
        System.exit(0);
    }
}
