package fi.vastine.core.sync;

import fi.vastine.core.replica.Cursors;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The page of a first download that is fetched while the one before it is written: fetching waits for the network and writing for the
 * disk, and both take a processor. Belongs to one thread, and has the fetching done beside it.
 */
final class Ahead {
    /** Fetches the page behind some cursors. */
    interface Fetching {
        Incoming behind(Cursors cursors) throws ExchangeFailed;
    }

    private record Asked(Cursors behind, FutureTask<Incoming> page) {}

    private final Fetching fetching;
    private final Executor beside;
    private @Nullable Asked asked;

    Ahead(Fetching fetching, Executor beside) {
        this.fetching = fetching;
        this.beside = beside;
    }

    /** Begins to fetch the page behind cursors that will be held once the page at hand is written. */
    void begin(Cursors behind) {
        var page = new FutureTask<>(() -> fetching.behind(behind));
        beside.execute(page);
        asked = new Asked(behind, page);
    }

    /**
     * Waits for what was asked for; empty if that was nothing, or not behind these cursors: then it is thrown away.
     *
     * @throws ExchangeFailed if it could not be fetched
     */
    Optional<Incoming> behind(Cursors held) throws ExchangeFailed {
        Asked was = asked;
        asked = null;
        if (was == null || !was.behind().equals(held)) {
            return Optional.empty();
        }
        try {
            return Optional.of(was.page().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ExchangeFailed failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
