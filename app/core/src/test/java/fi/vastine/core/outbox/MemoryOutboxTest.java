package fi.vastine.core.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryOutboxTest extends OutboxContract {
    private MemoryOutbox outbox = new MemoryOutbox(JSON);

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    void reopen() {
        outbox.close();
        outbox = outbox.copy();
    }

    @Test
    void aLaptopThatWasNeverSignedInTakesNoCommands() {
        Outbox fresh = new MemoryOutbox(JSON);

        assertThatThrownBy(() -> fresh.submit(List.of(note("a")))).isInstanceOf(IllegalStateException.class);
    }
}
