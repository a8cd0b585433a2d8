package fi.vastine.contract.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.reference.Names;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question, a text or a group of them. No item forces an answer.
 *
 * @param linkId names the item within its form
 * @param prefix such as {@code 1.}, shown before the text
 * @param text what is shown and read aloud as it stands
 * @param rephrasing the one other way in which a helper may say it; absent for none
 * @param image the name of a picture beside it: one of the form's images, or else a symbol that the program draws itself
 * @param when what must have been answered for the item to be open; empty for always
 * @param join how many of {@code when} must hold
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FormItem(
        String linkId,
        @Nullable String prefix,
        Names text,
        @Nullable Names rephrasing,
        @Nullable String image,
        List<Condition> when,
        Join join,
        ItemKind kind) {
    public FormItem {
        when = when == null ? List.of() : List.copyOf(when);
        join = join == null ? Join.ALL : join;
    }

    /** How many of the conditions must hold. */
    public enum Join {
        ALL,
        ANY
    }

    /** Whether it is a question: neither a mere text nor a group. */
    public boolean asks() {
        return !(kind instanceof ItemKind.Display || kind instanceof ItemKind.Group);
    }

    /** Whether an answer is one to this item. */
    public boolean fits(Given given) {
        return switch (kind) {
            case ItemKind.Statement ignored -> given instanceof Given.Step;
            case ItemKind.Recommendation ignored -> given instanceof Given.Recommendation;
            case ItemKind.ThreeFaces ignored -> given instanceof Given.ThreeFaces;
            case ItemKind.Choice choice -> given instanceof Given.Chosen chosen && fits(choice, chosen.codes());
            case ItemKind.WholeNumber number ->
                given instanceof Given.WholeNumber whole
                        && (number.least() == null || whole.value() >= number.least())
                        && (number.most() == null || whole.value() <= number.most());
            case ItemKind.Words words -> given instanceof Given.Words said && fits(words.longest(), said.text());
            case ItemKind.Comment ignored ->
                given instanceof Given.Words said && fits(Decisions.LONGEST_TEXT, said.text());
            case ItemKind.YesNo ignored -> given instanceof Given.YesNo;
            case ItemKind.Display ignored -> false;
            case ItemKind.Group ignored -> false;
        };
    }

    /** The item and all below it, in order. */
    Stream<FormItem> all() {
        return kind instanceof ItemKind.Group group
                ? Stream.concat(Stream.of(this), group.items().stream().flatMap(FormItem::all))
                : Stream.of(this);
    }

    private static boolean fits(int longest, String text) {
        return !text.isBlank() && text.length() <= longest;
    }

    private static boolean fits(ItemKind.Choice choice, List<String> codes) {
        return !codes.isEmpty()
                && codes.size() <= choice.most()
                && new HashSet<>(codes).size() == codes.size()
                && choice.options().stream().map(ItemKind.Option::code).toList().containsAll(codes);
    }
}
