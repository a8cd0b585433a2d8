package fi.vastine.backend.routing;

import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.Organisation;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings feedback straight to the person who answers for its unit on that day, or to triage. Thread safe.
 *
 * <p>A unit without a responsible person of its own is answered for by the nearest one above it that has one.
 */
public final class Router {
    private final Directory directory;
    private final ReferenceDocuments reference;
    private final DueDates dueDates;

    public Router(Directory directory, ReferenceDocuments reference, DueDates dueDates) {
        this.directory = directory;
        this.reference = reference;
        this.dueDates = dueDates;
    }

    /**
     * What has just come in, with its promise, on the desk where it belongs.
     *
     * @param fresh may name a unit that is not known or has ended: then it waits in triage
     */
    public FeedbackCase received(FeedbackCase fresh) {
        Instant at = fresh.origin().receivedAt();
        UnitId unit = directory.organisation().exists(fresh.unit(), directory.today()) ? fresh.unit() : UnitId.TRIAGE;
        FeedbackCase promised = fresh.edit().unit(unit).promise(promise(fresh)).done();
        FeedbackCase assigned = assigned(promised, at);
        return isScore(assigned) ? closed(assigned, at) : assigned;
    }

    /** Figures without words or a wish for a reply, which nobody needs to read; in triage one is still to find its unit. */
    private static boolean isScore(FeedbackCase fresh) {
        return fresh.replyWish() == null
                && !fresh.unit().equals(UnitId.TRIAGE)
                && fresh.origin().answers().words().isEmpty()
                && fresh.messages().stream().allMatch(message -> message.text().isBlank());
    }

    private static FeedbackCase closed(FeedbackCase score, Instant at) {
        return score.edit()
                .status(CaseStatus.CLOSED)
                .event(new Event(at, null, Event.What.STATUS, score.status().name(), CaseStatus.CLOSED.name(), null))
                .done();
    }

    /** A case that has just changed units, on the desk where it belongs now. */
    public FeedbackCase moved(FeedbackCase moved, Instant at) {
        return assigned(moved, at);
    }

    private @Nullable Promise promise(FeedbackCase fresh) {
        return fresh.replyWish() == null
                ? null
                : dueDates.promise(
                                fresh.origin().receivedAt(),
                                fresh.origin().channel(),
                                fresh.kind(),
                                fresh.themes(),
                                reference.current().rules())
                        .orElse(null);
    }

    private FeedbackCase assigned(FeedbackCase feedbackCase, Instant at) {
        PersonId responsible = responsible(feedbackCase.unit()).orElse(null);
        String desk = responsible == null ? feedbackCase.unit().value() : responsible.value();
        return feedbackCase
                .edit()
                .assignee(responsible)
                .event(new Event(at, null, Event.What.ROUTED, null, desk, null))
                .done();
    }

    private Optional<PersonId> responsible(UnitId unit) {
        Organisation organisation = directory.organisation();
        return organisation
                .responsible(unit, directory.today())
                .or(() -> organisation
                        .unit(unit)
                        .flatMap(known -> Optional.ofNullable(known.parent()))
                        .flatMap(this::responsible));
    }
}
