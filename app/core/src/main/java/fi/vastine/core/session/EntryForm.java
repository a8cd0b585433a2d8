package fi.vastine.core.session;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A customer's feedback as somebody is entering it, half filled in or whole.
 *
 * @param caseId the case it will be; the same however often it is kept or entered
 * @param unit the unit it is about; absent until one is chosen
 * @param kind absent until one is chosen
 * @param language the customer's
 * @param way how the customer wishes to be answered; absent for no reply
 * @param givenOn the day on which the customer gave it, in Europe/Helsinki
 */
public record EntryForm(
        CaseId caseId,
        MessageId message,
        @Nullable UnitId unit,
        Channel channel,
        @Nullable FeedbackKind kind,
        Language language,
        String text,
        @Nullable Way way,
        String address,
        String name,
        LocalDate givenOn) {

    /** Whether the customer has a word in it already, which must not be lost. */
    public boolean isBegun() {
        return !text.isBlank() || !address.isBlank() || !name.isBlank();
    }

    /** An empty form for the next customer: the unit stays, and of a batch of papers the day too. */
    EntryForm next(Ids ids, LocalDate today) {
        LocalDate day = channel == Channel.PAPER ? givenOn : today;
        return new EntryForm(ids.newCase(), ids.newMessage(), unit, channel, null, language, "", null, "", "", day);
    }

    /**
     * What it says, as a command.
     *
     * @throws IllegalStateException if unit or kind has not been chosen
     */
    Command.EnterFeedback command(PersonId collector, Instant now) {
        if (unit == null || kind == null) {
            throw new IllegalStateException("The form is not filled in");
        }
        ReplyWish wish = way == null ? null : new ReplyWish(way, address.strip(), name.isBlank() ? null : name.strip());
        return new Command.EnterFeedback(
                collector, unit, channel, kind, language, message, text.strip(), Answers.NONE, wish, givenAt(now));
    }

    /** The form that an entry was made from. */
    static EntryForm of(CaseId caseId, Command.EnterFeedback entry) {
        ReplyWish wish = entry.replyWish();
        return new EntryForm(
                caseId,
                entry.message(),
                entry.unit(),
                entry.channel(),
                entry.kind(),
                entry.language(),
                entry.text(),
                wish == null ? null : wish.way(),
                wish == null ? "" : wish.address(),
                wish == null || wish.name() == null ? "" : wish.name(),
                LocalDate.ofInstant(entry.givenAt(), DueDates.ZONE));
    }

    /** Of an earlier day nobody knows the hour. */
    private Instant givenAt(Instant now) {
        return givenOn.equals(LocalDate.ofInstant(now, DueDates.ZONE))
                ? now
                : givenOn.atTime(LocalTime.NOON).atZone(DueDates.ZONE).toInstant();
    }
}
