package fi.vastine.backend.form;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedFormsTest {
    @Test
    void theNationalStatementsAreWordForWordThoseOfThePublicForm() {
        assertThat(statements("national", Language.FI))
                .containsExactly(
                        "Sain apua, kun sitä tarvitsin.",
                        "Minulle jäi tunne, että minusta välitettiin kokonaisvaltaisesti.",
                        "Hoitoani koskevat päätökset tehtiin yhteistyössä kanssani.",
                        "Koin oloni turvalliseksi hoidon aikana.",
                        "Tiedän miten hoitoni jatkuu.",
                        "Saamani tieto hoidosta oli ymmärrettävää.",
                        "Koin saamani hoidon hyödylliseksi.");
        assertThat(statements("national-service", Language.FI))
                .containsExactly(
                        "Sain apua, kun sitä tarvitsin.",
                        "Minulle jäi tunne, että minusta välitettiin kokonaisvaltaisesti.",
                        "Asiaani koskevat päätökset tehtiin yhteistyössä kanssani.",
                        "Koin oloni turvalliseksi palvelun aikana.",
                        "Tiedän miten palveluni jatkuu.",
                        "Saamani tieto palvelusta oli ymmärrettävää.",
                        "Koin saamani palvelun hyödylliseksi.");
        assertThat(Forms.shipped().stream()
                        .flatMap(Form::allItems)
                        .filter(item -> item.kind() instanceof ItemKind.Recommendation)
                        .map(item -> item.text().fi()))
                .hasSize(3)
                .containsOnly("Kuinka todennäköisesti suosittelisit saamaasi palvelua läheisellesi?");
    }

    @Test
    void whereverAnOfficialWordingExistsThatOursIsNotItIsSaid() {
        assertThat(Forms.shipped()).allSatisfy(form -> {
            boolean child = form.audience() == Audience.CHILD;
            boolean national = form.audience() == Audience.ADULT;
            assertThat(form.official()).isEqualTo(national ? List.of(Language.FI) : List.of());
            assertThat(form.isUnofficialIn(Language.FI)).isEqualTo(child);
            assertThat(form.isUnofficialIn(Language.SV)).isEqualTo(child || national);
            assertThat(form.isUnofficialIn(Language.EN)).isEqualTo(child || national);
        });
    }

    @Test
    void childrenAnswerByThreeFacesAndNobodyElseDoes() {
        assertThat(Forms.shipped()).allSatisfy(form -> {
            List<FormItem> items = form.allItems().toList();
            assertThat(items.stream().anyMatch(item -> item.kind() instanceof ItemKind.ThreeFaces))
                    .isEqualTo(form.audience() == Audience.CHILD);
            assertThat(items.stream()
                            .anyMatch(item -> item.kind() instanceof ItemKind.Statement
                                    || item.kind() instanceof ItemKind.Recommendation))
                    .as("national figures are those of the customers aged 13 and over")
                    .isEqualTo(form.audience() == Audience.ADULT);
        });
    }

    /** A helper who goes from one form to another presses 5 for full agreement on each, and types it from paper. */
    @Test
    void agreementRisesWithTheNumberThatIsPressedOnEachForm() {
        assertThat(Forms.shipped().stream()
                        .flatMap(Form::allItems)
                        .map(FormItem::kind)
                        .filter(ItemKind.Choice.class::isInstance)
                        .map(ItemKind.Choice.class::cast)
                        .map(choice -> choice.options().stream()
                                .map(option -> option.code().replaceFirst(".*\\|", ""))
                                .toList())
                        .filter(codes -> codes.contains("5")))
                .hasSize(5)
                .containsOnly(List.of("1", "2", "3", "4", "5", "na"));
    }

    @Test
    void everyAudienceHasAForm() {
        assertThat(Forms.shipped()).extracting(Form::audience).contains(Audience.values());
    }

    private static List<String> statements(String id, Language language) {
        return Forms.shipped().stream()
                .filter(form -> form.id().equals(id))
                .flatMap(Form::allItems)
                .filter(item -> item.kind() instanceof ItemKind.Statement)
                .map(item -> item.text().in(language))
                .toList();
    }
}
