package fi.vastine.backend.county;

import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Actor;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Decision;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.command.ReplyRules;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import java.time.Instant;

/**
 * The course of one case, command after command by the real rules, up to a moment: what would come later has not happened.
 *
 * <p>Used once, by one thread.
 */
final class Course {
    private final Instant until;
    private FeedbackCase current;

    Course(FeedbackCase received, Instant until) {
        this.current = received;
        this.until = until;
    }

    FeedbackCase current() {
        return current;
    }

    boolean reaches(Instant at) {
        return at.isBefore(until);
    }

    /** Does what a person decided; throws {@link IllegalStateException} if the rules would not let them. */
    void take(Instant at, PersonId by, Command command) {
        if (!reaches(at)) {
            return;
        }
        Decision decision = Decisions.decide(current.id(), current, command, new Actor(by, at, at));
        switch (decision) {
            case Decision.Apply apply -> current = apply.next();
            case Decision.NoOp ignored -> {}
            case Decision.Conflict conflict -> throw new IllegalStateException(command + " met " + conflict);
            case Decision.Refuse refused -> throw new IllegalStateException(command + " met " + refused);
            case Decision.Withdraw gone -> throw new IllegalStateException(command + " met " + gone);
            case Decision.Plan plan -> throw new IllegalStateException(command + " met " + plan);
        }
    }

    void deliver(ReplyId reply, DeliveryState state, Instant at) {
        if (reaches(at)) {
            String reason = state == DeliveryState.FAILED ? "550 5.1.1" : null;
            current = ReplyRules.delivered(current, reply, state, at, reason);
        }
    }
}
