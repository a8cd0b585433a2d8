package fi.vastine.core.cases;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.Push;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.outbox.Submission;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Head;
import fi.vastine.core.replica.Replica;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is pending, folded over the base: keeps the shelf's rows as they look with it.
 *
 * <p>An applied command stays folded until the base carries it, so that nothing flickers. Not thread safe, but for {@link #shown}.
 */
final class Folding {
    private final Outbox outbox;
    private final Replica replica;
    private final Json json;
    private final PersonId person;
    private final Shelf shelf;
    private final Backlog backlog = new Backlog();
    private Cursors cursors;

    Folding(Outbox outbox, Replica replica, Json json, PersonId person, Shelf shelf) {
        this.outbox = outbox;
        this.replica = replica;
        this.json = json;
        this.person = person;
        this.shelf = shelf;
        this.cursors = replica.cursors();
    }

    // What is pending

    /** Takes up what the outbox keeps. */
    void load() {
        for (Entry entry : outbox.entries()) {
            pending(entry).filter(each -> !isOver(each)).ifPresent(backlog::put);
        }
        outbox.intentions().forEach(each -> backlog.put(Pending.undoable(each.submission())));
        backlog.cases().forEach(this::refold);
    }

    /** Takes up anew what the outbox keeps, where numbers have moved or what was over may be pending again. */
    void reload() {
        Set<CaseId> former = backlog.cases();
        backlog.clear();
        load();
        former.forEach(this::refold);
    }

    void clear() {
        backlog.clear();
    }

    void intend(Submission submission) {
        backlog.put(Pending.undoable(submission));
        refold(submission.caseId());
    }

    /** Takes up commands, which may have been intentions: a command has its place by its number. */
    void take(List<Envelope> commands) {
        commands.forEach(each -> backlog.remove(each.commandId()));
        for (Envelope each : commands) {
            backlog.put(Pending.sent(each, 0));
            refold(each.caseId());
        }
    }

    /** Lets go of what was taken back. */
    void takeBack(CommandId id) {
        if (backlog.find(id).filter(each -> each.seq() > 0).isPresent()) {
            // What followed has moved up by one number.
            reload();
        }
        remove(id);
    }

    void remove(CommandId id) {
        backlog.remove(id).ifPresent(each -> refold(each.caseId()));
    }

    List<Pending> of(CaseId id) {
        return backlog.of(id);
    }

    List<Pending> all() {
        return backlog.all();
    }

    /** Whether anything pending has changed since this was asked last. */
    boolean changed() {
        return backlog.changed();
    }

    /** The whole of a case with what is pending; null if it is not held here. Reads the disk. */
    @Nullable
    FeedbackCase shown(CaseId id, List<Pending> own) {
        return own.isEmpty() ? base(id) : fold(id, base(id), own);
    }

    // What the backend says

    /** Takes up an answer; tells whether it needs a person. */
    boolean settle(Push.Result result) {
        Pending answered = backlog.find(result.commandId()).orElse(null);
        boolean done = result.outcome() instanceof Outcome.Applied || result.outcome() instanceof Outcome.NoOp;
        if (answered == null) {
            return !done;
        }
        if (result.outcome() instanceof Outcome.Applied applied && !isOver(answered.applied(applied.changeNo()))) {
            backlog.put(answered.applied(applied.changeNo()));
            confirm(answered.caseId());
        } else {
            remove(answered.id());
        }
        return !done;
    }

    /**
     * Takes a case's base in.
     *
     * @param row its row, where it is at hand
     */
    void hold(Head head, @Nullable CaseRow row) {
        shelf.hold(head, row == null ? rowOf(head.caseId()) : row);
        CaseId id = head.caseId();
        if (backlog.has(id)) {
            backlog.removeIf(id, each -> each.isIn(head.changeNo(), head.seq()));
            refold(id);
        }
    }

    /** Lets go of a case's base; what is not confirmed of it stays, and what the base held before its answer came waits again. */
    void forget(CaseId id) {
        shelf.drop(id);
        backlog.removeIf(id, each -> !each.unconfirmed());
        outbox.entries().stream()
                .filter(each -> each.unsettled() && each.envelope().caseId().equals(id))
                .forEach(each -> pending(each).ifPresent(backlog::put));
        if (backlog.has(id)) {
            refold(id);
        } else {
            shelf.fold(id, null);
        }
    }

    /** Lets go of all that was pending of a case; commands that are still to be answered wait with nothing in them. */
    void erase(CaseId id) {
        backlog.removeIf(id, each -> true);
        outbox.entries().stream()
                .filter(each -> each.envelope().caseId().equals(id))
                .forEach(each -> pending(each).ifPresent(backlog::put));
        shelf.fold(id, null);
    }

    /** The base is up to here now, and what it has passed is over. */
    void reached(Cursors now) {
        Cursors former = cursors;
        cursors = now;
        if (former.catchUp().keySet().containsAll(now.catchUp().keySet())) {
            dropPassed();
        } else {
            // A download that begins may still bring the case of what had been passed: that waits for it again, as
            // after a start.
            reload();
        }
    }

    private void dropPassed() {
        for (Pending each : backlog.all()) {
            if (isPassed(each)) {
                remove(each.id());
            }
        }
    }

    /** Everything pending of the case is confirmed: its row says so, what it shows is the same. */
    private void confirm(CaseId id) {
        if (backlog.of(id).stream().noneMatch(Pending::unconfirmed)) {
            shelf.folded(id).ifPresent(row -> shelf.fold(id, row.confirmed()));
        }
    }

    /** Whether nothing is to be shown of it any more: the base holds it, or will never. */
    private boolean isOver(Pending each) {
        return isPassed(each) || inBase(each);
    }

    /** Whether the base is beyond its change: then its case is held as it is now, or the person may not see it. */
    private boolean isPassed(Pending each) {
        return !each.unconfirmed()
                && cursors.after() >= each.appliedAs()
                && cursors.catchUp().isEmpty();
    }

    private boolean inBase(Pending each) {
        return shelf.held(each.caseId())
                .map(held -> each.isIn(held.head().changeNo(), held.head().seq()))
                .orElse(false);
    }

    private static Optional<Pending> pending(Entry entry) {
        return switch (entry.outcome()) {
            case null -> Optional.of(Pending.sent(entry.envelope(), 0));
            // Of what was erased nothing is to be shown.
            case Outcome.Applied applied ->
                Optional.of(Pending.sent(entry.envelope(), applied.changeNo()))
                        .filter(each -> !(each.command() instanceof Command.Voided));
            default -> Optional.empty();
        };
    }

    private void refold(CaseId id) {
        List<Pending> own = backlog.of(id);
        FeedbackCase shown = own.isEmpty() ? null : fold(id, base(id), own);
        boolean unconfirmed = own.stream().anyMatch(Pending::unconfirmed);
        if (shown == null && own.stream().anyMatch(each -> each.command() instanceof Command.WithdrawEntry)) {
            shelf.withdraw(id);
        } else {
            shelf.fold(id, shown == null ? null : CaseRows.of(shown, unconfirmed));
        }
    }

    private @Nullable FeedbackCase fold(CaseId id, @Nullable FeedbackCase base, List<Pending> own) {
        DeviceId device = outbox.registration().map(Registration::device).orElseThrow();
        return Decisions.fold(
                id, base, own.stream().map(each -> each.envelope(device)).toList(), person);
    }

    private @Nullable FeedbackCase base(CaseId id) {
        return replica.snapshot(id)
                .map(text -> json.read(text, FeedbackCase.class))
                .orElse(null);
    }

    private CaseRow rowOf(CaseId id) {
        FeedbackCase base = base(id);
        if (base == null) {
            throw new IllegalStateException("A head without its case");
        }
        return CaseRows.of(base);
    }
}
