package fi.vastine.desktop.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.ItemAnswer;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a unit manager reads of an interview at the bedside. */
class AnswersSectionTest {
    private final Texts texts = new Texts(Language.FI);
    private @Nullable Theme theme;

    @Test
    void eachAnswerStandsByTheQuestionAsItWasPutAndTheHelpersRemarkApart() {
        var answers = new Answers(
                List.of(new StatementAnswer(1, 4)),
                null,
                null,
                "child/1",
                List.of(
                        new ItemAnswer("feeling", "Millainen olo sinulla oli täällä?", new Given.ThreeFaces(1), null),
                        new ItemAnswer("why", "Mikä oli ikävää?", new Given.Words("Yö. 010190-999W"), null),
                        new ItemAnswer("play", "Mitä teit?", new Given.Chosen(List.of("a", "b")), "leikin, luin"),
                        new ItemAnswer("again", "Tulisitko uudestaan?", new Given.YesNo(false), null)),
                new Support(Support.AnsweredBy.SELF_WITH_SUPPORT, Support.HelperRole.RELATIVE, true, "Väsyi lopussa."));

        try (UiDriver driver = open(answers)) {
            assertThat(driver.words())
                    .contains("Millainen olo sinulla oli täällä?", "1 / 3 surullinen", "leikin, luin", "Ei")
                    .contains("Kuka vastasi: itse tuettuna · avustaja: läheinen")
                    .contains("Avustajan huomautus: Väsyi lopussa.")
                    .noneMatch(word -> word.contains("999W"));
            driver.picture("answers-of-a-form");
            assertThat(driver.complaints()).isEmpty();
        }
    }

    @Test
    void wordsBeginWhereBarsAndFacesBeginInEachDress() {
        var answers = new Answers(
                List.of(new StatementAnswer(1, 4), new StatementAnswer(7, 3)),
                9,
                null,
                "national/2",
                List.of(
                        new ItemAnswer("feeling", "Millainen olo sinulla oli täällä?", new Given.ThreeFaces(1), null),
                        new ItemAnswer("why", "Mikä oli ikävää?", new Given.Words("Yö oli pitkä."), null),
                        new ItemAnswer("again", "Tulisitko uudestaan?", new Given.YesNo(false), null)),
                null);
        try (UiDriver driver = open(answers)) {
            for (Language language : List.of(Language.FI, Language.SV)) {
                UiDriver.doOnScreen(() -> {
                    texts.language().set(language);
                    driver.stage().getScene().setRoot(shown(answers));
                });
                driver.settle();
                assertThat(UiDriver.onScreen(() -> lefts(driver)))
                        .as(language.name())
                        .hasSizeGreaterThan(5)
                        .containsOnly(left(driver));
                driver.picture("answers-" + language);
                UiDriver.doOnScreen(() -> theme().wear(Look.DARK, new TextSize(200)));
                assertThat(driver.complaintsInPicture("answers-dark-200-" + language))
                        .isEmpty();
                UiDriver.doOnScreen(() -> theme().wear(Look.LIGHT, TextSize.BASE));
            }
        }
    }

    private static long left(UiDriver driver) {
        return UiDriver.onScreen(() -> lefts(driver).getFirst());
    }

    /** Where the answers begin, in whole pixels. */
    private static List<Long> lefts(UiDriver driver) {
        return Stream.of(".case-score-row", ".case-said")
                .flatMap(style -> driver.stage().getScene().getRoot().lookupAll(style).stream())
                .map(each -> Math.round(each.localToScene(0, 0).getX()))
                .toList();
    }

    private Theme theme() {
        return Objects.requireNonNull(theme);
    }

    private UiDriver open(Answers answers) {
        return UiDriver.open(() -> {
            theme = new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
            return shown(answers);
        });
    }

    private Parent shown(Answers answers) {
        var times = new Times(texts, Lehtola.CLOCK);
        var words = new CaseWords(texts, times, WorkingDays.finnish());
        return (Parent) Objects.requireNonNull(new AnswersSection(words, texts).of(answers));
    }
}
