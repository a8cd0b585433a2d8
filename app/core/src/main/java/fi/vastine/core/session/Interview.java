package fi.vastine.core.session;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer being asked, as far as she has answered; immutable.
 *
 * <p>It stands at one of the form's items, or behind the last of them.
 *
 * @param caseId the case it will be; the same however often it is kept or ended
 * @param language in which she is asked now
 * @param at the linkId of the item it stands at; absent behind the last one
 * @param remark the helper's own words, never the customer's; empty for none
 */
public record Interview(
        CaseId caseId,
        MessageId message,
        Start start,
        Language language,
        FilledForm filled,
        @Nullable String at,
        String remark,
        Instant begunAt) {

    /**
     * What is settled before the first question.
     *
     * @param unit the unit it is about
     * @param helper what the helper is to the customer; absent where nobody helps
     * @param assent whether the customer agreed to answer when asked aloud
     */
    public record Start(
            UnitId unit, Support.AnsweredBy answeredBy, Support.@Nullable HelperRole helper, boolean assent) {}

    /** The item it stands at; empty behind the last one. */
    public Optional<FormItem> current() {
        String standing = at;
        if (standing == null) {
            return Optional.empty();
        }
        // An answer that was changed afterwards may have closed it: then it stands at the next one.
        int here = place(standing);
        return filled.open().stream()
                .filter(item -> place(item.linkId()) >= here)
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

    /** What is written so far is kept, without going on; blank for nothing. */
    public Interview written(String linkId, String text) {
        Given.Words words = new Given.Words(text);
        boolean fits = filled.form().item(linkId).map(item -> item.fits(words)).orElse(false);
        return standing(fits ? filled.with(linkId, words) : filled.without(linkId));
    }

    /** On to the next item; an answer that was given stays. */
    public Interview onward() {
        return current().map(item -> behind(item.linkId())).orElse(this);
    }

    /** Back to the item before; the first one stays. */
    public Interview back() {
        int here = at == null ? Integer.MAX_VALUE : place(at);
        return filled.open().stream()
                .filter(item -> place(item.linkId()) < here)
                .reduce((one, next) -> next)
                .map(item -> at(item.linkId()))
                .orElse(this);
    }

    /** Behind the last question, with what was answered so far. */
    public Interview atTheEnd() {
        return at((String) null);
    }

    /** Asked in another language from here on. */
    public Interview in(Language next) {
        return new Interview(caseId, message, start, next, filled, at, remark, begunAt);
    }

    /** With the helper's own words in place of the earlier ones. */
    public Interview remarked(String words) {
        return new Interview(caseId, message, start, language, filled, at, words, begunAt);
    }

    /** How many questions are open now, those already answered among them. */
    public int questions() {
        return (int) filled.open().stream().filter(FormItem::asks).count();
    }

    /** The number of the question it stands at, from 1; of a text between two, of the question that follows. */
    public int number() {
        int here = current().map(item -> place(item.linkId())).orElse(Integer.MAX_VALUE);
        long before = filled.open().stream()
                .filter(item -> item.asks() && place(item.linkId()) < here)
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
        String said = remark.isBlank() ? null : remark.strip();
        Support support = new Support(start.answeredBy(), start.helper(), start.assent(), said);
        Answers answers = filled.answers(language, support);
        return new Command.EnterFeedback(
                collector,
                start.unit(),
                Channel.SUPPORTED,
                FeedbackKind.OTHER,
                language,
                message,
                filled.comment(),
                answers,
                null,
                begunAt);
    }

    static Interview begin(Ids ids, FilledForm empty, Start start, Language language, Instant now) {
        String first = empty.open().stream().findFirst().map(FormItem::linkId).orElse(null);
        return new Interview(ids.newCase(), ids.newMessage(), start, language, empty, first, "", now);
    }

    private Interview behind(String linkId) {
        return at(filled.open().stream()
                .map(FormItem::linkId)
                .filter(each -> place(each) > place(linkId))
                .findFirst()
                .orElse(null));
    }

    private int place(String linkId) {
        return filled.form().allItems().map(FormItem::linkId).toList().indexOf(linkId);
    }

    private Interview standing(FilledForm next) {
        return new Interview(caseId, message, start, language, next, at, remark, begunAt);
    }

    private Interview at(@Nullable String linkId) {
        return new Interview(caseId, message, start, language, filled, linkId, remark, begunAt);
    }
}
