package fi.vastine.contract.cases;

import fi.vastine.contract.cases.Event.What;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a case when the time for which it is kept is over: first the contact details go, then all that anybody wrote.
 *
 * <p>Figures stay, so that no report changes. Pure: when the time is over is somebody else's to know.
 */
public final class Expiry {
    private Expiry() {}

    /**
     * Since when nothing has happened to a case in which nothing is left to do.
     *
     * <p>Empty while a reply is owed or somebody works on it: a promise does not expire. Feedback that never asked for anything
     * counts from its arrival.
     */
    public static Optional<Instant> quietSince(FeedbackCase feedbackCase) {
        if (feedbackCase.owesReply()
                || feedbackCase.status() == CaseStatus.IN_PROGRESS
                || feedbackCase.waitsForReview()) {
            return Optional.empty();
        }
        return Optional.of(feedbackCase.history().stream()
                .filter(event -> event.what() != What.CONTACT_EXPIRED && event.what() != What.TEXT_EXPIRED)
                .map(Event::at)
                .max(Instant::compareTo)
                .orElse(feedbackCase.origin().receivedAt()));
    }

    /** Whether the contact details are gone already, or there never were any. */
    public static boolean hasNoContact(FeedbackCase feedbackCase) {
        ReplyWish wish = feedbackCase.replyWish();
        return wish == null || wish.address().isEmpty();
    }

    /** Whether what was written is gone already. */
    public static boolean hasNoText(FeedbackCase feedbackCase) {
        return feedbackCase.history().stream().anyMatch(event -> event.what() == What.TEXT_EXPIRED);
    }

    /** The case without address and name; that a reply was wished, and how, stays. */
    public static FeedbackCase withoutContact(FeedbackCase feedbackCase, Instant at) {
        return hasNoContact(feedbackCase)
                ? feedbackCase
                : emptied(feedbackCase, feedbackCase.messages(), List.of(), at, What.CONTACT_EXPIRED);
    }

    /** The case without a word that anybody wrote, and without contact details. */
    public static FeedbackCase withoutText(FeedbackCase feedbackCase, Instant at) {
        if (hasNoText(feedbackCase)) {
            return feedbackCase;
        }
        Edit wordless = feedbackCase.edit();
        feedbackCase.drafts().forEach(draft -> wordless.withoutDraft(draft.id()));
        feedbackCase.replies().forEach(reply -> wordless.reply(reply.withoutText()));
        List<Message> messages = feedbackCase.messages().stream()
                .map(message -> new Message(message.id(), message.at(), ""))
                .toList();
        return emptied(wordless.done(), messages, feedbackCase.notes(), at, What.TEXT_EXPIRED);
    }

    /** {@code wordless} are the notes that lose their text. */
    private static FeedbackCase emptied(
            FeedbackCase from, List<Message> messages, List<Note> wordless, Instant at, What what) {
        ReplyWish wish = from.replyWish();
        List<Note> notes = wordless.isEmpty()
                ? from.notes()
                : wordless.stream()
                        .map(note -> new Note(note.id(), note.by(), "", note.writtenAt(), note.receivedAt()))
                        .toList();
        List<Event> history = what == What.TEXT_EXPIRED
                ? from.history().stream().map(Event::withoutText).toList()
                : from.history();
        return new FeedbackCase(
                from.id(),
                from.changeNo(),
                from.unit(),
                what == What.TEXT_EXPIRED ? from.origin().withoutWords() : from.origin(),
                from.kind(),
                from.status(),
                from.assignee(),
                messages,
                wish == null ? null : new ReplyWish(wish.way(), "", null),
                from.promise(),
                from.themes(),
                from.signals(),
                notes,
                from.drafts(),
                from.replies(),
                from.handover(),
                from.thanked(),
                Lists.and(history, new Event(at, null, what, null, null, null)));
    }
}
