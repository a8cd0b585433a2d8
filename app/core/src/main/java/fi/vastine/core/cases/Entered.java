package fi.vastine.core.cases;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.Outbox;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Feedback that somebody entered without the right to read it: it leaves the laptop once the backend has it, whoever is at work.
 *
 * <p>Whose right it is lies in the outbox too, as a locked screen has nothing else open.
 */
public final class Entered {
    private static final String READS = "reads-units";

    private Entered() {}

    /** Notes which units the person may read, once the backend has told. */
    static void mayRead(Scope scope, Outbox outbox) {
        String units = scope.units().stream().map(UnitId::value).collect(Collectors.joining("\n"));
        // It is asked at each start, which must not wait for the disk.
        if (scope.version() > 0 && !outbox.setting(READS).equals(Optional.of(units))) {
            outbox.keepSetting(READS, units);
        }
    }

    /**
     * Deletes what the backend has of it; on disk when this returns.
     *
     * <p>1. The outcome is stored.  2. That it was entered is noted, without a word of it.  3. The command is deleted.  4. The files
     * are rid of it. After a crash in between, the next start goes on. Before the backend has told what the person may read, nothing is forgotten.
     */
    public static List<CommandId> forget(Outbox outbox) {
        Set<String> units = outbox.setting(READS)
                .map(each -> Set.copyOf(Arrays.asList(each.split("\n", -1))))
                .orElse(null);
        if (units == null) {
            return List.of();
        }
        List<Entry> entered = outbox.entries().stream()
                .filter(each -> isElsewhere(each) && isForOthers(each.envelope(), units))
                .toList();
        List<CommandId> ids =
                entered.stream().map(each -> each.envelope().commandId()).toList();
        if (!entered.isEmpty()) {
            TakenEntry.note(outbox, entered);
            outbox.drop(ids);
            outbox.tidy();
        }
        return ids;
    }

    /** What was not taken is nowhere else, also once the person has seen that. */
    private static boolean isElsewhere(Entry entry) {
        boolean taken = !(entry.outcome() instanceof Outcome.Refused refused) || refused.kept();
        return entry.state() == Entry.State.SETTLED && (taken || entry.resolution() == Entry.Resolution.MADE_ANEW);
    }

    private static boolean isForOthers(Envelope envelope, Set<String> units) {
        return envelope.command() instanceof Command.EnterFeedback entry
                && !units.contains(entry.unit().value());
    }
}
