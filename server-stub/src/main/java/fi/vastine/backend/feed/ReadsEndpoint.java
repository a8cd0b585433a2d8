package fi.vastine.backend.feed;

import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.LaptopTime;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.wire.Reads;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/reads}: who opened what, on a laptop, with or without a network; goes into the audit log.
 *
 * <p>Told again because the answer was lost, it is there once.
 */
public final class ReadsEndpoint implements Endpoints {
    /** Some thousand; laptops tell of 500 at a time. */
    private static final int MOST_BYTES = 128 << 10;

    private final Writer writer;
    private final InstantSource clock;

    public ReadsEndpoint(Writer writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/v1/reads", MOST_BYTES, (request, who, body) -> {
            Reads reads = body.as(Reads.class);
            Instant now = clock.instant();
            for (int i = 0; i < reads.reads().size(); i++) {
                requireWhole(reads.reads().get(i), "/reads/" + i);
            }
            writer.write(transaction -> {
                reads.reads().forEach(read -> transaction.audit(entry(who, read, now)));
                return null;
            });
            request.status(204);
        });
    }

    private static void requireWhole(Reads.Read read, String field) {
        given(read.caseId(), field + "/caseId");
        given(read.what(), field + "/what");
        given(read.at(), field + "/at");
    }

    private static void given(@Nullable Object value, String field) {
        if (value == null) {
            throw HttpProblem.invalid(field, "It is needed.");
        }
    }

    private static String onWire(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static AuditEntry entry(SignedIn who, Reads.Read read, Instant now) {
        String what = onWire(read.what());
        String why = read.why() == null ? null : onWire(read.why());
        return AuditEntry.read(what, who.person(), who.device(), read.caseId(), LaptopTime.held(read.at()), now, why);
    }
}
