package fi.vastine.contract.command;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Edit;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.Event.What;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Handover;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.text.Signals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules: what comes of a command on a case as it stands.
 *
 * <p>Pure and total: the same on laptop and backend, no clock, no store. Whether the person may act on the case's unit is
 * authorised by the backend before; here only what follows from the case itself.
 */
public final class Decisions {
    /** The longest text of a note, reply, draft or entered feedback, in characters. */
    public static final int LONGEST_TEXT = 20_000;

    private Decisions() {}

    /**
     * Decides one command.
     *
     * @param current the case as it stands; absent if there is none, which only {@code EnterFeedback} can do with
     */
    public static Decision decide(CaseId id, @Nullable FeedbackCase current, Command command, Actor actor) {
        if (command instanceof Command.EnterFeedback entry) {
            return current == null ? enter(id, entry, actor) : noOp();
        }
        if (command instanceof Command.Voided) {
            return noOp();
        }
        return current == null ? refuse(Refusal.UNKNOWN_CASE) : decide(current, command, actor);
    }

    /** Shows what a laptop's pending commands make of the case it holds; what cannot be done changes nothing. */
    public static @Nullable FeedbackCase fold(
            CaseId id, @Nullable FeedbackCase base, List<Envelope> pending, PersonId person) {
        FeedbackCase shown = base;
        for (Envelope each : pending) {
            var actor = new Actor(person, each.madeAt(), each.madeAt());
            shown = switch (decide(id, shown, each.command(), actor)) {
                case Decision.Apply apply -> apply.next();
                case Decision.Withdraw ignored -> null;
                default -> shown;
            };
        }
        return shown;
    }

    private static Decision decide(FeedbackCase current, Command command, Actor actor) {
        return switch (command) {
            case Command.AddTheme add -> addTheme(current, add, actor);
            case Command.RemoveTheme remove -> removeTheme(current, remove, actor);
            case Command.AddNote note -> addNote(current, note, actor);
            case Command.ChangeStatus change -> changeStatus(current, change, actor);
            case Command.AssignTo assign -> assign(current, assign, actor);
            case Command.MoveToUnit move -> move(current, move, actor);
            case Command.SetKind set -> setKind(current, set, actor);
            case Command.SaveDraft save -> DraftRules.save(current, save, actor);
            case Command.DropDraft drop -> DraftRules.drop(current, drop, actor);
            case Command.AskReview ask -> DraftRules.askReview(current, ask, actor);
            case Command.ApproveDraft approve -> DraftRules.approve(current, approve, actor);
            case Command.ReturnDraft back -> DraftRules.returnDraft(current, back, actor);
            case Command.SendReply send -> ReplyRules.send(current, send, actor);
            case Command.RecordAnswer answer -> ReplyRules.record(current, answer, actor);
            case Command.SettleDelivery settle -> ReplyRules.settle(current, settle, actor);
            case Command.HandOver handOver -> handOver(current, handOver, actor);
            case Command.ThankTeam ignored -> thankTeam(current, actor);
            case Command.EnterFeedback ignored -> noOp();
            case Command.WithdrawEntry ignored -> withdraw(current);
            case Command.OfCampaign ignored -> refuse(Refusal.NOT_POSSIBLE);
            case Command.Voided ignored -> noOp();
        };
    }

    private static Decision enter(CaseId id, Command.EnterFeedback entry, Actor actor) {
        // Who left only a way to be reached wishes to be asked.
        if (entry.text().isBlank() && entry.answers().areNone() && entry.replyWish() == null) {
            return refuse(Refusal.EMPTY_TEXT);
        }
        if (entry.text().length() > LONGEST_TEXT) {
            return refuse(Refusal.TOO_LONG);
        }
        var message = new Message(entry.message(), entry.givenAt(), entry.text());
        var origin =
                new Origin(entry.channel(), entry.language(), actor.receivedAt(), entry.answers(), entry.collector());
        // The unit that was meant stays to be seen, also where somebody has to route it on.
        var received = new Event(
                actor.receivedAt(),
                entry.collector(),
                What.RECEIVED,
                null,
                entry.unit().value(),
                null);
        return apply(new FeedbackCase(
                id,
                0,
                entry.unit(),
                origin,
                entry.kind(),
                CaseStatus.NEW,
                null,
                List.of(message),
                entry.replyWish(),
                null,
                List.of(),
                Signals.in(
                        entry.text() + "\n" + String.join("\n", entry.answers().words())),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of(received)));
    }

    /** What became of it since, drafts and notes too, goes with it: only a reply has reached the customer. */
    private static Decision withdraw(FeedbackCase current) {
        if (current.origin().collector() == null) {
            return refuse(Refusal.NOT_POSSIBLE);
        }
        return current.replies().isEmpty() ? new Decision.Withdraw() : refuse(Refusal.REPLIED_ALREADY);
    }

    private static Decision addTheme(FeedbackCase current, Command.AddTheme add, Actor actor) {
        if (current.themes().contains(add.theme())) {
            return noOp();
        }
        return apply(current.edit()
                .theme(add.theme())
                .event(event(actor, What.THEME_ADDED, null, add.theme().value())));
    }

