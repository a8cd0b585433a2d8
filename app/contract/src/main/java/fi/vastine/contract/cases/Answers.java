package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered besides their own words.
 *
 * <p>Each answer stands in one place: what means the same on every form (statements, recommendation) by itself, all else
 * with its item.
 *
 * @param recommendation 0 to 10, "how likely would you recommend"; absent when not answered
 * @param face the one answer of a terminal that asks by faces; of three faces only where it came in before forms had items
 * @param form the form and its version, such as {@code national/2}; absent where there was none
 * @param items in the order of the form, each at most once
 * @param support how the customer was helped to answer; absent where nobody asks
 * @param scannedPages how many pages of the paper were scanned, which are fetched one by one; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Answers(
        List<StatementAnswer> statements,
        @Nullable Integer recommendation,
        @Nullable Face face,
        @Nullable String form,
        List<ItemAnswer> items,
        @Nullable Support support,
        @Nullable Integer scannedPages) {
    public static final Answers NONE = new Answers(List.of(), null, null, null);

    public Answers {
        statements = Lists.copy(statements);
        items = Lists.copy(items);
        if (recommendation != null && (recommendation < 0 || recommendation > 10)) {
            throw new IllegalArgumentException("a recommendation is 0 to 10");
        }
        if (scannedPages != null && (scannedPages < 1 || scannedPages > 99)) {
            throw new IllegalArgumentException("pages are 1 to 99");
        }
    }

    /** Answers without the paper they may have been given on. */
    public Answers(
            List<StatementAnswer> statements,
            @Nullable Integer recommendation,
            @Nullable Face face,
            @Nullable String form,
            List<ItemAnswer> items,
            @Nullable Support support) {
        this(statements, recommendation, face, form, items, support, null);
    }

    /** Answers to what every form may ask, given with no help. */
    public Answers(
            List<StatementAnswer> statements,
            @Nullable Integer recommendation,
            @Nullable Face face,
            @Nullable String form) {
        this(statements, recommendation, face, form, List.of(), null);
    }

    /** Whether nothing was answered, whatever was asked. */
    public boolean areNone() {
        return statements.isEmpty() && recommendation == null && face == null && items.isEmpty();
    }

    /** The same answers, and how many pages of their paper were scanned. */
    public Answers scanned(int pages) {
        return new Answers(statements, recommendation, face, form, items, support, pages == 0 ? null : pages);
    }

    /** Every answer by three faces, 1 to 3: a scale of its own, never counted with another. */
    public List<Integer> threeFaces() {
        Stream<Integer> alone =
                face != null && face.scale() == FaceScale.THREE ? Stream.of(face.value()) : Stream.empty();
        Stream<Integer> ofItems = items.stream()
                .map(ItemAnswer::given)
                .filter(Given.ThreeFaces.class::isInstance)
                .map(given -> ((Given.ThreeFaces) given).value());
        return Stream.concat(alone, ofItems).toList();
    }

    /** What was written in them: by the customer to single items, and by the helper. */
    public List<String> words() {
        Stream<String> ofItems = items.stream()
                .map(ItemAnswer::given)
                .filter(Given.Words.class::isInstance)
                .map(given -> ((Given.Words) given).text());
        Stream<String> remark =
                support == null || support.remark() == null ? Stream.empty() : Stream.of(support.remark());
        return Stream.concat(ofItems, remark).toList();
    }

    /** The figures alone: not a word that customer or helper wrote, and no picture of one. */
    public Answers withoutWords() {
        List<ItemAnswer> figures = items.stream()
                .filter(item -> !(item.given() instanceof Given.Words))
                .toList();
        return new Answers(
                statements, recommendation, face, form, figures, support == null ? null : support.withoutRemark());
    }
}
