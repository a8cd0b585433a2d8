package fi.vastine.backend.commands;

import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.WantedProgram;
import fi.vastine.backend.routing.Router;
import fi.vastine.backend.store.CommandLog;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.CaseId;
import java.time.InstantSource;
import java.util.function.Consumer;

/** {@code POST /v1/commands}: what a laptop decided, in order, and what came of each. */
public final class CommandEndpoints implements Endpoints {
    /** More than a batch may have, so that one command too large by itself can be read and refused by itself. */
    private static final int MOST_BYTES = 8 << 20;

    private final BatchReader reader;
    private final CommandDesk desk;
    private final WantedProgram wanted;

    public CommandEndpoints(
            Writer writer,
            CommandLog log,
            Json json,
            Directory directory,
            ReferenceDocuments reference,
            Router router,
            ReplyQueue outgoing,
            Consumer<CaseId> withdrawn,
            InstantSource clock,
            WantedProgram wanted) {
        this.wanted = wanted;
        this.reader = new BatchReader(json);
        this.desk = new CommandDesk(writer, log, directory, reference, router, outgoing, withdrawn, clock);
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/v1/commands", MOST_BYTES, (request, who, body) -> {
            wanted.require(Routes.header(request, "User-Agent"));
            request.json(desk.take(who, reader.read(body.bytes())));
        });
    }
}