    private static Decision removeTheme(FeedbackCase current, Command.RemoveTheme remove, Actor actor) {
        if (!current.themes().contains(remove.theme())) {
            return noOp();
        }
        return apply(current.edit()
                .withoutTheme(remove.theme())
                .event(event(actor, What.THEME_REMOVED, remove.theme().value(), null)));
    }

    private static Decision addNote(FeedbackCase current, Command.AddNote add, Actor actor) {
        if (current.notes().stream().anyMatch(note -> note.id().equals(add.note()))) {
            return noOp();
        }
        return unlessUnfit(add.text()).orElseGet(() -> {
            var note = new Note(add.note(), actor.person(), add.text(), actor.madeAt(), actor.receivedAt());
            return apply(current.edit().note(note).event(event(actor, What.NOTE, null, null)));
        });
    }

    private static Decision changeStatus(FeedbackCase current, Command.ChangeStatus change, Actor actor) {
        CaseStatus to = change.to();
        if (current.status() == to) {
            return noOp();
        }
        if (to == CaseStatus.ANSWERED || to == CaseStatus.NEW) {
            return refuse(Refusal.NOT_POSSIBLE);
        }
        if (to == CaseStatus.CLOSED && current.owesReply()) {
            return refuse(Refusal.REPLY_OWED);
        }
        if (current.status() != change.from()) {
            return changedMeanwhile(current, What.STATUS, current.status().name());
        }
        return apply(current.edit()
                .status(to)
                .event(event(actor, What.STATUS, change.from().name(), to.name())));
    }

    private static Decision assign(FeedbackCase current, Command.AssignTo assign, Actor actor) {
        if (Objects.equals(current.assignee(), assign.to())) {
            return noOp();
        }
        if (!Objects.equals(current.assignee(), assign.from())) {
            return changedMeanwhile(current, What.ASSIGNED, name(current.assignee()));
        }
        return apply(current.edit()
                .assignee(assign.to())
                .event(event(actor, What.ASSIGNED, name(assign.from()), name(assign.to()))));
    }

    private static Decision move(FeedbackCase current, Command.MoveToUnit move, Actor actor) {
        if (current.unit().equals(move.to())) {
            return noOp();
        }
        if (move.reason().isBlank()) {
            return refuse(Refusal.EMPTY_TEXT);
        }
        if (!current.unit().equals(move.from())) {
            return changedMeanwhile(current, What.MOVED, current.unit().value());
        }
        var moved = new Event(
                actor.receivedAt(),
                actor.person(),
                What.MOVED,
                move.from().value(),
                move.to().value(),
                move.reason());
        return apply(current.edit().unit(move.to()).assignee(null).event(moved));
    }

    private static Decision setKind(FeedbackCase current, Command.SetKind set, Actor actor) {
        FeedbackKind to = set.to();
        if (current.kind() == to) {
            return noOp();
        }
        if (current.kind() != set.from()) {
            return changedMeanwhile(current, What.KIND, current.kind().name());
        }
        return apply(
                current.edit().kind(to).event(event(actor, What.KIND, set.from().name(), to.name())));
    }

    private static Decision handOver(FeedbackCase current, Command.HandOver handOver, Actor actor) {
        Handover earlier = current.handover();
        if (earlier != null) {
            return earlier.kind() == handOver.kind()
                    ? noOp()
                    : new Decision.Conflict(
                            ConflictReason.HANDED_OVER_ALREADY, earlier.kind().name(), earlier.by(), earlier.at());
        }
        return apply(current.edit()
                .handover(new Handover(handOver.kind(), actor.person(), actor.receivedAt()))
                .status(CaseStatus.CLOSED)
                .event(event(actor, What.HANDED_OVER, null, handOver.kind().name())));
    }

    private static Decision thankTeam(FeedbackCase current, Actor actor) {
        if (current.thanked()) {
            return noOp();
        }
        Edit edit = current.edit().thanked().event(event(actor, What.TEAM_THANKED, null, null));
        return apply(current.owesReply() ? edit : edit.status(CaseStatus.CLOSED));
    }

    static Optional<Decision> unlessUnfit(String text) {
        if (text.isBlank()) {
            return Optional.of(refuse(Refusal.EMPTY_TEXT));
        }
        return text.length() > LONGEST_TEXT ? Optional.of(refuse(Refusal.TOO_LONG)) : Optional.empty();
    }

    static Decision apply(Edit edit) {
        return apply(edit.done());
    }

    static Decision apply(FeedbackCase next) {
        return new Decision.Apply(next);
    }

    static Decision noOp() {
        return new Decision.NoOp();
    }

    static Decision refuse(Refusal code) {
        return new Decision.Refuse(code);
    }

    static Event event(Actor actor, What what, @Nullable String from, @Nullable String to) {
        return new Event(actor.receivedAt(), actor.person(), what, from, to, null);
    }

    /** Names who set the value that stands, from the newest line of the history that tells of it. */
    private static Decision changedMeanwhile(FeedbackCase current, What what, @Nullable String stands) {
        return current.history().reversed().stream()
                .filter(event -> event.what() == what)
                .findFirst()
                .map(event -> new Decision.Conflict(ConflictReason.VALUE_CHANGED, stands, event.by(), event.at()))
                .orElseGet(() -> new Decision.Conflict(ConflictReason.VALUE_CHANGED, stands, null, null));
    }

    private static @Nullable String name(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
