package fi.vastine.contract.form;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.ItemAnswer;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form as far as it has been filled in; immutable.
 *
 * <p>An answer stays when its item is closed by another answer, for whoever goes back and changes her mind; only what is open at
 * the end is taken along.
 *
 * @param given by linkId
 */
public record FilledForm(Form form, Map<String, Given> given) {
    public FilledForm {
        given = given == null ? Map.of() : Map.copyOf(given);
    }

    public static FilledForm empty(Form form) {
        return new FilledForm(form, Map.of());
    }

    /** The form as it was filled in to give these answers; what does not fit it is left out. */
    public static FilledForm of(Form form, Answers answers, String comment) {
        Map<String, Given> given = new HashMap<>();
        for (FormItem item : form.allItems().toList()) {
            Optional<Given> answer = switch (item.kind()) {
                case ItemKind.Statement statement ->
                    answers.statements().stream()
                            .filter(each -> each.statement() == statement.number())
                            .findFirst()
                            .map(each -> new Given.Step(each.score()));
                case ItemKind.Recommendation ignored ->
                    Optional.ofNullable(answers.recommendation()).map(Given.Recommendation::new);
                case ItemKind.Comment ignored -> Optional.of(new Given.Words(comment));
                default ->
                    answers.items().stream()
                            .filter(each -> each.linkId().equals(item.linkId()))
                            .findFirst()
                            .map(ItemAnswer::given);
            };
            answer.filter(item::fits).ifPresent(each -> given.put(item.linkId(), each));
        }
        return new FilledForm(form, given);
    }

    /** Whether every one of the answers was given to an open item of the form, and nothing else was. */
    public static boolean fits(Form form, Answers answers, String comment) {
        Answers again = of(form, answers, comment).answers(Language.FI, null);
        return answers.face() == null
                && Objects.equals(again.recommendation(), answers.recommendation())
                && sorted(again).equals(sorted(answers))
                && given(again).equals(given(answers));
    }

    private static List<StatementAnswer> sorted(Answers answers) {
        return answers.statements().stream()
                .sorted(Comparator.comparingInt(StatementAnswer::statement))
                .toList();
    }

    private static List<String> given(Answers answers) {
        return answers.items().stream()
                .map(item -> item.linkId() + " " + item.given())
                .sorted()
                .toList();
    }

    /**
     * The form with one more answer, or with another in its place.
     *
     * @throws IllegalArgumentException for an item that is not there, or an answer that does not fit it
     */
    public FilledForm with(String linkId, Given answer) {
        if (!form.item(linkId).map(item -> item.fits(answer)).orElse(false)) {
            throw new IllegalArgumentException("no answer to " + linkId);
        }
        Map<String, Given> next = new HashMap<>(given);
        next.put(linkId, answer);
        return new FilledForm(form, next);
    }

    public FilledForm without(String linkId) {
        Map<String, Given> next = new HashMap<>(given);
        next.remove(linkId);
        return new FilledForm(form, next);
    }

    /** What was answered to an item. */
    public Optional<Given> answer(String linkId) {
        return Optional.ofNullable(given.get(linkId));
    }

    /** The questions and texts that are open now, in order: those of open groups among them, the groups themselves not. */
    public List<FormItem> open() {
        return new Opening().open();
    }

    /** Whether an open item has been answered. */
    public boolean hasAnswer() {
        return open().stream().anyMatch(item -> given.containsKey(item.linkId()));
    }

    /** The customer's own words on all of it; empty for none. */
    public String comment() {
        return open().stream()
                .filter(item -> item.kind() instanceof ItemKind.Comment)
                .map(item -> given.get(item.linkId()))
                .filter(Given.Words.class::isInstance)
                .map(answer -> ((Given.Words) answer).text().strip())
                .findFirst()
                .orElse("");
    }

    /**
     * What was answered to the items that are open, without the comment.
     *
     * @param language in which it was asked
     */
    public Answers answers(Language language, @Nullable Support support) {
        List<StatementAnswer> statements = new ArrayList<>();
        List<ItemAnswer> items = new ArrayList<>();
        Integer recommendation = null;
        for (FormItem item : open()) {
            Given answer = given.get(item.linkId());
            if (answer == null || item.kind() instanceof ItemKind.Comment) {
                continue;
            }
            if (item.kind() instanceof ItemKind.Statement statement && answer instanceof Given.Step step) {
                statements.add(new StatementAnswer(statement.number(), step.score()));
            } else if (answer instanceof Given.Recommendation likely) {
                recommendation = likely.score();
            } else {
                String asked = item.text().in(language);
                items.add(new ItemAnswer(item.linkId(), asked, answer, said(item, answer, language)));
            }
        }
        return new Answers(statements, recommendation, null, form.key(), items, support);
    }

    private static @Nullable String said(FormItem item, Given answer, Language language) {
        if (!(item.kind() instanceof ItemKind.Choice choice && answer instanceof Given.Chosen chosen)) {
            return null;
        }
        return choice.options().stream()
                .filter(option -> chosen.codes().contains(option.code()))
                .map(option -> option.label().in(language))
                .collect(Collectors.joining(", "));
    }

    /** Which items are open; an item depends on its group and on those its conditions name. */
    private final class Opening {
        private final Map<String, FormItem> items = new LinkedHashMap<>();
        private final Map<String, String> groups = new HashMap<>();
        private final Map<String, Boolean> known = new HashMap<>();
        private final Set<String> asking = new HashSet<>();

        Opening() {
            form.items().forEach(item -> add(item, null));
        }

        List<FormItem> open() {
            return items.values().stream()
                    .filter(item -> !(item.kind() instanceof ItemKind.Group))
                    .filter(item -> isOpen(item.linkId()))
                    .toList();
        }

        private void add(FormItem item, @Nullable String group) {
            items.put(item.linkId(), item);
            if (group != null) {
                groups.put(item.linkId(), group);
            }
            if (item.kind() instanceof ItemKind.Group below) {
                below.items().forEach(each -> add(each, item.linkId()));
            }
        }

        private boolean isOpen(String linkId) {
            Boolean before = known.get(linkId);
            if (before != null) {
                return before;
            }
            FormItem item = items.get(linkId);
            // A form in which an item waits for itself is refused before it comes here; if it does come, the item stays
            // shut.
            if (item == null || !asking.add(linkId)) {
                return false;
            }
            String group = groups.get(linkId);
            boolean open = (group == null || isOpen(group)) && conditionsHold(item);
            known.put(linkId, open);
            return open;
        }

        private boolean conditionsHold(FormItem item) {
            List<Condition> when = item.when();
            if (when.isEmpty()) {
                return true;
            }
            return item.join() == FormItem.Join.ALL
                    ? when.stream().allMatch(this::holds)
                    : when.stream().anyMatch(this::holds);
        }

        private boolean holds(Condition condition) {
            return condition.holds(isOpen(condition.question()) ? given.get(condition.question()) : null);
        }
    }
}
