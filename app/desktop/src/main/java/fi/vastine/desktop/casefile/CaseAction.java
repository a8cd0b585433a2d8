package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with a case, and why it cannot be done now. */
public enum CaseAction {
    REPLY,
    MOVE,
    THEME,
    NOTE,
    THANK,
    TAKE_UP,
    CLOSE,
    REOPEN,
    KIND,
    HAND_OVER,
    /** What a colleague entered for a customer, for the quality team. */
    WITHDRAW;

    /** The key of the sentence that says why not; empty if it can be done. */
    Optional<String> hindrance(FeedbackCase shown, Scope scope) {
        if (readsOnly(scope)) {
            return Optional.of("case.why-read-only");
        }
        return Optional.ofNullable(
                switch (this) {
                    case REPLY -> whyNoReply(shown);
                    case CLOSE -> whyNotClosed(shown);
                    case THANK -> shown.thanked() ? "case.why-thanked" : null;
                    case TAKE_UP -> shown.status() == CaseStatus.NEW ? null : "case.why-taken-up";
                    case REOPEN -> shown.status() == CaseStatus.CLOSED ? null : "case.why-not-closed";
                    case HAND_OVER -> shown.handover() == null ? null : "case.why-handed-over";
                    case WITHDRAW -> shown.replies().isEmpty() ? null : "case.why-replied";
                    case MOVE, THEME, NOTE, KIND -> null;
                });
    }

    /** Whether withdrawing is a question at all: somebody entered it, and she is of the quality team. */
    static boolean isForWithdrawal(FeedbackCase shown, Scope scope) {
        return shown.origin().collector() != null && scope.roles().contains(Role.QUALITY);
    }

    /** The one most people come to do with such a case. */
    static CaseAction mainFor(FeedbackCase shown) {
        if (shown.unit().equals(UnitId.TRIAGE)) {
            return MOVE;
        }
        if (shown.owesReply()) {
            return REPLY;
        }
        return shown.kind() == FeedbackKind.THANKS && !shown.thanked() ? THANK : CLOSE;
    }

    private static boolean readsOnly(Scope scope) {
        return !scope.roles().isEmpty()
                && !scope.roles().contains(Role.HANDLER)
                && !scope.roles().contains(Role.QUALITY);
    }

    private static @Nullable String whyNoReply(FeedbackCase shown) {
        if (shown.replyWish() == null) {
            return "case.why-no-reply-wished";
        }
        if (shown.handover() != null) {
            return "case.why-handed-over";
        }
        return shown.owesReply() ? null : "case.why-answered";
    }

    private static @Nullable String whyNotClosed(FeedbackCase shown) {
        if (shown.status() == CaseStatus.CLOSED) {
            return "case.why-closed";
        }
        return shown.owesReply() ? "case.why-reply-owed" : null;
    }
}
