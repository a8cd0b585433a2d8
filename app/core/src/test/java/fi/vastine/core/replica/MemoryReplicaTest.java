package fi.vastine.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryReplicaTest extends ReplicaContract {
    private MemoryReplica replica = new MemoryReplica();

    @Override
    Replica replica() {
        return replica;
    }

    @Override
    void reopen() {
        replica.close();
        replica = replica.copy();
    }

    @Test
    void aCrashInTheMiddleOfAFillLeavesAnEmptyReplica() {
        replica.beginFill();
        replica.apply(page(List.of(snapshot(one, 5, WARD)), List.of()));

        MemoryReplica after = replica.copy();

        assertThat(after.cursors()).isEqualTo(Cursors.NONE);
        assertThat(after.snapshot(one)).isEmpty();
        after.apply(page(List.of(snapshot(two, 6, WARD)), List.of()));
        assertThat(after.copy().snapshot(two)).isPresent();
    }
}
