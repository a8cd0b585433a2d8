package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.FormItem;
import fi.vastine.core.session.Interview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One paper typed twice: where the two differ, and which of them holds; immutable. What the customer wrote in her own words is read,
 * not typed twice.
 *
 * @param first as it was typed first, with all the words
 * @param second as it was typed again
 * @param holds which typing holds, by linkId, as far as it was chosen
 */
record Check(Interview first, FilledForm second, Map<String, Typing> holds) {

    /** Which of the two. */
    enum Typing {
        FIRST,
        SECOND
    }

    /**
     * A question to which two answers were typed; an absent one was left out.
     *
     * @param holds absent until it is chosen
     */
    record Difference(
            FormItem item,
            @Nullable Given first,
            @Nullable Given second,
            @Nullable Typing holds) {}

    static Check of(Interview first, FilledForm second) {
        return new Check(first, second, Map.of());
    }

    /** Where the two differ, in the order of the form. */
    List<Difference> differences() {
        Map<String, Given> one = answers(first.filled());
        Map<String, Given> other = answers(second);
        return first.filled()
                .form()
                .allItems()
                .filter(item -> !Objects.equals(one.get(item.linkId()), other.get(item.linkId())))
                .map(item -> new Difference(
                        item, one.get(item.linkId()), other.get(item.linkId()), holds.get(item.linkId())))
                .toList();
    }

    /** Only what is open counts. */
    private static Map<String, Given> answers(FilledForm filled) {
        Map<String, Given> answers = new HashMap<>();
        filled.open().stream()
                .filter(Code::isFor)
                .forEach(item -> filled.answer(item.linkId()).ifPresent(given -> answers.put(item.linkId(), given)));
        return answers;
    }

    Check choosing(String linkId, Typing which) {
        Map<String, Typing> next = new HashMap<>(holds);
        next.put(linkId, which);
        return new Check(first, second, Map.copyOf(next));
    }

    /** How many differences are not settled yet. */
    int left() {
        return (int) differences().stream().filter(each -> each.holds() == null).count();
    }

    /** The paper with what holds; where nothing was chosen, as it was typed first. */
    Interview settled() {
        FilledForm filled = first.filled();
        for (Difference each : differences()) {
            if (each.holds() == Typing.SECOND) {
                String linkId = each.item().linkId();
                filled = each.second() == null ? filled.without(linkId) : filled.with(linkId, each.second());
            }
        }
        return first.filledIn(filled);
    }
}
