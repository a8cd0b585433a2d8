package fi.vastine.bench;

import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.SignInResult;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A new laptop: signs in and downloads everything. {@code ColdPullMain <folder> <backend> <user> <password>} */
final class ColdPullMain {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ColdPullMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var sessions = Workshop.sessions(Path.of(arguments[0]), Clock.systemUTC());
        Stopwatch watch = Stopwatch.started();
        SignInResult result =
                sessions.signIn(new ServerAddress(URI.create(arguments[1])), arguments[2], arguments[3], "new laptop");
        try (Session session = Workshop.session(result)) {
            Await.until(session::onBook, book -> book.rows().stream().anyMatch(CaseRow::owesReply), PATIENCE);
            double first = watch.millis();
            Await.until(session::onSyncState, state -> state.updatedAt() != null, PATIENCE);
            System.out.println("all " + watch.millis());
            System.out.println("first-rows " + first);
            System.out.println("cases " + session.book().rows().size());
        }
        System.exit(0);
    }
}
