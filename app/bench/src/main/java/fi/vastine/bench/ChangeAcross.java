package fi.vastine.bench;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One person gives a case a theme; how long until she may go on, and until her colleague sees it. */
final class ChangeAcross implements Scenario {
    private static final int WARM_UP = 300;
    private static final int RUNS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_EDITS = Duration.ofMillis(20);

    @Override
    public List<String> names() {
        return List.of("sync.change", "edit.durable");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        var edits = new Runs();
        var changes = new Runs();
        try (Session here = workshop.laptop("here");
                Session there = workshop.laptop("there")) {
            ThemeId theme = here.book().reference().themes().keySet().stream()
                    .findFirst()
                    .orElseThrow();
            List<CaseRow> cases = here.book().rows().stream()
                    .filter(row -> !row.themes().contains(theme))
                    .limit(WARM_UP + RUNS)
                    .toList();
            for (int run = 0; run < cases.size(); run++) {
                CaseRow row = cases.get(run);
                Stopwatch watch = Stopwatch.started();
                here.commands().submit(row.id(), new Command.AddTheme(theme));
                double kept = watch.millis();
                Await.until(there::onBook, book -> has(book.row(row.id()).orElse(row), theme), PATIENCE);
                if (run >= WARM_UP) {
                    edits.add(kept);
                    changes.add(watch.millis());
                }
                Await.until(here::onSyncState, state -> state.waiting().isEmpty(), PATIENCE);
                LockSupport.parkNanos(BETWEEN_EDITS.toNanos());
            }
        }
        return List.of(
                changes.median("sync.change", "ms"),
                changes.percentile("sync.change.p99", "ms", 99),
                edits.median("edit.durable.p50", "ms"),
                edits.percentile("edit.durable", "ms", 99));
    }

    private static boolean has(CaseRow row, ThemeId theme) {
        return row.themes().contains(theme);
    }
}
