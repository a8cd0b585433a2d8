package fi.vastine.bench;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Book;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.core.session.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Five hundred customers asked without a network; then it is back, and each is there once. */
final class OfflineDay implements Scenario {
    private static final int CUSTOMERS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public List<String> names() {
        return List.of("interview.offline");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        var sync = new Runs();
        var asking = new Runs();
        workshop.backendWithForms();
        try (Session quality = workshop.laptop("counting");
                Session collector = workshop.laptop("ward", workshop.collector())) {
            long before = supported(quality.book());
            workshop.stopBackend();
            collector.syncNow();
            Await.until(collector::onSyncState, state -> state.connection() != Connection.ONLINE, PATIENCE);
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                Stopwatch watch = Stopwatch.started();
                ask(collector);
                asking.add(watch.millis());
            }
            Await.until(collector::onSyncState, state -> state.waiting().size() == CUSTOMERS, PATIENCE);
            workshop.backend();
            Stopwatch watch = Stopwatch.started();
            collector.syncNow();
            Await.until(collector::onSyncState, state -> state.waiting().isEmpty(), PATIENCE);
            sync.add(watch.millis());
            quality.syncNow();
            Await.until(quality::onBook, book -> supported(book) >= before + CUSTOMERS, PATIENCE);
            if (supported(quality.book()) != before + CUSTOMERS) {
                throw new IllegalStateException("not each customer once: " + (supported(quality.book()) - before));
            }
        }
        return List.of(asking.median("interview.offline.kept", "ms"), sync.median("interview.offline", "ms"));
    }

    private static long supported(Book book) {
        return book.rows().stream()
                .filter(row -> row.channel() == Channel.SUPPORTED)
                .count();
    }

    private static void ask(Session collector) {
        Interviews interviews = collector.interviews();
        Form form = interviews.usable(collector.book().reference().forms()).stream()
                .filter(each -> each.id().equals("national"))
                .findFirst()
                .orElseThrow();
        UnitId unit = collector.book().scope().enters().getLast();
        interviews.begin(form, Interview.Start.asked(unit, Support.AnsweredBy.SELF, null, true), Language.FI);
        Interview now = current(interviews);
        while (now.current().isPresent()) {
            String item = now.current().orElseThrow().linkId();
            Given step = new Given.Step(4);
            now = now.current().orElseThrow().fits(step) ? now.answered(item, step) : now.passed(item);
            interviews.keep(now);
        }
        interviews.end(now);
    }

    private static Interview current(Interviews interviews) {
        Interview current = interviews.state().current();
        if (current == null) {
            throw new IllegalStateException("nobody is asked");
        }
        return current;
    }
}
