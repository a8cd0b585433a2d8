package fi.vastine.core.session;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer being asked, as far as she has answered, or a paper that one filled in, as far as it has been typed; immutable.
 *
 * <p>It stands at one of the form's items, or behind the last of them.
 *
 * @param caseId the case it will be; the same however often it is kept or ended
 * @param language in which she is asked now
 * @param at the linkId of the item it stands at; absent behind the last one
 * @param remark the helper's own words, never the customer's; empty for none
 * @param wish how the customer wishes to be answered, perhaps half typed; absent for no reply
 */
public record Interview(
        CaseId caseId,
        MessageId message,
        Start start,
        Language language,
        FilledForm filled,
        @Nullable String at,
        String remark,
        @Nullable ReplyWish wish,
        Instant begunAt) {

    /**
     * What is settled before the first question.
     *
     * @param unit the unit it is about
     * @param channel asked with support, or filled in on paper
     * @param givenOn of a paper, the day on which it was filled in, in Europe/Helsinki; absent where it is asked now
     * @param answeredBy whose answers they are; absent of a paper, which does not tell
     * @param helper what the helper is to the customer; absent where nobody helps
     * @param assent whether the customer agreed to answer when asked aloud
     */
    public record Start(
            UnitId unit,
            Channel channel,
            @Nullable LocalDate givenOn,
            Support.@Nullable AnsweredBy answeredBy,
            Support.@Nullable HelperRole helper,
            boolean assent) {
        public Start {
            channel = channel == null ? Channel.SUPPORTED : channel;
        }

        /** Of a customer who is asked now. */
        public static Start asked(
                UnitId unit, Support.AnsweredBy answeredBy, Support.@Nullable HelperRole helper, boolean assent) {
            return new Start(unit, Channel.SUPPORTED, null, answeredBy, helper, assent);
        }

        /** Of a paper that was filled in on a day. */
        public static Start onPaper(UnitId unit, LocalDate givenOn) {
            return new Start(unit, Channel.PAPER, givenOn, null, null, false);
        }

        @Nullable
        Support support(String remark) {
            String said = remark.isBlank() ? null : remark.strip();
            return answeredBy == null ? null : new Support(answeredBy, helper, assent, said);
        }

        /** Of an earlier day nobody knows the hour. */
        Instant givenAt(Instant begunAt) {
            return givenOn == null || givenOn.equals(LocalDate.ofInstant(begunAt, DueDates.ZONE))
                    ? begunAt
                    : givenOn.atTime(LocalTime.NOON).atZone(DueDates.ZONE).toInstant();
        }
    }

    /** The item it stands at; empty behind the last one. */
    public Optional<FormItem> current() {
        String standing = at;
        if (standing == null) {
            return Optional.empty();
        }
        // An answer that was changed afterwards may have closed it: then it stands at the next one.
        Places places = new Places(filled.form());
        return filled.open().stream()
                .filter(item -> places.of(item) >= places.of(standing))
                .findFirst();
    }

    /** The answer takes its place, and the next item follows. */
    public Interview answered(String linkId, Given answer) {
        return standing(filled.with(linkId, answer)).behind(linkId);
    }

    /** The item stays without an answer, and the next one follows. */
    public Interview passed(String linkId) {
        return standing(filled.without(linkId)).behind(linkId);
    }

    /** What is written so far is kept, without going on; blank for nothing. What cannot be kept changes nothing. */
    public Interview written(String linkId, String text) {
        return text.isBlank() ? standing(filled.without(linkId)) : givenHere(linkId, new Given.Words(text));
    }

    /** An answer that is half made is kept, without going on; one that does not fit changes nothing. */
    public Interview givenHere(String linkId, Given answer) {
        boolean fits = filled.form().item(linkId).map(item -> item.fits(answer)).orElse(false);
        return fits ? standing(filled.with(linkId, answer)) : this;
    }

    /** On to the next item; an answer that was given stays. */
    public Interview onward() {
        return current().map(item -> behind(item.linkId())).orElse(this);
    }

    /** Back to the item before; the first one stays. */
    public Interview back() {
        Places places = new Places(filled.form());
        int here = at == null ? Integer.MAX_VALUE : places.of(at);
        return filled.open().stream()
                .filter(item -> places.of(item) < here)
                .reduce((one, next) -> next)
                .map(item -> at(item.linkId()))
                .orElse(this);
    }

    /** Standing at one of the items, or behind the last one. */
    public Interview at(@Nullable String linkId) {
        return new Interview(caseId, message, start, language, filled, linkId, remark, wish, begunAt);
    }

    /** Behind the last question, with what was answered so far. */
    public Interview atTheEnd() {
        return at(null);
    }

    /** Asked in another language from here on. */
    public Interview in(Language next) {
        return new Interview(caseId, message, start, next, filled, at, remark, wish, begunAt);
    }

    /** With the helper's own words in place of the earlier ones. */
    public Interview remarked(String words) {
        return new Interview(caseId, message, start, language, filled, at, words, wish, begunAt);
    }

    /** With this wish for a reply in place of the earlier one; absent for none. */
    public Interview wishing(@Nullable ReplyWish next) {
        return new Interview(caseId, message, start, language, filled, at, remark, next, begunAt);
    }

    /** With these answers in place of the earlier ones. */
    public Interview filledIn(FilledForm next) {
        return standing(next);
    }

    /** Whether there is anything in it that would be missed. */
    public boolean isBegun() {
        return filled.hasAnswer() || wish != null;
    }

    /** How many questions are open now, those already answered among them. */
    public int questions() {
        return (int) filled.open().stream().filter(FormItem::asks).count();
    }

    /** The number of the question it stands at, from 1; of a text between two, of the question that follows. */
    public int number() {
        Places places = new Places(filled.form());
        int here = current().map(places::of).orElse(Integer.MAX_VALUE);
        long before = filled.open().stream()
                .filter(item -> item.asks() && places.of(item) < here)
                .count();
        return (int) Math.min(before + 1, questions());
    }

    /** How many questions have an answer. */
    public int answers() {
        return (int) filled.open().stream()
                .filter(item -> filled.answer(item.linkId()).isPresent())
                .count();
    }

    /** The heading under which the item stands that it is at. */
    public Optional<String> heading() {
        return current()
                .flatMap(item -> filled.form()
                        .allItems()
                        .filter(each -> each.kind() instanceof ItemKind.Group group
                                && group.items().contains(item))
                        .map(group -> group.text().in(language))
                        .findFirst());
    }

    /** What she answered, as a command. */
    Command.EnterFeedback command(PersonId collector) {
        Answers answers = filled.answers(language, start.support(remark));
        return new Command.EnterFeedback(
                collector,
                start.unit(),
                start.channel(),
                FeedbackKind.OTHER,
                language,
                message,
                filled.comment(),
                answers,
                stripped(wish),
                start.givenAt(begunAt));
    }

    private static @Nullable ReplyWish stripped(@Nullable ReplyWish wish) {
        if (wish == null) {
            return null;
        }
        String name = wish.name() == null || wish.name().isBlank()
                ? null
                : wish.name().strip();
        return new ReplyWish(wish.way(), wish.address().strip(), name);
    }

    /** As it was when it became this entry: behind its last question. */
    static Interview of(CaseId caseId, Command.EnterFeedback entry, Form form) {
        Support support = entry.answers().support();
        boolean paper = entry.channel() == Channel.PAPER;
        Start start = new Start(
                entry.unit(),
                entry.channel(),
                paper ? LocalDate.ofInstant(entry.givenAt(), DueDates.ZONE) : null,
                support == null ? null : support.answeredBy(),
                support == null ? null : support.helper(),
                support != null && support.assent());
        return new Interview(
                caseId,
                entry.message(),
                start,
                entry.language(),
                FilledForm.of(form, entry.answers(), entry.text()),
                null,
                support == null || support.remark() == null ? "" : support.remark(),
                entry.replyWish(),
                entry.givenAt());
    }

    static Interview begin(Ids ids, FilledForm empty, Start start, Language language, Instant now) {
        String first = empty.open().stream().findFirst().map(FormItem::linkId).orElse(null);
        return new Interview(ids.newCase(), ids.newMessage(), start, language, empty, first, "", null, now);
    }

    private Interview behind(String linkId) {
        Places places = new Places(filled.form());
        return at(filled.open().stream()
                .map(FormItem::linkId)
                .filter(each -> places.of(each) > places.of(linkId))
                .findFirst()
                .orElse(null));
    }

    private Interview standing(FilledForm next) {
        return new Interview(caseId, message, start, language, next, at, remark, wish, begunAt);
    }

    /** Where each item stands in its form. */
    private static final class Places {
        private final Map<String, Integer> places = new HashMap<>();

        Places(Form form) {
            form.allItems().forEach(item -> places.put(item.linkId(), places.size()));
        }

        int of(FormItem item) {
            return of(item.linkId());
        }

        int of(String linkId) {
            return places.getOrDefault(linkId, -1);
        }
    }
}
