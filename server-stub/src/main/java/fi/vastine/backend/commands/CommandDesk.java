package fi.vastine.backend.commands;

import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.identity.Access;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.routing.Router;
import fi.vastine.backend.store.CommandLog;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.backend.store.Transaction;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Actor;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Decision;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.command.Keeping;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Push;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a device's commands, in order, each at most once.
 *
 * <ol>
 *   <li>A command known by its id gets the outcome it got the first time, on whichever device it comes again.
 *   <li>A sequence number that leaves one out is a gap; one used for another command is a fork: nothing is taken then.
 *   <li>The person's right is that of the moment the batch is taken; the case is that of now; the contract decides.
 *   <li>Effect, change number, outgoing mail and outcome are written together. Every outcome uses up its number.
 *   <li>What was withdrawn is noted where no backup brings it back; only then is the laptop answered, which else comes again.
 * </ol>
 *
 * All commands of a batch are one job of the writer: a crash leaves all of it or nothing. Thread safe.
 */
final class CommandDesk {
    private final Writer writer;
    private final CommandLog log;
    private final Directory directory;
    private final ReferenceDocuments reference;
    private final Router router;
    private final ReplyQueue outgoing;
    private final Consumer<CaseId> withdrawn;
    private final InstantSource clock;
    private final CampaignDesk campaigns;

    CommandDesk(
            Writer writer,
            CommandLog log,
            Directory directory,
            ReferenceDocuments reference,
            Router router,
            ReplyQueue outgoing,
            Consumer<CaseId> withdrawn,
            InstantSource clock) {
        this.writer = writer;
        this.log = log;
        this.directory = directory;
        this.reference = reference;
        this.router = router;
        this.outgoing = outgoing;
        this.withdrawn = withdrawn;
        this.clock = clock;
        this.campaigns = new CampaignDesk(directory, reference);
    }

    /** @throws HttpProblem for a gap, a fork, or commands of another device */
    Push.Answer take(SignedIn who, List<Received> batch) {
        Push.Answer answer = write(who, batch);
        for (int each = 0; each < batch.size(); each++) {
            if (isWithdrawal(batch.get(each)) && answer.outcomes().get(each).outcome() instanceof Outcome.Applied) {
                withdrawn.accept(batch.get(each).caseId());
            }
        }
        return answer;
    }

    private static boolean isWithdrawal(Received each) {
        return each.content() instanceof Received.Legible legible && legible.command() instanceof Command.WithdrawEntry;
    }

    private Push.Answer write(SignedIn who, List<Received> batch) {
        return writer.write(transaction -> {
            Access access = directory.access(who.person());
            long before = log.lastSeq(transaction, who.device());
            long last = before;
            List<Push.Result> outcomes = new ArrayList<>();
            for (Received each : batch) {
                outcomes.add(
                        new Push.Result(each.commandId(), each.seq(), outcome(transaction, who, access, each, last)));
                last = Math.max(last, each.seq());
            }
            if (last > before) {
                log.advance(transaction, who.device(), last);
            }
            return new Push.Answer(outcomes);
        });
    }

    private Outcome outcome(Transaction transaction, SignedIn who, Access access, Received received, long last) {
        if (!received.device().equals(who.device())) {
            throw HttpProblem.forbidden("The commands are those of another device.");
        }
        if (received.seq() > last + 1) {
            throw HttpProblem.sequenceGap(last + 1);
        }
        Optional<Outcome> known = log.outcome(transaction, received.commandId());
        if (known.isPresent()) {
            return known.get();
        }
        if (received.seq() <= last) {
            throw HttpProblem.deviceForked("Another command has had this sequence number.");
        }
        var actor = new Actor(who.person(), received.madeAt(), clock.instant());
        Outcome outcome = switch (received.content()) {
            case Received.Illegible illegible -> refused(illegible.why());
            case Received.Legible legible -> outcome(transaction, access, received, legible.command(), actor);
        };
        log.add(transaction, Acts.of(received, actor, outcome), received.commandId(), received.caseId(), outcome);
        return outcome;
    }

    private Outcome outcome(Transaction transaction, Access access, Received received, Command command, Actor actor) {
        if (command instanceof Command.OfCampaign campaign) {
            return campaigns.outcome(transaction, access, received.caseId(), campaign);
        }
        FeedbackCase current = transaction.find(received.caseId()).orElse(null);
        if (command instanceof Command.WithdrawEntry) {
            if (current == null && transaction.isErased(received.caseId())) {
                return new Outcome.NoOp();
            }
            if (current != null && !Standing.mayWithdraw(access, actor.person(), current)) {
                return refused(Refusal.NOT_WHO_ENTERED);
            }
        } else if (current != null && !(command instanceof Command.EnterFeedback)) {
            switch (Standing.of(directory, access, actor.person(), current, command, actor.madeAt())) {
                case MAY -> {}
                case ENDED -> {
                    boolean kept = keep(transaction, received, current, command, actor, DraftLabel.LEFT_BEHIND);
                    return new Outcome.Refused(Refusal.ACCESS_ENDED, kept);
                }
                case NEVER -> {
                    return refused(Refusal.NO_ACCESS);
                }
            }
        }
        if (current == null && transaction.isErased(received.caseId())) {
            return new Outcome.Gone();
        }
        Refusal unknown = unknownName(command);
        return unknown == null ? decided(transaction, received, current, command, actor) : refused(unknown);
    }

