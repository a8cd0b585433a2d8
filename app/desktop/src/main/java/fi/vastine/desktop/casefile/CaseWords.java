package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Delivery;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Person;
import fi.vastine.core.cases.Reference;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Puts what stands on a case into sentences of the language of the screen. */
final class CaseWords {
    private static final Duration NOTEWORTHY = Duration.ofMinutes(2);

    private final Texts texts;
    private final Times times;
    private final WorkingDays workingDays;

    CaseWords(Texts texts, Times times, WorkingDays workingDays) {
        this.texts = texts;
        this.times = times;
        this.workingDays = workingDays;
    }

    /**
     * One line with its tone.
     *
     * @param tone the style class that colours it, such as {@code late}; empty for none
     */
    record Said(String words, String more, String tone) {}

    String of(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    String word(Enum<?> value) {
        return texts.word(value);
    }

    String arrived(FeedbackCase shown) {
        return of("case.arrived", times.moment(shown.origin().receivedAt()));
    }

    /** Whether and how the customer wishes to be answered. */
    String wish(FeedbackCase shown) {
        if (shown.replyWish() == null) {
            return of("case.wishes-no-reply");
        }
        return switch (shown.replyWish().way()) {
            case MAIL -> of("case.wishes-mail");
            case PHONE -> of("case.wishes-phone");
            case POST -> of("case.wishes-post");
            case IN_PERSON -> of("case.wishes-in-person");
        };
    }

    /** When the reply is due, or that it was given; absent where none is wished. */
    @Nullable
    Said due(FeedbackCase shown) {
        if (shown.handover() != null) {
            return new Said(of("case.handed-over", handover(shown.handover().kind())), of("case.clock-stopped"), "");
        }
        Promise promise = shown.promise();
        if (shown.replyWish() == null || promise == null) {
            return null;
        }
        String rule = of("case.rule", promise.days(), promise.ruleVersion());
        if (!shown.owesReply()) {
            return answered(shown, rule);
        }
        LocalDate dueOn = promise.dueOn();
        LocalDate today = times.today();
        String day = times.day(dueOn);
        int left = Math.max(0, workingDays.between(today, dueOn));
        if (dueOn.isBefore(today)) {
            return new Said(of("case.due-late", times.due(dueOn, left), day), rule, "late");
        }
        return dueOn.equals(today)
                ? new Said(of("case.due-today", day), rule, "soon")
                : new Said(of("case.due", day, times.due(dueOn, left)), rule, left <= 1 ? "soon" : "");
    }

    private @Nullable Said answered(FeedbackCase shown, String rule) {
        return shown.replyTo(shown.latestMessage().id())
                .map(reply ->
                        new Said(delivery(reply), rule, tone(reply.delivery().state())))
                .orElse(null);
    }

    /** What became of a reply: {@code Lähetetty klo 9.03}. */
    String delivery(Reply reply) {
        Delivery delivery = reply.delivery();
        return switch (delivery.state()) {
            case WAITING -> of("case.delivery-waiting");
            case SENT -> of("case.delivery-sent", times.clock(delivery.at()));
            case FAILED -> of("case.delivery-failed", reason(delivery));
            case IN_DOUBT -> of("case.delivery-in-doubt", times.clock(delivery.at()));
            case GIVEN ->
                switch (reply.way()) {
                    case PHONE -> of("case.given-by-phone", times.clock(reply.answeredAt()));
                    case POST -> of("case.given-by-post", times.clock(reply.answeredAt()));
                    case IN_PERSON, MAIL -> of("case.given-in-person", times.clock(reply.answeredAt()));
                };
        };
    }

    private String reason(Delivery delivery) {
        return delivery.reason() == null ? of("case.reason-unknown") : delivery.reason();
    }

    static String tone(DeliveryState state) {
        return switch (state) {
            case SENT, GIVEN -> "done";
            case WAITING -> "soon";
            case FAILED, IN_DOUBT -> "late";
        };
    }

    String handover(HandoverKind kind) {
        return switch (kind) {
            case OBJECTION -> of("case.to-objection");
            case REGISTRY -> of("case.to-registry");
            case PATIENT_SAFETY -> of("case.to-safety");
        };
    }

    String statement(int number) {
        return switch (number) {
            case 1 -> of("case.statement-1");
            case 2 -> of("case.statement-2");
            case 3 -> of("case.statement-3");
            case 4 -> of("case.statement-4");
            case 5 -> of("case.statement-5");
            case 6 -> of("case.statement-6");
            default -> of("case.statement-7");
        };
    }

    String score(@Nullable Integer score) {
        if (score == null) {
            return of("case.score-none");
        }
        return switch (score) {
            case 1 -> of("case.score-1");
            case 2 -> of("case.score-2");
            case 3 -> of("case.score-3");
            case 4 -> of("case.score-4");
            default -> of("case.score-5");
        };
    }

    String ownDraft(Draft draft) {
        return of("case.draft-mine", times.clock(draft.savedAt()));
    }

    String draftTitle(Draft draft, Reference reference) {
        String author = reference.personName(draft.author());
        String saved = times.clock(draft.savedAt());
        return switch (draft.label()) {
            case OWN -> of("case.draft-own", author, saved);
            case COPY -> of("case.draft-copy", author, saved);
            case BESIDE -> of("case.draft-beside", author, saved);
            case LEFT_BEHIND -> of("case.draft-left-behind", author, saved);
        };
    }

    String draftLabel(DraftLabel label) {
        return switch (label) {
            case OWN -> of("case.label-own");
            case COPY -> of("case.label-copy");
            case BESIDE -> of("case.label-beside");
            case LEFT_BEHIND -> of("case.label-left-behind");
        };
    }

    String review(Review review, Reference reference) {
        String name = reference.personName(review.reviewer());
        String at = times.clock(review.at());
        return switch (review.state()) {
            case ASKED -> of("case.review-asked", name, at);
            case APPROVED -> of("case.review-approved", name, at);
            case RETURNED -> of("case.review-returned", name, at, review.comment() == null ? "" : review.comment());
        };
    }

    /** What happened: a word for it, and the rest of the sentence. */
    record Told(String what, String rest, String byAndWhen) {}

    Told told(Event event, @Nullable Note note, Reference reference) {
        String who = event.by() == null ? "" : reference.personName(event.by()) + ", ";
        String when = who + times.moment(event.at());
        if (note != null) {
            boolean late = Duration.between(note.writtenAt(), note.receivedAt()).compareTo(NOTEWORTHY) > 0;
            when = who
                    + (late
                            ? of("case.note-times", times.moment(note.writtenAt()), times.moment(note.receivedAt()))
                            : times.moment(note.writtenAt()));
        }
        return new Told(what(event), rest(event, note, reference), when);
    }

    private String what(Event event) {
        return switch (event.what()) {
            case RECEIVED -> of("case.event-received");
            case ROUTED -> of("case.event-routed");
            case MOVED -> of("case.event-moved");
            case ASSIGNED -> of("case.event-assigned");
            case STATUS -> of("case.event-status");
            case KIND -> of("case.event-kind");
            case THEME_ADDED -> of("case.event-theme-added");
            case THEME_REMOVED -> of("case.event-theme-removed");
            case NOTE -> of("case.event-note");
            case DRAFT_KEPT -> of("case.event-draft-kept");
            case REVIEW_ASKED -> of("case.event-review-asked");
            case REVIEW_APPROVED -> of("case.event-review-approved");
            case REVIEW_RETURNED -> of("case.event-review-returned");
            case REPLY_SENT -> of("case.event-reply-sent");
            case ANSWERED_OTHERWISE -> of("case.event-answered-otherwise");
            case DELIVERY -> of("case.event-delivery");
            case HANDED_OVER -> of("case.event-handed-over");
            case TEAM_THANKED -> of("case.event-team-thanked");
            case CONTACT_EXPIRED -> of("case.event-contact-expired");
            case TEXT_EXPIRED -> of("case.event-text-expired");
        };
    }

    private String rest(Event event, @Nullable Note note, Reference reference) {
        String to = event.to() == null ? "" : event.to();
        return switch (event.what()) {
            case NOTE -> note == null ? "" : note.text();
            case RECEIVED -> to.equals(UnitId.TRIAGE.value()) ? "" : unit(to, reference);
            case ROUTED -> to.isEmpty() ? "" : routedTo(to, reference);
            case MOVED -> of("case.moved", unit(to, reference), event.text() == null ? "" : event.text());
            case ASSIGNED, REVIEW_ASKED -> to.isEmpty() ? of("case.to-nobody") : reference.personName(new PersonId(to));
            case STATUS -> fromTo(CaseStatus.class, event);
            case KIND -> fromTo(FeedbackKind.class, event);
            case THEME_ADDED -> theme(to, reference);
            case THEME_REMOVED -> theme(event.from() == null ? "" : event.from(), reference);
            case DRAFT_KEPT -> to.isEmpty() ? "" : draftLabel(DraftLabel.valueOf(to));
            case ANSWERED_OTHERWISE -> to.isEmpty() ? "" : word(Way.valueOf(to));
            case DELIVERY -> to.isEmpty() ? "" : word(DeliveryState.valueOf(to));
            case HANDED_OVER -> to.isEmpty() ? "" : handover(HandoverKind.valueOf(to));
            case REVIEW_APPROVED, REVIEW_RETURNED, REPLY_SENT, TEAM_THANKED, CONTACT_EXPIRED, TEXT_EXPIRED ->
                event.text() == null ? "" : event.text();
        };
    }

    /** Feedback is routed to whoever is responsible for the unit, or to the unit where nobody is. */
    private String routedTo(String to, Reference reference) {
        if (to.equals(UnitId.TRIAGE.value())) {
            return of("case.to-triage");
        }
        Person person = reference.people().get(new PersonId(to));
        return person == null ? of("case.to-unit", unit(to, reference)) : of("case.to-person", person.name());
    }

    private String unit(String id, Reference reference) {
        return id.isEmpty()
                ? ""
                : reference.unitName(new UnitId(id), texts.language().get());
    }

    private String theme(String id, Reference reference) {
        return id.isEmpty()
                ? ""
                : reference.themeName(new ThemeId(id), texts.language().get());
    }

    private <E extends Enum<E>> String fromTo(Class<E> type, Event event) {
        if (event.from() == null || event.to() == null) {
            return "";
        }
        return of("case.from-to", word(Enum.valueOf(type, event.from())), word(Enum.valueOf(type, event.to())));
    }
}
