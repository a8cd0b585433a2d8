package fi.vastine.core.cases;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.form.Asked;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as a line of a list, with what the person has decided and the backend has not yet confirmed.
 *
 * @param receivedAt when the organisation got it
 * @param dueOn the last day of the promise, in Europe/Helsinki; absent if no reply was wished
 * @param wish the way by which the customer wishes to be answered
 * @param owesReply whether the promise is open
 * @param excerpt the beginning of the feedback on one line, at most 200 characters, identity codes masked
 * @param hasDraft whether a reply is under way here or at the backend
 * @param waitsForReview whether a colleague has been asked to read a draft and has not answered
 * @param reviewer the colleague asked, while they have not answered
 * @param delivery what became of the newest reply
 * @param pending whether something in this line is not yet confirmed by the backend
 * @param changedAt when the newest event of the case took effect
 * @param asked what the customer was asked by; absent unless somebody asked or keyed it in for her
 */
public record CaseRow(
        CaseId id,
        UnitId unit,
        Channel channel,
        FeedbackKind kind,
        CaseStatus status,
        Language language,
        Instant receivedAt,
        @Nullable LocalDate dueOn,
        @Nullable Way wish,
        boolean owesReply,
        boolean handedOver,
        @Nullable PersonId assignee,
        List<ThemeId> themes,
        List<Signal> signals,
        String excerpt,
        boolean hasDraft,
        boolean waitsForReview,
        @Nullable PersonId reviewer,
        @Nullable DeliveryState delivery,
        boolean pending,
        Instant changedAt,
        @Nullable Asked asked) {

    CaseRow withDraft() {
        return hasDraft ? this : with(true, pending);
    }

    CaseRow confirmed() {
        return pending ? with(hasDraft, false) : this;
    }

    private CaseRow with(boolean draft, boolean unconfirmed) {
        return new CaseRow(
                id,
                unit,
                channel,
                kind,
                status,
                language,
                receivedAt,
                dueOn,
                wish,
                owesReply,
                handedOver,
                assignee,
                themes,
                signals,
                excerpt,
                draft,
                waitsForReview,
                reviewer,
                delivery,
                unconfirmed,
                changedAt,
                asked);
    }
}
