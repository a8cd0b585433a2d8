package fi.vastine.core.session;

import fi.vastine.core.json.Json;
import fi.vastine.core.key.KeyHolder;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.HsqlReplica;
import fi.vastine.core.replica.Replica;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A replica whose files are opened while those of the outbox are: each takes a good part of a cold start. */
final class ReplicaBeside {
    private final Replica replica;
    private final CompletableFuture<Cursors> opening;

    ReplicaBeside(Profile profile, KeyHolder keys, Json json) {
        this.replica = new HsqlReplica(profile.replica(), keys, json);
        this.opening = CompletableFuture.supplyAsync(
                replica::cursors,
                task -> Thread.ofPlatform().name("open").daemon().start(task));
    }

    /** The replica, which may not be open yet. */
    Replica replica() {
        return replica;
    }

    /** Waits until it is open; throws what opening it threw. */
    void await() {
        try {
            opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    void close() {
        opening.handle((cursors, failed) -> replica).join().close();
    }
}
