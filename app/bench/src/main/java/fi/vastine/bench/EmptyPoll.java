package fi.vastine.bench;

import fi.vastine.backend.county.DemoAccount;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.http.OkHttpTransport;
import fi.vastine.core.json.Json;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Asks for what is new when nothing is. */
final class EmptyPoll implements Scenario {
    private static final int WARM_UP = 500;
    private static final int RUNS = 500;

    @Override
    public List<String> names() {
        return List.of("sync.nothing");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException {
        DemoAccount account = workshop.quality();
        var runs = new Runs();
        try (Transport transport = new OkHttpTransport(workshop.backend().uri(), new Json())) {
            SignIn.Answer in =
                    transport.signIn(new SignIn.Request(account.user(), account.password(), "empty poll", null, null));
            String access = in.tokens().access();
            PullLine.PageLine newest = poll(transport, access, new PullRequest(in.epoch(), -1, Map.of(), 0, 1));
            var nothing = new PullRequest(in.epoch(), newest.after(), Map.of(), 1, 2000);
            for (int run = 0; run < WARM_UP + RUNS; run++) {
                Stopwatch watch = Stopwatch.started();
                poll(transport, access, nothing);
                if (run >= WARM_UP) {
                    runs.add(watch.millis());
                }
            }
        } catch (ExchangeFailed e) {
            throw new IOException(e);
        }
        return List.of(runs.median("sync.nothing", "ms"));
    }

    private static PullLine.PageLine poll(Transport transport, String access, PullRequest request)
            throws ExchangeFailed {
        PullLine.PageLine[] end = new PullLine.PageLine[1];
        transport.pull(access, request, line -> {
            if (line.content() instanceof PullLine.PageLine last) {
                end[0] = last;
            }
        });
        return end[0];
    }
}
