package fi.vastine.core.outbox;

import static java.util.Objects.requireNonNull;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CommandId;
import fi.vastine.core.outbox.Entry.State;
import fi.vastine.core.outbox.Row.Kind;
import fi.vastine.core.outbox.Row.Placed;
import fi.vastine.core.outbox.Row.Registered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commands of an outbox in the order they were made, and the numbers they have under the laptop's registration.
 *
 * <p>What will be different is worked out here as rows; only {@link #take} changes anything. Guarded by the outbox's monitor.
 */
final class NumberedEntries {
    private final Map<CommandId, Placed> entries = new LinkedHashMap<>();
    private @Nullable Registered registered;
    private long lastPosition;

    Optional<Registration> registration() {
        return Optional.ofNullable(registered).map(Registered::registration);
    }

    /** The last number given; 0 for none. */
    long lastSeq() {
        return registered == null ? 0 : registered.nextSeq() - 1;
    }

    boolean has(CommandId id) {
        return entries.containsKey(id);
    }

    @Nullable
    Entry get(CommandId id) {
        Placed placed = entries.get(id);
        return placed == null ? null : placed.entry();
    }

    /** The command as it goes to the backend; it has to be here. */
    Envelope envelope(CommandId id) {
        return requireNonNull(entries.get(id)).entry().envelope();
    }

    List<Entry> all() {
        return entries.values().stream().map(Placed::entry).toList();
    }

    /**
     * A registration is taken up: what is not settled is numbered anew.
     *
     * <p>A backend that was restored may have lost what it had settled, so that is offered to it again.
     */
    List<Row> underRegistration(Registration registration) {
        Registered before = registered;
        if (before != null && before.registration().equals(registration)) {
            return List.of();
        }
        boolean restored = before != null && !before.registration().epoch().equals(registration.epoch());
        List<Row> rows = new ArrayList<>();
        long seq = 1;
        for (Entry entry : all()) {
            boolean goesAgain = entry.state() == State.SETTLED && entry.resolution() == null;
            if (restored && (entry.unsettled() || goesAgain)) {
                rows.add(row(entry.offeredAgain(registration, seq++)));
            } else if (entry.unsettled()) {
                rows.add(row(entry.renumbered(registration, seq++)));
            }
        }
        rows.add(row(new Registered(registration, seq)));
        return rows;
    }

    /** Submissions become commands with the next numbers; those that are here already stay as they are. */
    List<Row> numbered(List<Submission> submissions) {
        Registered current = requireRegistered();
        Map<CommandId, Row> rows = new LinkedHashMap<>();
        long seq = current.nextSeq();
        for (Submission each : submissions) {
            if (!entries.containsKey(each.id()) && !rows.containsKey(each.id())) {
                Entry entry = Entry.waiting(each, current.registration(), seq++);
                rows.put(each.id(), row(lastPosition + rows.size() + 1, entry));
            }
        }
        List<Row> all = new ArrayList<>(rows.values());
        if (!all.isEmpty()) {
            all.add(row(new Registered(current.registration(), seq)));
        }
        return all;
    }

    /** What is never sent before an earlier command is not on the wire either: all that follows can be renumbered. */
    List<Row> withoutGapAt(Envelope taken) {
        Registered current = requireRegistered();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(Kind.ENTRY, taken.commandId().toString(), null));
        for (Entry entry : all()) {
            long seq = entry.envelope().seq();
            if (entry.state() == State.WAITING && seq > taken.seq()) {
                rows.add(row(entry.renumbered(current.registration(), seq - 1)));
            }
        }
        rows.add(row(new Registered(current.registration(), current.nextSeq() - 1)));
        return rows;
    }

    /** An entry in the place it has, changed. */
    Row row(Entry changed) {
        return row(requireNonNull(entries.get(changed.envelope().commandId())).position(), changed);
    }

    private static Row row(long position, Entry entry) {
        return new Row(Kind.ENTRY, entry.envelope().commandId().toString(), new Placed(position, entry));
    }

    private static Row row(Registered registered) {
        return new Row(Kind.REGISTRATION, "", registered);
    }

    /** Takes a row that is written; entries have to come in the order of their positions. */
    void take(Row row) {
        if (row.kind() == Kind.REGISTRATION) {
            registered = (Registered) row.value();
            return;
        }
        CommandId id = CommandId.of(row.id());
        if (row.value() instanceof Placed placed) {
            entries.put(id, placed);
            lastPosition = Math.max(lastPosition, placed.position());
        } else {
            entries.remove(id);
        }
    }

    private Registered requireRegistered() {
        if (registered == null) {
            throw new IllegalStateException("This laptop has not been registered");
        }
        return registered;
    }
}
