package fi.vastine.desktop.paper.print;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.UnitId;
import fi.vastine.desktop.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a form's paper, from the top down, in the customer's language.
 *
 * @param language as PDF wants it, such as {@code fi}
 * @param number the words for a page's number and the number of pages, {@code %d} for each
 * @param code what the QR code says: the unit and the form, and no person
 * @param foot what stands small at the foot of each page
 */
public record Sheet(
        String title, String unit, String language, String number, String code, String foot, List<Part> parts) {
    private static final List<String> STEPS =
            List.of("answer.step-1", "answer.step-2", "answer.step-3", "answer.step-4", "answer.step-5");
    private static final List<String> FACES = List.of("answer.face-1", "answer.face-2", "answer.face-3");
    private static final int MOST_RECOMMENDED = 10;
    private static final int LINES_OF_COMMENT = 5;
    private static final int LINES_OF_WORDS = 2;

    public Sheet {
        parts = List.copyOf(parts);
    }

    /** A piece that is never torn apart by the end of a page, if it fits on one. */
    sealed interface Part {}

    /** A text that is not answered. */
    record Note(String text) implements Part {}

    /** What the items below it have in common. */
    record Heading(String text) implements Part {}

    /** A question with room for its answer. */
    record Question(String text, Answer answer) implements Part {}

    /** Room for an answer. */
    sealed interface Answer {}

    /** Boxes to tick beside one another, each with its words below; a face above. */
    record Scale(List<Box> boxes) implements Answer {}

    /** Boxes from 0 on, with words for the least and the most. */
    record Numbers(int most, String leastWords, String mostWords) implements Answer {}

    /** Boxes to tick, each with its words behind it. */
    record Options(List<Box> boxes) implements Answer {}

    /** Lines to write on. */
    record Lines(int number) implements Answer {}

    /**
     * A box to tick.
     *
     * @param typed what is typed for it, printed small beside it
     * @param face the name of the drawing above it; absent for none
     */
    record Box(String typed, String words, @Nullable String face) {}

    /**
     * The paper of a form for a unit.
     *
     * <p>To be used on the screen's thread.
     *
     * @param unitName in the language of the paper
     */
    public static Sheet of(Form form, UnitId unit, String unitName, Language language, Texts texts) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Note(texts.textIn(language, "paper.print-how")));
        if (form.isUnofficialIn(language)) {
            parts.add(new Note(texts.textIn(language, "interview.unofficial")));
        }
        form.items().forEach(item -> add(item, language, texts, parts));
        if (form.audience() != Audience.CHILD) {
            parts.add(new Question(texts.textIn(language, "paper.print-reply"), new Lines(LINES_OF_WORDS)));
        }
        return new Sheet(
                form.title().in(language),
                unitName,
                language.name().toLowerCase(Locale.ROOT),
                texts.textIn(language, "paper.print-page"),
                code(unit, form),
                form.key(),
                parts);
    }

    /** What a QR code says: unit and form. */
    static String code(UnitId unit, Form form) {
        return "vastine:form?unit=" + URLEncoder.encode(unit.value(), StandardCharsets.UTF_8) + "&form=" + form.key();
    }

    private static void add(FormItem item, Language language, Texts texts, List<Part> parts) {
        String prefix = item.prefix();
        String text = (prefix == null ? "" : prefix + " ") + item.text().in(language);
        switch (item.kind()) {
            case ItemKind.Display ignored -> parts.add(new Note(text));
            case ItemKind.Group group -> {
                parts.add(new Heading(text));
                group.items().forEach(each -> add(each, language, texts, parts));
            }
            default -> {
                String asked = item.when().isEmpty() ? text : texts.textIn(language, "paper.print-if", text);
                parts.add(new Question(asked, answer(item.kind(), language, texts)));
            }
        }
    }

    private static Answer answer(ItemKind kind, Language language, Texts texts) {
        return switch (kind) {
            case ItemKind.Statement ignored ->
                new Scale(Stream.concat(
                                faces(STEPS, "face5-", language, texts).stream(),
                                Stream.of(new Box("0", texts.textIn(language, "interview.not-mine"), null)))
                        .toList());
            case ItemKind.ThreeFaces ignored -> new Scale(faces(FACES, "face3-", language, texts));
            case ItemKind.Recommendation ignored ->
                new Numbers(
                        MOST_RECOMMENDED,
                        texts.textIn(language, "paper.print-least"),
                        texts.textIn(language, "paper.print-most"));
            case ItemKind.YesNo ignored ->
                new Options(List.of(
                        new Box("1", texts.textIn(language, "answer.yes"), null),
                        new Box("2", texts.textIn(language, "answer.no"), null)));
            case ItemKind.Choice choice -> {
                List<Box> boxes = new ArrayList<>();
                choice.options()
                        .forEach(option -> boxes.add(new Box(
                                Integer.toString(boxes.size() + 1),
                                option.label().in(language),
                                null)));
                yield new Options(boxes);
            }
            case ItemKind.Comment ignored -> new Lines(LINES_OF_COMMENT);
            case ItemKind.WholeNumber ignored -> new Lines(1);
            default -> new Lines(LINES_OF_WORDS);
        };
    }

    private static List<Box> faces(List<String> keys, String face, Language language, Texts texts) {
        List<Box> boxes = new ArrayList<>();
        for (String key : keys) {
            String typed = Integer.toString(boxes.size() + 1);
            boxes.add(new Box(typed, texts.textIn(language, key), face + typed));
        }
        return boxes;
    }
}
