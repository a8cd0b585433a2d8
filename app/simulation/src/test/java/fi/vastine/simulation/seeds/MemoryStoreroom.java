package fi.vastine.simulation.seeds;

import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.MemoryOutbox;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.MemoryReplica;
import fi.vastine.core.replica.Replica;
import java.util.Collection;
import java.util.List;

/** Stores in memory, which keep over a crash what files would. */
final class MemoryStoreroom implements Storeroom {
    private final Json json;
    private MemoryOutbox outbox;
    private MemoryReplica replica = new MemoryReplica();

    MemoryStoreroom(Json json) {
        this.json = json;
        this.outbox = new MemoryOutbox(json);
    }

    private record Copy(MemoryOutbox outbox, MemoryReplica replica) implements Image {}

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Replica replica() {
        return replica;
    }

    @Override
    public void crash() {
        outbox = outbox.copy();
        replica = replica.copy();
    }

    @Override
    public void restart() {
        replica.close();
        crash();
    }

    @Override
    public Image image() {
        return new Copy(outbox.copy(), replica.copy());
    }

    @Override
    public void restore(Image image) {
        Copy copy = (Copy) image;
        outbox = copy.outbox().copy();
        replica = copy.replica().copy();
    }

    @Override
    public void wipe() {
        outbox = new MemoryOutbox(json);
        replica = new MemoryReplica();
    }

    @Override
    public List<String> legible(Collection<String> words) {
        // What its stores hold is all there is.
        return List.of();
    }

    @Override
    public void close() {
        // Memory is all there is.
    }
}
