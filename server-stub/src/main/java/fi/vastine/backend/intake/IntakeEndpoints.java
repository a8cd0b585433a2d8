package fi.vastine.backend.intake;

import fi.vastine.backend.http.Body;
import fi.vastine.backend.http.ClientAddress;
import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.store.FreshCase;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.Intake;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * {@code POST /v1/feedback}: feedback from a public form, answered with a receipt once it is on the disk.
 *
 * <p>The same form id posted twice makes one case and gives the same receipt.
 */
public final class IntakeEndpoints implements Endpoints {
    private static final String PATH = "/v1/feedback";
    private static final int MOST_BYTES = 64 << 10;

    private final Writer writer;
    private final UnaryOperator<FeedbackCase> routing;
    private final IntakeLimits limits;
    private final ClientAddress addresses;
    private final Set<String> allowedOrigins;
    private final FormReader forms;

    /**
     * Takes in feedback.
     *
     * @param routing gives a fresh case its unit, its person and its promise
     * @param allowedOrigins web origins whose pages may post
     */
    public IntakeEndpoints(
            Writer writer,
            UnaryOperator<FeedbackCase> routing,
            IntakeLimits limits,
            ClientAddress addresses,
            Set<String> allowedOrigins,
            InstantSource clock,
            UuidSource ids) {
        this.writer = writer;
        this.routing = routing;
        this.limits = limits;
        this.addresses = addresses;
        this.allowedOrigins = Set.copyOf(allowedOrigins);
        this.forms = new FormReader(clock, ids);
    }

    @Override
    public void addTo(Routes routes) {
        routes.postOpen(PATH, MOST_BYTES, this::admit, this::take);
        routes.options(PATH, (request, nothing) -> {
            if (allow(request)) {
                request.header("Access-Control-Allow-Methods", "POST");
                request.header("Access-Control-Allow-Headers", "Content-Type");
                request.header("Access-Control-Max-Age", "600");
            }
            request.status(204);
        });
    }

    private void admit(Context request) {
        allow(request);
        limits.take(addresses.of(request));
    }

    private void take(Context request, Body body) {
        Intake.Form form = body.as(Intake.Form.class);
        FeedbackCase fresh = routing.apply(forms.read(form));
        FreshCase prepared = writer.prepare(fresh);
        FeedbackCase kept = writer.write(transaction -> {
            if (form.id() == null) {
                return transaction.add(prepared);
            }
            // A form that is sent once more does not bring back what was erased.
            return transaction.isErased(fresh.id())
                    ? fresh
                    : transaction.find(fresh.id()).orElseGet(() -> transaction.add(prepared));
        });
        request.status(201);
        request.json(receipt(kept));
    }

    private static Intake.Receipt receipt(FeedbackCase kept) {
        return new Intake.Receipt(
                kept.id().value(),
                kept.origin().receivedAt(),
                kept.promise() == null ? null : kept.promise().dueOn());
    }

    /** Whether the page that asks is of an origin that may; a browser hides the answer from any other. */
    private boolean allow(Context request) {
        request.header("Vary", "Origin");
        String origin = Routes.header(request, "Origin");
        if (origin == null || !allowedOrigins.contains(origin)) {
            return false;
        }
        request.header("Access-Control-Allow-Origin", origin);
        return true;
    }
}
