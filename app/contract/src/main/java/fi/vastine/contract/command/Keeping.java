package fi.vastine.contract.command;

import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import java.util.Optional;

/**
 * What is kept of a text whose command was not applied: a labelled draft beside the case, so that no word is lost.
 *
 * <p>The draft's id comes from the command's own, so that keeping twice keeps once.
 */
public final class Keeping {
    private Keeping() {}

    /**
     * The case with the command's text kept beside it; empty if the command holds none or it is kept already.
     *
     * @param label {@code BESIDE} for a reply that came second, {@code LEFT_BEHIND} when access had ended
     */
    public static Optional<FeedbackCase> aside(FeedbackCase current, Command command, Actor actor, DraftLabel label) {
        return draft(current, command, actor, label)
                .filter(draft -> current.draft(draft.id()).isEmpty())
                .map(draft -> current.edit()
                        .draft(draft)
                        .event(new Event(
                                actor.receivedAt(), actor.person(), Event.What.DRAFT_KEPT, null, label.name(), null))
                        .done());
    }

    private static Optional<Draft> draft(FeedbackCase current, Command command, Actor actor, DraftLabel label) {
        MessageId latest = current.latestMessage().id();
        return switch (command) {
            case Command.SendReply send ->
                kept(new DraftId(send.reply().value()), send.answers(), send.text(), actor, label);
            case Command.RecordAnswer answer ->
                kept(new DraftId(answer.reply().value()), answer.answers(), answer.text(), actor, label);
            case Command.SaveDraft save -> kept(save.copy(), save.answers(), save.text(), actor, label);
            case Command.AddNote note -> kept(new DraftId(note.note().value()), latest, note.text(), actor, label);
            default -> Optional.empty();
        };
    }

    private static Optional<Draft> kept(DraftId id, MessageId answers, String text, Actor actor, DraftLabel label) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Draft(id, answers, actor.person(), 1, text, actor.madeAt(), label, null));
    }
}
