package fi.vastine.core.session;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.outbox.Entry;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What could not be applied, with all that was written; it stays until a person has settled it. Thread safe. */
public final class Attention {
    private final Desk desk;
    private final Commands commands;
    private final Runnable commandsWait;

    Attention(Desk desk, Commands commands, Runnable commandsWait) {
        this.desk = desk;
        this.commands = commands;
        this.commandsWait = commandsWait;
    }

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
        return items(desk.attention().value());
    }

    /** Tells the items now, on the caller's thread, and from then on at each change, on core's threads. */
    public Subscription onItems(Consumer<List<Item>> listener) {
        return desk.attention().listen(entries -> listener.accept(items(entries)))::run;
    }

    /** The person has seen it and wants nothing more. Blocks for the disk. */
    public void dismiss(CommandId commandId) {
        desk.dismiss(commandId);
    }

    /** Submits a command in place of the one that was not applied, such as the same on the value that stands now. Blocks. */
    public CommandId again(CommandId commandId, Command replacement) {
        CaseId caseId = items().stream()
                .filter(item -> item.commandId().equals(commandId))
                .findFirst()
                .map(Item::caseId)
                .orElseThrow(() -> new IllegalArgumentException("Needs no attention: " + commandId));
        CommandId id = desk.makeAnew(commandId, commands.submission(caseId, replacement));
        commandsWait.run();
        return id;
    }

    private static List<Item> items(List<Entry> entries) {
        return entries.stream().flatMap(Attention::item).toList();
    }

    private static Stream<Item> item(Entry entry) {
        Outcome outcome = entry.outcome();
        Instant answeredAt = entry.settledAt();
        if (outcome == null || answeredAt == null) {
            return Stream.empty();
        }
        var envelope = entry.envelope();
        return Stream.of(new Item(
                envelope.commandId(), envelope.caseId(), envelope.command(), outcome, envelope.madeAt(), answeredAt));
    }
}
