package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of feedback and all that happened to it.
 *
 * <p>An immutable snapshot: {@link #edit()} makes the next one. Lists are in the order things happened; themes and
 * signals are sorted, so that equal cases have equal JSON.
 *
 * @param changeNo the organisation's change counter when this snapshot was written; 0 before it was
 * @param thanked whether the thanks were passed on to the team
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FeedbackCase(
        CaseId id,
        long changeNo,
        UnitId unit,
        Origin origin,
        FeedbackKind kind,
        CaseStatus status,
        @Nullable PersonId assignee,
        List<Message> messages,
        @Nullable ReplyWish replyWish,
        @Nullable Promise promise,
        List<ThemeId> themes,
        List<Signal> signals,
        List<Note> notes,
        List<Draft> drafts,
        List<Reply> replies,
        @Nullable Handover handover,
        boolean thanked,
        List<Event> history) {

    public FeedbackCase {
        messages = Lists.copy(messages);
        themes = Lists.copy(themes).stream().sorted().distinct().toList();
        signals = Lists.copy(signals).stream().sorted().distinct().toList();
        notes = Lists.copy(notes);
        drafts = Lists.copy(drafts);
        replies = Lists.copy(replies);
        history = Lists.copy(history);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a case begins with a customer's message");
        }
    }

    /** The feedback itself. */
    public Message feedback() {
        return messages.getFirst();
    }

    /** The customer's newest message, which a reply answers. */
    public Message latestMessage() {
        return messages.getLast();
    }

    /** The answer that the customer has to this message, or will have; not one whose delivery failed. */
    public Optional<Reply> replyTo(MessageId message) {
        return replies.stream()
                .filter(reply -> reply.answers().equals(message) && reply.stands())
                .findFirst();
    }

    public Optional<Reply> reply(ReplyId reply) {
        return replies.stream().filter(each -> each.id().equals(reply)).findFirst();
    }

    public Optional<Draft> draft(DraftId draft) {
        return drafts.stream().filter(each -> each.id().equals(draft)).findFirst();
    }

    /** Whether the customer asked for an answer that has not been given: the promise is open. */
    public boolean owesReply() {
        return replyWish != null
                && handover == null
                && replyTo(latestMessage().id()).isEmpty();
    }

    /** Whether a colleague has been asked to look at a draft and has not answered. */
    public boolean waitsForReview() {
        return drafts.stream().anyMatch(Draft::waitsForReview);
    }

    /** Starts the next snapshot from this one. */
    public Edit edit() {
        return new Edit(this);
    }
}
