package fi.vastine.desktop.lease;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.session.SignInResult;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.signin.SignInView;
import fi.vastine.desktop.signin.SignInViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** What a person sees in the place of what she may not see any more, or not yet. */
class LeaseViewTest {
    private final Texts texts = new Texts(Language.FI);

    @Test
    void pastTheLeaseItSaysWhatToDoAndThatNothingIsLost() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        AtomicInteger tried = new AtomicInteger();
        try (UiDriver ui = UiDriver.open(() -> new LeaseView(texts, 14, tried::incrementAndGet))) {
            UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, new TextSize(100)));
            ui.picture("lease-fi");
            assertThat(ui.words()).contains("Ota yhteys palvelimeen", "Yritä uudelleen");
            assertThat(ui.words()).anyMatch(words -> words.contains("14 päivään"));
            assertThat(ui.complaints()).isEmpty();
            ui.click("Yritä uudelleen");
            assertThat(tried).hasValue(1);

            UiDriver.doOnScreen(() -> {
                theme.wear(Look.DARK, new TextSize(200));
                texts.language().set(Language.SV);
            });
            ui.picture("lease-dark-200-sv");
            assertThat(ui.words()).contains("Anslut till servern");
            assertThat(ui.complaints()).isEmpty();
            UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, new TextSize(100)));
        }
    }

    @Test
    void aWipedComputerSaysSoWhereOneSignsIn() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        SignInViewModel model = new SignInViewModel(
                (server, user, password) -> new SignInResult.NoNetwork(),
                SignInViewModel.Who.ANYBODY,
                texts,
                new Times(texts, Clock.systemUTC()),
                new SameThreadBackground(),
                in -> {},
                elsewhere -> {});
        model.show(new SignInResult.Wiped());
        try (UiDriver ui = UiDriver.open(() -> new SignInView(model, texts, language -> {}))) {
            UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, new TextSize(100)));
            ui.picture("wiped-fi");
            assertThat(ui.words()).anyMatch(words -> words.contains("tyhjentänyt tämän koneen"));
            assertThat(ui.complaints()).isEmpty();
        }
    }
}
