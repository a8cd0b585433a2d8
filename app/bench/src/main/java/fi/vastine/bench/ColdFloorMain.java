package fi.vastine.bench;

import fi.vastine.bench.store.PlainRows;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.http.OkHttpTransport;
import fi.vastine.core.json.Json;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a first download costs at least: the same bytes fetched and parsed, and a row a case in a database with the same settings.
 * {@code ColdFloorMain <folder> <backend> <user> <password>}
 *
 * <p>No seal, no list rows, no book, no checks: one thread that fetches, parses and inserts, and a checkpoint at the end.
 */
final class ColdFloorMain {
    private static final int PAGE = 2000;

    private ColdFloorMain() {}

    public static void main(String[] arguments) throws ExchangeFailed {
        Stopwatch watch = Stopwatch.started();
        try (Transport transport = new OkHttpTransport(URI.create(arguments[1]), new Json());
                PlainRows rows = PlainRows.in(Path.of(arguments[0]))) {
            SignIn.Answer in = transport.signIn(new SignIn.Request(arguments[2], arguments[3], "floor", null, null));
            long cases = download(transport, in.tokens().access(), rows);
            rows.checkpoint();
            System.out.println("all " + watch.millis());
            System.out.println("cases " + cases);
        }
        System.exit(0);
    }

    private static long download(Transport transport, String access, PlainRows rows) throws ExchangeFailed {
        String epoch = null;
        long after = -1;
        long cases = 0;
        Map<UnitId, CatchUp> catchUp = Map.of();
        boolean more = true;
        while (more) {
            List<FeedbackCase> parsed = new ArrayList<>(PAGE);
            List<String> bodies = new ArrayList<>(PAGE);
            PullLine.PageLine[] end = new PullLine.PageLine[1];
            transport.pull(access, new PullRequest(epoch, after, catchUp, 0, PAGE), line -> {
                switch (line.content()) {
                    case PullLine.CaseLine each -> {
                        parsed.add(each.snapshot());
                        bodies.add(line.json());
                    }
                    case PullLine.PageLine last -> end[0] = last;
                    default -> {}
                }
            });
            rows.insert(parsed, bodies);
            cases += parsed.size();
            epoch = end[0].epoch();
            after = end[0].after();
            catchUp = end[0].catchUp();
            more = end[0].more();
        }
        return cases;
    }
}
