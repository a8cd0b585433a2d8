package fi.vastine.contract.command;

import static fi.vastine.contract.command.Decisions.apply;
import static fi.vastine.contract.command.Decisions.event;
import static fi.vastine.contract.command.Decisions.noOp;
import static fi.vastine.contract.command.Decisions.refuse;
import static fi.vastine.contract.command.Decisions.unlessUnfit;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Delivery;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Edit;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.Event.What;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.contract.text.ReplyText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replies: at most one goes out for a customer's message, and what became of it is known. */
public final class ReplyRules {
    private ReplyRules() {}

    static Decision send(FeedbackCase current, Command.SendReply send, Actor actor) {
        if (current.reply(send.reply()).isPresent()) {
            return noOp();
        }
        return unlessUnfit(send.text())
                .or(() -> unlessReadyToLeave(send.text()))
                .or(() -> unlessWishedByMail(current.replyWish()))
                .or(() -> unlessAnswered(current, send))
                .orElseGet(() -> {
                    var waiting = new Delivery(DeliveryState.WAITING, actor.receivedAt(), null);
                    var reply = new Reply(
                            send.reply(),
                            send.answers(),
                            Way.MAIL,
                            send.text(),
                            actor.person(),
                            actor.madeAt(),
                            actor.receivedAt(),
                            waiting,
                            send.supplements());
                    return apply(answered(current, reply, send.draft())
                            .event(event(
                                    actor, What.REPLY_SENT, null, send.reply().toString())));
                });
    }

    static Decision record(FeedbackCase current, Command.RecordAnswer answer, Actor actor) {
        if (current.reply(answer.reply()).isPresent()) {
            return noOp();
        }
        if (answer.way() == Way.MAIL) {
            return refuse(Refusal.NOT_POSSIBLE);
        }
        if (current.replyWish() == null) {
            return refuse(Refusal.NO_REPLY_WISHED);
        }
        Optional<Reply> earlier = current.replyTo(answer.answers());
        if (earlier.isPresent()) {
            return answeredAlready(earlier.get());
        }
        if (answer.text().length() > Decisions.LONGEST_TEXT) {
            return refuse(Refusal.TOO_LONG);
        }
        var given = new Delivery(DeliveryState.GIVEN, actor.madeAt(), null);
        var reply = new Reply(
                answer.reply(),
                answer.answers(),
                answer.way(),
                answer.text(),
                actor.person(),
                actor.madeAt(),
                actor.receivedAt(),
                given,
                null);
        return apply(answered(current, reply, answer.draft())
                .event(event(actor, What.ANSWERED_OTHERWISE, null, answer.way().name())));
    }

    static Decision settle(FeedbackCase current, Command.SettleDelivery settle, Actor actor) {
        Reply reply = current.reply(settle.reply()).orElse(null);
        if (reply == null) {
            return refuse(Refusal.UNKNOWN_REPLY);
        }
        DeliveryState stands = reply.delivery().state();
        if (stands == settle.to()) {
            return noOp();
        }
        if (!settleable(settle.from(), settle.to())) {
            return refuse(Refusal.NOT_POSSIBLE);
        }
        if (stands != settle.from()) {
            return new Decision.Conflict(
                    ConflictReason.VALUE_CHANGED,
                    stands.name(),
                    null,
                    reply.delivery().at());
        }
        if (settle.to() == DeliveryState.WAITING
                && current.replyTo(reply.answers())
                        .filter(other -> !other.id().equals(reply.id()))
                        .isPresent()) {
            return answeredAlready(current.replyTo(reply.answers()).orElseThrow());
        }
        return apply(delivered(
                current,
                settle.reply(),
                new Delivery(settle.to(), actor.receivedAt(), null),
                event(actor, What.DELIVERY, stands.name(), settle.to().name())));
    }

    /**
     * Records what the mail system did with a reply; a reply that failed is owed again.
     *
     * @param at the backend's clock
     * @return the next snapshot; the same one if the reply is not known
     */
    public static FeedbackCase delivered(
            FeedbackCase current, ReplyId id, DeliveryState state, Instant at, @Nullable String reason) {
        return current.reply(id)
                .map(reply -> delivered(
                        current,
                        id,
                        new Delivery(state, at, reason),
                        new Event(
                                at,
                                null,
                                What.DELIVERY,
                                reply.delivery().state().name(),
                                state.name(),
                                reason)))
                .orElse(current);
    }

    private static FeedbackCase delivered(FeedbackCase current, ReplyId id, Delivery delivery, Event happened) {
        Reply reply = current.reply(id).orElseThrow();
        FeedbackCase next =
                current.edit().reply(reply.delivered(delivery)).event(happened).done();
        if (next.owesReply() && next.status() == CaseStatus.ANSWERED) {
            return next.edit().status(CaseStatus.IN_PROGRESS).done();
        }
        return !next.owesReply() && current.owesReply()
                ? next.edit().status(CaseStatus.ANSWERED).done()
                : next;
    }

    private static boolean settleable(DeliveryState from, DeliveryState to) {
        return switch (from) {
            case IN_DOUBT -> to == DeliveryState.SENT || to == DeliveryState.FAILED || to == DeliveryState.WAITING;
            case FAILED -> to == DeliveryState.WAITING;
            case WAITING, SENT, GIVEN -> false;
        };
    }

    private static Optional<Decision> unlessReadyToLeave(String text) {
        if (IdentityCodes.foundIn(text)) {
            return Optional.of(refuse(Refusal.IDENTITY_CODE_IN_REPLY));
        }
        return ReplyText.blanks(text).isEmpty() ? Optional.empty() : Optional.of(refuse(Refusal.BLANK_LEFT));
    }

    private static Optional<Decision> unlessWishedByMail(@Nullable ReplyWish wish) {
        if (wish == null) {
            return Optional.of(refuse(Refusal.NO_REPLY_WISHED));
        }
        return wish.way() == Way.MAIL ? Optional.empty() : Optional.of(refuse(Refusal.NO_MAIL_ADDRESS));
    }

    private static Optional<Decision> unlessAnswered(FeedbackCase current, Command.SendReply send) {
        return current.replyTo(send.answers())
                .filter(earlier -> !earlier.id().equals(send.supplements()))
                .map(ReplyRules::answeredAlready);
    }

    private static Decision answeredAlready(Reply earlier) {
        return new Decision.Conflict(
                ConflictReason.ANSWERED_ALREADY, earlier.id().toString(), earlier.by(), earlier.answeredAt());
    }

    private static Edit answered(FeedbackCase current, Reply reply, @Nullable DraftId draft) {
        Edit edit = current.edit().reply(reply).withoutDraft(draft);
        return current.status() == CaseStatus.CLOSED ? edit : edit.status(CaseStatus.ANSWERED);
    }
}
