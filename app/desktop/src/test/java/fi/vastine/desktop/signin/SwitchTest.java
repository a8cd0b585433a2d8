package fi.vastine.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.session.Known;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Sharer;
import fi.vastine.core.session.SignInResult.Asked;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SwitchTest {
    private static final ServerAddress SERVER = new ServerAddress(URI.create("https://vastine.example"));
    private static final List<Sharer> TWO =
            List.of(sharer("wilma", "Wilma Åstrand", Asked.PIN), sharer("elias", "Elias Kotavuori", Asked.PASSWORD));
    private static final List<Sharer> EIGHT = List.of(
            sharer("wilma", "Wilma Åstrand", Asked.PIN),
            sharer("elias", "Elias Kotavuori", Asked.PASSWORD),
            sharer("iida.pellonpaa", "Iida Pellonpää", Asked.PIN),
            sharer(
                    "maria.sofia.lindroos-hamalainen",
                    "Maria-Sofia Alexandra Lindroos-Hämäläinen-Wetterstrand",
                    Asked.PASSPHRASE),
            sharer("aake", "aake", Asked.PASSWORD),
            sharer("odin", "Odin Östman", Asked.PIN),
            sharer("anna.a", "Anna Virtanen", Asked.PIN),
            sharer("anna.b", "Anna Virtanen", Asked.PIN));

    private final Texts texts = new Texts(Language.FI);
    private final List<String> picked = new ArrayList<>();

    private static Sharer sharer(String user, String name, Asked asked) {
        return new Sharer(new Known(SERVER, user, "kannettava"), name, asked);
    }

    private SwitchViewModel model(List<Sharer> people) {
        return new SwitchViewModel(people, each -> picked.add(each.known().user()), () -> picked.add("somebody else"));
    }

    @Test
    void everybodyKeepsHerKeyWhoeverWasHereLast() {
        assertThat(model(EIGHT).people()).isEqualTo(model(EIGHT.reversed()).people());
        assertThat(model(EIGHT).people())
                .extracting(each -> each.known().user())
                .containsExactly(
                        "aake",
                        "anna.a",
                        "anna.b",
                        "elias",
                        "iida.pellonpaa",
                        "maria.sofia.lindroos-hamalainen",
                        "odin",
                        "wilma");
    }

    @Test
    void twoOfTheSameNameAreToldApartByTheNameTheySignInWith() {
        SwitchViewModel model = model(EIGHT);

        assertThat(model.people())
                .extracting(model::name)
                .contains("Anna Virtanen (anna.a)", "Anna Virtanen (anna.b)", "Odin Östman");
    }

    @Test
    void aDigitPicksOneOfThemAndZeroSomebodyElseAndTheRestNobody() {
        SwitchViewModel model = model(TWO);

        model.press(2);
        model.press(0);
        model.press(3);

        assertThat(picked).containsExactly("wilma", "somebody else");
    }

    @Test
    void theListIsLegibleInEachDressAndWorksByMouseAndKeys() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        for (List<Sharer> people : List.of(TWO, EIGHT)) {
            String name = "switch-" + people.size();
            picked.clear();
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, TextSize.BASE);
                texts.language().set(Language.FI);
            });
            try (UiDriver driver = UiDriver.open(() -> new SwitchView(model(people), texts))) {
                driver.press(KeyCode.DIGIT2)
                        .press(KeyCode.DIGIT1)
                        .press(KeyCode.DOWN)
                        .press(KeyCode.SPACE);
                driver.click("switch-elias").press(KeyCode.DIGIT0);
                assertThat(picked)
                        .isEqualTo(
                                people.equals(TWO)
                                        ? List.of("wilma", "elias", "wilma", "elias", "somebody else")
                                        : List.of("anna.a", "aake", "anna.a", "elias", "somebody else"));
                assertThat(driver.complaints()).isEmpty();
                driver.picture(name + "-fi");
                UiDriver.doOnScreen(() -> {
                    theme.wear(Look.DARK, new TextSize(200));
                    texts.language().set(Language.SV);
                });
                assertThat(driver.complaints()).isEmpty();
                driver.picture(name + "-sv-dark-200");
                UiDriver.doOnScreen(() -> {
                    theme.wear(Look.LIGHT, TextSize.BASE);
                    texts.language().set(Language.EN);
                });
                driver.picture(name + "-en");
            }
        }
    }
}
