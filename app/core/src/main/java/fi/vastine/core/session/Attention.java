package fi.vastine.core.session;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What could not be applied, with all that was written; it stays until a person has settled it. Thread safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class Attention {
    Attention() {}

    /**
     * One command that was not applied.
     *
     * @param outcome why: a conflict, a refusal, or the case is gone
     * @param madeAt when the person decided, by the laptop's clock
     * @param answeredAt when the backend's answer was stored here, by the laptop's clock
     */
    public record Item(
            CommandId commandId, CaseId caseId, Command command, Outcome outcome, Instant madeAt, Instant answeredAt) {}

    /** What needs attention now, the oldest first. Does not block. */
    public List<Item> items() {
        throw new UnsupportedOperationException();
    }

    /** Tells the items now, on the caller's thread, and from then on at each change, on core's threads. */
    public Subscription onItems(Consumer<List<Item>> listener) {
        throw new UnsupportedOperationException();
    }

    /** The person has seen it and wants nothing more. Blocks for the disk. */
    public void dismiss(CommandId commandId) {
        throw new UnsupportedOperationException();
    }

    /** Submits a command in place of the one that was not applied, such as the same on the value that stands now. Blocks. */
    public CommandId again(CommandId commandId, Command replacement) {
        throw new UnsupportedOperationException();
    }
}
