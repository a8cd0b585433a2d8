package fi.vastine.backend.feed;

import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.store.ReadLog;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.wire.Reads;
import java.time.InstantSource;

/** {@code POST /v1/reads}: who opened what, on a laptop, with or without a network. */
public final class ReadsEndpoint implements Endpoints {
    private static final int MOST_BYTES = 1 << 20;

    private final Writer writer;
    private final ReadLog log;
    private final InstantSource clock;

    public ReadsEndpoint(Writer writer, ReadLog log, InstantSource clock) {
        this.writer = writer;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/v1/reads", MOST_BYTES, (request, who, body) -> {
            Reads reads = body.as(Reads.class);
            writer.write(transaction -> {
                log.add(transaction, who.person(), who.device(), reads, clock.instant());
                return null;
            });
            request.status(204);
        });
    }
}
