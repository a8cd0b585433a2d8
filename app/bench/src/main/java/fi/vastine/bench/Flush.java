package fi.vastine.bench;

import fi.vastine.contract.command.Command;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A week without a network: a thousand decisions wait, then the network is back. */
final class Flush implements Scenario {
    private static final int WARM_UP = 1;
    private static final int RUNS = 5;
    private static final int COMMANDS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public List<String> names() {
        return List.of("sync.flush");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        var runs = new Runs();
        try (Session session = workshop.laptop("week")) {
            List<CaseRow> cases = session.book().rows();
            for (int run = 0; run < WARM_UP + RUNS; run++) {
                workshop.stopBackend();
                session.syncNow();
                Await.until(session::onSyncState, state -> state.connection() != Connection.ONLINE, PATIENCE);
                for (int i = 0; i < COMMANDS; i++) {
                    CaseRow row = cases.get(run * COMMANDS + i);
                    session.commands()
                            .submit(
                                    row.id(),
                                    new Command.AddNote(
                                            session.commands().ids().newNote(),
                                            "Soitin asiakkaalle ja sovimme, että palaan asiaan ensi viikolla."));
                }
                workshop.backend();
                Stopwatch watch = Stopwatch.started();
                session.syncNow();
                Await.until(session::onSyncState, state -> state.waiting().isEmpty(), PATIENCE);
                double took = watch.millis();
                if (run >= WARM_UP) {
                    runs.add(took);
                }
                Await.until(session::onSyncState, state -> state.connection() == Connection.ONLINE, PATIENCE);
            }
        }
        return List.of(runs.median("sync.flush", "ms"));
    }
}
