package fi.vastine.backend.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** {@code GET /health}: whether the backend can do its work; for whoever watches over it. */
public final class Health implements Endpoints {
    private final BooleanSupplier databaseAnswers;
    private final Supplier<Duration> oldestMail;

    /**
     * Asks these two.
     *
     * @param oldestMail how long the oldest mail waits that is due to leave; zero if none is
     */
    public Health(BooleanSupplier databaseAnswers, Supplier<Duration> oldestMail) {
        this.databaseAnswers = databaseAnswers;
        this.oldestMail = oldestMail;
    }

    private record State(String status, boolean databaseAnswers, long oldestMailSeconds) {}

    @Override
    public void addTo(Routes routes) {
        routes.getOpen("/health", (request, nothing) -> {
            boolean answers = databaseAnswers.getAsBoolean();
            request.status(answers ? 200 : 503);
            request.json(new State(
                    answers ? "up" : "down", answers, answers ? oldestMail.get().toSeconds() : 0));
        });
    }
}
