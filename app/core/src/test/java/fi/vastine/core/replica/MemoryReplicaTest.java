package fi.vastine.core.replica;

class MemoryReplicaTest extends ReplicaContract {
    private final Replica replica = new MemoryReplica();

    @Override
    Replica replica() {
        return replica;
    }

    @Override
    void reopen() {
        replica.close();
    }
}
