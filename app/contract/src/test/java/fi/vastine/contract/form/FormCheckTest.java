package fi.vastine.contract.form;

import static fi.vastine.contract.form.FormsToTry.form;
import static fi.vastine.contract.form.FormsToTry.group;
import static fi.vastine.contract.form.FormsToTry.item;
import static fi.vastine.contract.form.FormsToTry.named;
import static fi.vastine.contract.form.FormsToTry.yes;
import static fi.vastine.contract.form.FormsToTry.yesNo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.form.Fault.Problem;
import fi.vastine.contract.reference.Names;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormCheckTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10};

    @Test
    void aFormInWhichNothingIsWrongHasNoFaults() {
        assertThat(FormCheck.faults(form(yesNo("a"), yesNo("b", yes("a")), group("c", List.of(yesNo("d")), yes("b")))))
                .isEmpty();
    }

    @Test
    void everyItemThatWaitsForItselfIsNamed() {
        Form form = form(yesNo("a", yes("c")), yesNo("b", yes("a")), yesNo("c", yes("b")), yesNo("d", yes("c")));

        assertThat(FormCheck.faults(form))
                .containsExactly(
                        new Fault("a", Problem.LOOP, "a"),
                        new Fault("b", Problem.LOOP, "b"),
                        new Fault("c", Problem.LOOP, "c"));
    }

    @Test
    void aGroupThatWaitsForWhatIsInItIsALoop() {
        assertThat(FormCheck.faults(form(group("osa", List.of(yesNo("a")), yes("a")))))
                .containsExactly(new Fault("osa", Problem.LOOP, "osa"));
    }

    @Test
    void fiveThousandItemsAreTooMany() {
        FormItem[] items =
                IntStream.range(0, 5_000).mapToObj(i -> yesNo("k" + i)).toArray(FormItem[]::new);

        assertThat(FormCheck.faults(form(items))).containsExactly(new Fault(null, Problem.TOO_MANY_ITEMS, "200"));
    }

    @Test
    void aMissingTranslationIsNamedWithItsItemAndLanguage() {
        FormItem half = new FormItem(
                "a",
                null,
                new Names("Kyllä?", " ", "Yes?"),
                null,
                null,
                List.of(),
                FormItem.Join.ALL,
                new ItemKind.YesNo());
        var option = new ItemKind.Option("x", new Names("x", "x", ""));

        assertThat(FormCheck.faults(form(half, item("b", new ItemKind.Choice(List.of(option), 1)))))
                .containsExactly(
                        new Fault("a", Problem.TRANSLATION_MISSING, "sv"),
                        new Fault("b", Problem.TRANSLATION_MISSING, "en"));
    }

    @Test
    void aPictureThatIsTooLargeOrNoneIsNamedWithItsItem() {
        byte[] large = new byte[FormCheck.LARGEST_IMAGE + 1];
        FormItem cat = pictured("a", "kissa");
        FormItem dog = pictured("b", "koira");

        assertThat(FormCheck.faults(with(form(cat, dog), image("kissa", large), image("koira", PNG))))
                .extracting(Fault::linkId, Fault::problem)
                .containsExactly(tuple("a", Problem.IMAGE_TOO_LARGE));
        assertThat(FormCheck.faults(with(form(cat, dog), image("koira", "<svg/>".getBytes(UTF_8)))))
                .containsExactly(new Fault("b", Problem.IMAGE_UNFIT, "image/png"));
    }

    @Test
    void whatIsAskedTwiceOrComparedWithNonsenseIsFound() {
        Form form = form(
                item("v1", new ItemKind.Statement(1)),
                item("v1b", new ItemKind.Statement(1)),
                item("sana", new ItemKind.Comment()),
                item("sana2", new ItemKind.Comment()),
                yesNo("sana"),
                yesNo("x", yes("olematon")),
                yesNo("y", new Condition("v1", Condition.Test.EQUAL, new Given.ThreeFaces(1))),
                item("z", new ItemKind.Choice(List.of(), 1)));

        assertThat(FormCheck.faults(form))
                .extracting(Fault::problem)
                .containsExactly(
                        Problem.LINK_ID_TWICE,
                        Problem.STATEMENT_TWICE,
                        Problem.COMMENT_TWICE,
                        Problem.UNKNOWN_QUESTION,
                        Problem.CONDITION_UNFIT,
                        Problem.OPTIONS_UNFIT);
    }

    private static FormItem pictured(String linkId, String image) {
        return new FormItem(
                linkId, null, named(linkId), null, image, List.of(), FormItem.Join.ALL, new ItemKind.YesNo());
    }

    private static FormImage image(String name, byte[] data) {
        return new FormImage(name, "image/png", Base64.getEncoder().encodeToString(data));
    }

    private static Form with(Form form, FormImage... images) {
        return new Form(
                form.id(),
                form.version(),
                form.url(),
                form.from(),
                form.until(),
                form.audience(),
                form.title(),
                form.official(),
                form.items(),
                List.of(images));
    }
}
