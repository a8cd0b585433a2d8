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
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** What a unit manager reads of an interview at the bedside. */
class AnswersSectionTest {
    private final Texts texts = new Texts(Language.FI);

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

        try (UiDriver driver = UiDriver.open(() -> {
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
            return shown(answers);
        })) {
            assertThat(driver.words())
                    .contains("Millainen olo sinulla oli täällä?", "1 / 3 surullinen", "leikin, luin", "Ei")
                    .contains("Kuka vastasi: itse tuettuna · avustaja: läheinen")
                    .contains("Avustajan huomautus: Väsyi lopussa.")
                    .noneMatch(word -> word.contains("999W"));
            driver.picture("answers-of-a-form");
            assertThat(driver.complaints()).isEmpty();
        }
    }

    private Parent shown(Answers answers) {
        var times = new Times(texts, Lehtola.CLOCK);
        var words = new CaseWords(texts, times, WorkingDays.finnish());
        return (Parent) Objects.requireNonNull(new AnswersSection(words, texts).of(answers));
    }
}