    private Outcome decided(
            Transaction transaction, Received received, @Nullable FeedbackCase current, Command command, Actor actor) {
        return switch (Decisions.decide(received.caseId(), current, command, actor)) {
            case Decision.Apply apply -> {
                FeedbackCase next = routed(apply.next(), command, actor);
                FeedbackCase written = transaction.apply(next, received.device(), received.seq());
                sendMail(transaction, written, command, received);
                yield new Outcome.Applied(written.changeNo());
            }
            case Decision.Withdraw ignored -> new Outcome.Applied(transaction.withdraw(received.caseId()));
            case Decision.NoOp ignored -> new Outcome.NoOp();
            case Decision.Conflict conflict -> {
                if (current != null && conflict.why() == ConflictReason.ANSWERED_ALREADY) {
                    keep(transaction, received, current, command, actor, DraftLabel.BESIDE);
                }
                yield new Outcome.Conflict(conflict.why(), conflict.current(), conflict.by(), conflict.at());
            }
            case Decision.Refuse refuse -> refused(refuse.code());
            case Decision.Plan ignored -> throw new IllegalStateException("A campaign came of a case");
        };
    }

    private FeedbackCase routed(FeedbackCase next, Command command, Actor actor) {
        return switch (command) {
            case Command.EnterFeedback entry -> router.received(placed(next, entry, actor));
            case Command.MoveToUnit ignored -> router.moved(next, actor.receivedAt());
            default -> next;
        };
    }

    /**
     * Days without a network must not cost a customer's words: what is not the collector's to enter there, or was answered by a
     * form that is not as it is known here, is routed on.
     */
    private FeedbackCase placed(FeedbackCase entered, Command.EnterFeedback entry, Actor actor) {
        return Standing.mayEnter(directory, entry, actor.madeAt()) && isByItsForm(entry)
                ? entered
                : entered.edit().unit(UnitId.TRIAGE).done();
    }

    private boolean isByItsForm(Command.EnterFeedback entry) {
        String form = entry.answers().form();
        return form == null
                || reference
                        .form(form)
                        .map(known -> FilledForm.fits(known, entry.answers(), entry.text()))
                        .orElse(false);
    }

    private void sendMail(Transaction transaction, FeedbackCase written, Command command, Received received) {
        switch (command) {
            case Command.SendReply send -> {
                if (received.offeredBefore()) {
                    outgoing.addOfferedBefore(transaction, written, send.reply());
                } else {
                    outgoing.add(transaction, written, send.reply());
                }
            }
            case Command.SettleDelivery settle -> {
                if (settle.to() == DeliveryState.WAITING) {
                    letLeave(transaction, written, settle, received);
                }
            }
            default -> {}
        }
    }

    private void letLeave(
            Transaction transaction, FeedbackCase written, Command.SettleDelivery settle, Received received) {
        if (received.offeredBefore()) {
            outgoing.addOfferedBefore(transaction, written, settle.reply());
        } else {
            outgoing.addAgain(transaction, written, settle.reply());
        }
    }

    /** Keeps the text of a command that was not applied as a draft on the case, so that no word is lost. */
    private static boolean keep(
            Transaction transaction,
            Received received,
            FeedbackCase current,
            Command command,
            Actor actor,
            DraftLabel label) {
        Optional<FeedbackCase> kept = Keeping.aside(current, command, actor, label);
        kept.ifPresent(next -> transaction.apply(next, received.device(), received.seq()));
        return kept.isPresent();
    }

    private @Nullable Refusal unknownName(Command command) {
        return switch (command) {
            case Command.MoveToUnit move -> isUnit(move.to()) ? null : Refusal.UNKNOWN_UNIT;
            case Command.AssignTo assign ->
                assign.to() == null
                                || directory.organisation().person(assign.to()).isPresent()
                        ? null
                        : Refusal.UNKNOWN_PERSON;
            case Command.AskReview ask ->
                directory.organisation().person(ask.reviewer()).isPresent() ? null : Refusal.UNKNOWN_PERSON;
            case Command.AddTheme add ->
                reference.current().themes().stream()
                                .anyMatch(theme -> theme.id().equals(add.theme()))
                        ? null
                        : Refusal.UNKNOWN_THEME;
            default -> null;
        };
    }

    private boolean isUnit(UnitId unit) {
        return unit.equals(UnitId.TRIAGE) || directory.organisation().exists(unit, directory.today());
    }

    private static Outcome refused(Refusal code) {
        return new Outcome.Refused(code, false);
    }
}
