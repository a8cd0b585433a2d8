package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.form.FormItem;
import fi.vastine.core.session.Interview;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the keys do to the paper: a number that can be nothing else is the answer at once, and the next question is at hand.
 *
 * <p>Of what may become a longer number, such as the 1 of a 10, nothing is decided until it is clear. To be used on the screen's
 * thread.
 */
final class Keys {
    private static final int LONGEST_NUMBER = 9;
    static final List<Way> WAYS = List.of(Way.MAIL, Way.PHONE, Way.POST);

    private final PaperViewModel model;
    private final ReadOnlyStringWrapper begun = new ReadOnlyStringWrapper("");

    Keys(PaperViewModel model) {
        this.model = model;
    }

    /** The digits of a number that may become longer; empty for none. */
    ReadOnlyStringProperty begun() {
        return begun.getReadOnlyProperty();
    }

    void digit(int digit) {
        model.typed(() -> take(digit));
    }

    /** What does not concern the customer. */
    void dash() {
        model.typed(() -> code().flatMap(code -> code.answer(0))
                .filter(given -> given instanceof Given.Step)
                .ifPresentOrElse(this::answer, () -> model.say("paper.why-not")));
    }

    /** On to the next question: with the number that was begun, the answer that stands, or none. */
    void onward() {
        model.typed(() -> finished().ifPresent(now -> go(now, +1)));
    }

    /** Back to the question before. */
    void back() {
        model.typed(() -> finished().ifPresent(now -> go(now, -1)));
    }

    /** Takes the answer away that stands here. */
    void clear() {
        model.typed(() -> {
            begun.set("");
            Interview now = model.paper().get();
            if (now != null) {
                String linkId = now.at();
                model.change(
                        linkId == null
                                ? now.wishing(null)
                                : now.filledIn(now.filled().without(linkId)));
            }
        });
    }

    /** The person has gone to a question by herself. */
    void stand(@Nullable String linkId) {
        Interview now = model.paper().get();
        if (now != null && !Objects.equals(now.at(), linkId)) {
            finished().ifPresent(whole -> model.change(whole.at(linkId)));
        }
    }

    void forget() {
        begun.set("");
    }

    /** The paper with the number that was begun; empty, with a word about it, if that is no answer. */
    Optional<Interview> finished() {
        Interview now = model.paper().get();
        String digits = begun.get();
        if (now == null || digits.isEmpty()) {
            return Optional.ofNullable(now);
        }
        Optional<Interview> done = code().flatMap(code -> with(now, code, Integer.parseInt(digits)));
        if (done.isPresent()) {
            begun.set("");
        } else {
            model.say("paper.why-not");
        }
        return done;
    }

    /** The paper with the answer of this number; empty if it is none, or if no more may hold. */
    private static Optional<Interview> with(Interview now, Code code, int number) {
        String linkId = code.item().linkId();
        if (!code.isOfSeveral()) {
            return code.answer(number).map(given -> now.filledIn(now.filled().with(linkId, given)));
        }
        Optional<Given> next = code.toggled(now.filled().answer(linkId), number);
        if (next.isEmpty()) {
            return Optional.of(now.filledIn(now.filled().without(linkId)));
        }
        return next.filter(code.item()::fits)
                .map(given -> now.filledIn(now.filled().with(linkId, given)));
    }

    private void take(int digit) {
        Interview now = model.paper().get();
        Code code = code().orElse(null);
        if (now == null || code == null) {
            way(digit);
            return;
        }
        String digits = begun.get() + digit;
        int number = Integer.parseInt(digits);
        boolean isAnswer = code.answer(number).isPresent();
        if (digits.length() < LONGEST_NUMBER && code.mayGrow(number)) {
            model.say(code.isOneOfAList() ? "paper.one-or-ten" : null);
            begun.set(digits);
        } else if (isAnswer && code.isOfSeveral()) {
            begun.set("");
            with(now, code, number).ifPresentOrElse(model::change, () -> model.say("paper.why-not"));
        } else if (isAnswer) {
            begun.set(digits);
            onward();
        } else if (!begun.get().isEmpty() && code.isOneOfAList()) {
            onward();
            take(digit);
        } else {
            model.say("paper.why-not");
        }
    }

    private void answer(Given given) {
        Interview now = model.paper().get();
        String linkId = now == null ? null : now.at();
        if (now != null && linkId != null) {
            begun.set("");
            go(now.filledIn(now.filled().with(linkId, given)), +1);
        }
    }

    /** Behind the last question: how the customer wishes to be answered. */
    private void way(int digit) {
        Interview now = model.paper().get();
        if (now == null || now.at() != null) {
            return;
        }
        if (digit == 0) {
            model.change(now.wishing(null));
        } else if (digit <= WAYS.size()) {
            ReplyWish before = now.wish();
            String address = before == null ? "" : before.address();
            model.change(
                    now.wishing(new ReplyWish(WAYS.get(digit - 1), address, before == null ? null : before.name())));
        } else {
            model.say("paper.why-not");
        }
    }

    private void go(Interview now, int by) {
        List<String> questions = questions(now).map(FormItem::linkId).toList();
        String at = now.at();
        int here = at == null ? questions.size() : questions.indexOf(at);
        boolean again = model.first().get() != null;
        // Typed again, a paper ends with its last question: no words, and no wish behind them.
        int end = again ? questions.size() - 1 : questions.size();
        int next = Math.clamp((long) here + by, 0, end);
        model.change(now.at(next == questions.size() ? null : questions.get(next)));
        if (next == here && by > 0) {
            model.say(again ? "paper.how-to-compare" : "paper.how-to-keep");
        }
    }

    /** What is to be typed of a paper now: while it is typed again, no words. */
    Stream<FormItem> questions(Interview now) {
        boolean again = model.first().get() != null;
        return now.filled().open().stream().filter(item -> again ? Code.isFor(item) : item.asks());
    }

    /** The paper at its first question. */
    Interview atFirst(Interview now) {
        return now.at(questions(now).findFirst().map(FormItem::linkId).orElse(null));
    }

    /** The paper where it stands, or at the question that follows a text. */
    Interview atQuestion(Interview now) {
        Interview at = now;
        while (at.current().filter(item -> !item.asks()).isPresent()) {
            at = at.onward();
        }
        return at.at(at.current().map(FormItem::linkId).orElse(null));
    }

    /** The question it stands at, if that is answered by a number. */
    Optional<Code> code() {
        Interview now = model.paper().get();
        String linkId = now == null ? null : now.at();
        return now == null || linkId == null
                ? Optional.empty()
                : now.filled().form().item(linkId).filter(Code::isFor).map(Code::new);
    }
}
