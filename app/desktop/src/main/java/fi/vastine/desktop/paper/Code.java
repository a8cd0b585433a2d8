package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the answer to one question is typed as a number, and what each number stands for. */
record Code(FormItem item) {
    private static final int MOST_RECOMMENDED = 10;
    private static final List<String> STEPS =
            List.of("answer.step-1", "answer.step-2", "answer.step-3", "answer.step-4", "answer.step-5");
    private static final List<String> FACES = List.of("answer.face-1", "answer.face-2", "answer.face-3");
    private static final List<String> YES_NO = List.of("answer.yes", "answer.no");
    private static final String NOT_MINE = "–";

    /** Whether it is answered by a number; everything else, in words. */
    static boolean isFor(FormItem item) {
        return item.asks() && !(item.kind() instanceof ItemKind.Words) && !(item.kind() instanceof ItemKind.Comment);
    }

    /** What a number means; empty if it is no answer. */
    Optional<Given> answer(int number) {
        return number < least() || number > most()
                ? Optional.empty()
                : Optional.of(given(number)).filter(item::fits);
    }

    private Given given(int number) {
        return switch (item.kind()) {
            case ItemKind.Statement ignored -> new Given.Step(number == 0 ? null : number);
            case ItemKind.Recommendation ignored -> new Given.Recommendation(number);
            case ItemKind.ThreeFaces ignored -> new Given.ThreeFaces(number);
            case ItemKind.YesNo ignored -> new Given.YesNo(number == 1);
            case ItemKind.Choice choice ->
                new Given.Chosen(List.of(choice.options().get(number - 1).code()));
            case ItemKind.WholeNumber ignored -> new Given.WholeNumber(number);
            default -> throw new IllegalStateException("Not answered by a number: " + item.linkId());
        };
    }

    /** Whether a further digit can make another answer of it. */
    boolean mayGrow(int number) {
        long next = number * 10L;
        return number > 0 && next <= most();
    }

    /** Whether several options may hold: then a number adds one, or takes it away, and Enter goes on. */
    boolean isOfSeveral() {
        return item.kind() instanceof ItemKind.Choice choice && choice.most() > 1;
    }

    /** Whether a digit that does not fit behind the first one belongs to the next question. */
    boolean isOneOfAList() {
        return item.kind() instanceof ItemKind.Recommendation
                || (item.kind() instanceof ItemKind.Choice choice && choice.most() == 1);
    }

    /** The options that hold after one was added or taken away, in the order of the form; empty for none. */
    Optional<Given> toggled(Optional<Given> before, int number) {
        if (!(item.kind() instanceof ItemKind.Choice choice) || !isOf(choice.options(), number)) {
            return before;
        }
        List<String> codes = new ArrayList<>(before.map(Code::codes).orElse(List.of()));
        String code = choice.options().get(number - 1).code();
        if (!codes.remove(code)) {
            codes.add(code);
        }
        List<String> inOrder = choice.options().stream()
                .map(ItemKind.Option::code)
                .filter(codes::contains)
                .toList();
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(new Given.Chosen(inOrder));
    }

    /** The answer as it is typed. */
    String typed(Given given) {
        return switch (given) {
            case Given.Step step ->
                step.score() == null ? NOT_MINE : step.score().toString();
            case Given.Recommendation likely -> Integer.toString(likely.score());
            case Given.ThreeFaces face -> Integer.toString(face.value());
            case Given.YesNo said -> said.yes() ? "1" : "2";
            case Given.WholeNumber whole -> Integer.toString(whole.value());
            case Given.Chosen chosen ->
                options().stream()
                        .filter(option -> chosen.codes().contains(option.code()))
                        .map(option -> Integer.toString(options().indexOf(option) + 1))
                        .collect(Collectors.joining(" "));
            case Given.Words said -> said.text();
        };
    }

    /** The answer in words; empty where its number says it all. */
    String words(Given given, Language language, Texts texts) {
        return switch (given) {
            case Given.Step step ->
                texts.textIn(language, step.score() == null ? "interview.not-mine" : STEPS.get(step.score() - 1));
            case Given.ThreeFaces face -> texts.textIn(language, FACES.get(face.value() - 1));
            case Given.YesNo said -> texts.textIn(language, said.yes() ? "answer.yes" : "answer.no");
            case Given.Chosen chosen ->
                options().stream()
                        .filter(option -> chosen.codes().contains(option.code()))
                        .map(option -> option.label().in(language))
                        .collect(Collectors.joining(", "));
            case Given.Recommendation ignored -> "";
            case Given.WholeNumber ignored -> "";
            case Given.Words ignored -> "";
        };
    }

    /** What can be typed, such as {@code 1 Kyllä · 2 Ei}. */
    String legend(Language language, Texts texts) {
        return switch (item.kind()) {
            case ItemKind.Statement ignored ->
                numbered(named(STEPS, language, texts)) + " · 0 " + texts.textIn(language, "interview.not-mine");
            case ItemKind.ThreeFaces ignored -> numbered(named(FACES, language, texts));
            case ItemKind.YesNo ignored -> numbered(named(YES_NO, language, texts));
            case ItemKind.Choice ignored ->
                numbered(options().stream()
                        .map(option -> option.label().in(language))
                        .toList());
            case ItemKind.Recommendation ignored -> "0–10";
            case ItemKind.WholeNumber number ->
                (number.least() == null ? "" : number.least()) + "–" + (number.most() == null ? "" : number.most());
            default -> "";
        };
    }

    private int least() {
        return switch (item.kind()) {
            case ItemKind.Statement ignored -> 0;
            case ItemKind.Recommendation ignored -> 0;
            case ItemKind.WholeNumber ignored -> 0;
            default -> 1;
        };
    }

    private int most() {
        return switch (item.kind()) {
            case ItemKind.Statement ignored -> STEPS.size();
            case ItemKind.Recommendation ignored -> MOST_RECOMMENDED;
            case ItemKind.ThreeFaces ignored -> FACES.size();
            case ItemKind.YesNo ignored -> YES_NO.size();
            case ItemKind.WholeNumber number -> number.most() == null ? Integer.MAX_VALUE : number.most();
            default -> options().size();
        };
    }

    private List<ItemKind.Option> options() {
        return item.kind() instanceof ItemKind.Choice choice ? choice.options() : List.of();
    }

    private static List<String> codes(Given given) {
        return given instanceof Given.Chosen chosen ? chosen.codes() : List.of();
    }

    private static boolean isOf(List<?> all, int number) {
        return number >= 1 && number <= all.size();
    }

    private static List<String> named(List<String> keys, Language language, Texts texts) {
        return keys.stream().map(key -> texts.textIn(language, key)).toList();
    }

    private static String numbered(List<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(each -> all.add(all.size() + 1 + " " + each));
        return String.join(" · ", all);
    }
}
