package fi.vastine.contract.form;

import static fi.vastine.contract.form.FormsToTry.form;
import static fi.vastine.contract.form.FormsToTry.group;
import static fi.vastine.contract.form.FormsToTry.item;
import static fi.vastine.contract.form.FormsToTry.named;
import static fi.vastine.contract.form.FormsToTry.yes;
import static fi.vastine.contract.form.FormsToTry.yesNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.ItemAnswer;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilledFormTest {
    private static final Given YES = new Given.YesNo(true);
    private static final Given NO = new Given.YesNo(false);
    private static final ItemKind FOOD = new ItemKind.Choice(
            List.of(new ItemKind.Option("a", named("Aamiainen")), new ItemKind.Option("l", named("Lounas"))), 2);
    private static final Form EVERY_KIND = form(
            item("alku", new ItemKind.Display()),
            item("v1", new ItemKind.Statement(1)),
            item("v4", new ItemKind.Statement(4)),
            item("suositus", new ItemKind.Recommendation()),
            group(
                    "osa",
                    List.of(
                            item("olo", new ItemKind.ThreeFaces()),
                            item("ruoka", FOOD),
                            item("yot", new ItemKind.WholeNumber(0, 30)),
                            item("muu", new ItemKind.Words(10)))),
            yesNo("ensi"),
            item("sana", new ItemKind.Comment()));

    @Test
    void whatAnotherAnswerClosesIsNotTakenAlongButComesBackWithIt() {
        Form form = form(yesNo("kaatui"), yesNo("sattui", yes("kaatui")), yesNo("muuta"));
        FilledForm both = FilledForm.empty(form).with("kaatui", YES).with("sattui", YES);

        FilledForm changed = both.with("kaatui", NO);

        assertThat(linkIds(both)).containsExactly("kaatui", "sattui", "muuta");
        assertThat(linkIds(changed)).containsExactly("kaatui", "muuta");
        assertThat(changed.answers(Language.FI, null).items())
                .extracting(ItemAnswer::linkId)
                .containsExactly("kaatui");
        assertThat(linkIds(changed.with("kaatui", YES))).contains("sattui");
        assertThat(changed.with("kaatui", YES).answer("sattui")).contains(YES);
    }

    @Test
    void anAnswerToAClosedQuestionOpensNothing() {
        Form form = form(yesNo("a"), yesNo("b", yes("a")), yesNo("c", yes("b")));

        FilledForm filled = FilledForm.empty(form).with("a", YES).with("b", YES).with("a", NO);

        assertThat(linkIds(filled)).containsExactly("a");
    }

    @Test
    void aGroupOpensAndClosesWithAllThatIsInIt() {
        Form form = form(
                yesNo("lapsi"),
                group("lapselle", List.of(yesNo("leikki"), yesNo("vanhempi", yes("leikki"))), yes("lapsi")));
        FilledForm open = FilledForm.empty(form).with("lapsi", YES).with("leikki", YES);

        assertThat(linkIds(open)).containsExactly("lapsi", "leikki", "vanhempi");
        assertThat(linkIds(open.without("lapsi"))).containsExactly("lapsi");
    }

    @Test
    void oneOfSeveralConditionsIsEnoughWhereTheFormSaysSo() {
        FormItem why = new FormItem(
                "miksi",
                null,
                named("miksi"),
                null,
                null,
                List.of(yes("a"), new Condition("b", Condition.Test.EXISTS, NO)),
                FormItem.Join.ANY,
                new ItemKind.YesNo());
        FilledForm empty = FilledForm.empty(form(yesNo("a"), yesNo("b"), why));

        assertThat(linkIds(empty)).contains("miksi");
        assertThat(linkIds(empty.with("b", NO))).doesNotContain("miksi");
        assertThat(linkIds(empty.with("b", NO).with("a", YES))).contains("miksi");
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL, 3, 3, true",
        "EQUAL, 2, 3, false",
        "NOT_EQUAL, 2, 3, true",
        "GREATER, 4, 3, true",
        "GREATER, 3, 3, false",
        "LESS, 2, 3, true",
        "LESS, 3, 3, false",
        "AT_LEAST, 3, 3, true",
        "AT_MOST, 4, 3, false"
    })
    void answersAreComparedAsTheFormSays(Condition.Test test, int answer, int than, boolean open) {
        Condition condition = new Condition("v", test, new Given.Step(than));
        FilledForm empty = FilledForm.empty(form(item("v", new ItemKind.Statement(1)), yesNo("jatko", condition)));

        assertThat(linkIds(empty.with("v", new Given.Step(answer))).contains("jatko"))
                .isEqualTo(open);
        assertThat(linkIds(empty)).doesNotContain("jatko");
        assertThat(linkIds(empty.with("v", new Given.Step(null))).contains("jatko"))
                .as("what does not concern one is not less than anything")
                .isEqualTo(test == Condition.Test.NOT_EQUAL);
    }

    @Test
    void anItemThatWaitsForItselfStaysShutAndStopsNothing() {
        FilledForm filled = FilledForm.empty(form(yesNo("a", yes("b")), yesNo("b", yes("a")), yesNo("c")))
                .with("a", YES)
                .with("b", YES);

        assertThat(linkIds(filled)).containsExactly("c");
    }

    @Test
    void everyAnswerHasOnePlaceAndComesBackIntoTheForm() {
        FilledForm filled = FilledForm.empty(EVERY_KIND)
                .with("v1", new Given.Step(5))
                .with("v4", new Given.Step(null))
                .with("suositus", new Given.Recommendation(9))
                .with("olo", new Given.ThreeFaces(3))
                .with("ruoka", new Given.Chosen(List.of("l", "a")))
                .with("yot", new Given.WholeNumber(3))
                .with("muu", new Given.Words("Kirjoja"))
                .with("ensi", YES)
                .with("sana", new Given.Words("Kiitos hoidosta."));
        var support = new Support(Support.AnsweredBy.PROXY, Support.HelperRole.RELATIVE, true, null);

        Answers answers = filled.answers(Language.SV, support);

        assertThat(answers.statements()).containsExactly(new StatementAnswer(1, 5), new StatementAnswer(4, null));
        assertThat(answers.recommendation()).isEqualTo(9);
        assertThat(answers.face()).isNull();
        assertThat(answers.form()).isEqualTo("koe/1");
        assertThat(answers.support()).isEqualTo(support);
        assertThat(answers.items())
                .extracting(ItemAnswer::linkId)
                .containsExactly("olo", "ruoka", "yot", "muu", "ensi");
        assertThat(answers.items().get(1))
                .isEqualTo(new ItemAnswer(
                        "ruoka", "ruoka sv", new Given.Chosen(List.of("l", "a")), "Aamiainen sv, Lounas sv"));
        assertThat(filled.comment()).isEqualTo("Kiitos hoidosta.");
        assertThat(FilledForm.of(EVERY_KIND, answers, filled.comment())).isEqualTo(filled);
    }

    @Test
    void aThreeFaceAnswerIsNeverAStepNorTheOtherWayRound() {
        FilledForm empty = FilledForm.empty(EVERY_KIND);

        assertThatThrownBy(() -> empty.with("v1", new Given.ThreeFaces(3))).hasMessageContaining("v1");
        assertThatThrownBy(() -> empty.with("olo", new Given.Step(3))).hasMessageContaining("olo");
        assertThat(empty.with("olo", new Given.ThreeFaces(3))
                        .answers(Language.FI, null)
                        .statements())
                .isEmpty();
    }

    @Test
    void anAnswerThatDoesNotFitItsItemIsNotTaken() {
        FilledForm empty = FilledForm.empty(EVERY_KIND);

        assertThatThrownBy(() -> empty.with("ruoka", new Given.Chosen(List.of("x"))))
                .hasMessageContaining("ruoka");
        assertThatThrownBy(() -> empty.with("ruoka", new Given.Chosen(List.of("a", "a"))))
                .hasMessageContaining("ruoka");
        assertThatThrownBy(() -> empty.with("ruoka", new Given.Chosen(List.of())))
                .hasMessageContaining("ruoka");
        assertThatThrownBy(() -> empty.with("yot", new Given.WholeNumber(31))).hasMessageContaining("yot");
        assertThatThrownBy(() -> empty.with("muu", new Given.Words("yli kymmenen")))
                .hasMessageContaining("muu");
        assertThatThrownBy(() -> empty.with("alku", YES)).hasMessageContaining("alku");
        assertThatThrownBy(() -> empty.with("olematon", YES)).hasMessageContaining("olematon");
    }

    private static List<String> linkIds(FilledForm filled) {
        return filled.open().stream().map(FormItem::linkId).toList();
    }
}
