package fi.vastine.core.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryOutboxTest extends OutboxContract {
    private final Outbox outbox = new MemoryOutbox(JSON);

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    void reopen() {
        outbox.close();
    }

    @Test
    void aLaptopThatWasNeverSignedInTakesNoCommands() {
        Outbox fresh = new MemoryOutbox(JSON);

        assertThatThrownBy(() -> fresh.submit(List.of(note("a")))).isInstanceOf(IllegalStateException.class);
    }
}
