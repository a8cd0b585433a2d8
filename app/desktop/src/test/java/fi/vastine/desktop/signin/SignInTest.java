package fi.vastine.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.session.SignInResult;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignInTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:42:00Z");

    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Clock.fixed(NOW, ZoneId.of("Europe/Helsinki")));
    private final List<String> knocks = new ArrayList<>();
    private final List<SignInResult> elsewhere = new ArrayList<>();
    private SignInResult answer = new SignInResult.WrongPassword();

    private final SignInViewModel model = new SignInViewModel(
            (server, user, password) -> {
                knocks.add(server + " " + user + " " + password);
                return answer;
            },
            SignInViewModel.Who.ANYBODY,
            texts,
            times,
            new SameThreadBackground(),
            in -> {},
            elsewhere::add);

    static Stream<SignInResult> failures() {
        return Stream.of(
                new SignInResult.WrongPassword(),
                new SignInResult.Throttled(NOW.plusSeconds(600)),
                new SignInResult.NoNetwork(),
                new SignInResult.NotVastine(),
                new SignInResult.Untrusted(),
                new SignInResult.CertificateOutdated(),
                new SignInResult.ClockWrong(),
                new SignInResult.ServerTrouble(),
                new SignInResult.TooOld(),
                new SignInResult.DeviceBlocked(),
                new SignInResult.OpenElsewhere(Optional.empty()),
                new SignInResult.KeyLost(Optional.empty()),
                new SignInResult.KeyStoreSilent(),
                new SignInResult.WrongPassphrase(NOW),
                new SignInResult.WrongRecoveryFile(),
                new SignInResult.OutboxDamaged(),
                new SignInResult.NewerProgram(),
                new SignInResult.DiskFull());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasASentenceWithItsCodeInEveryLanguage(SignInResult failure) {
        model.show(failure);

        for (Language language : Language.values()) {
            texts.language().set(language);
            assertThat(model.problemText().getValue()).as(language.name()).matches("(?s).{20,} \\(V-\\d{3}\\)");
        }
    }

    @Test
    void noTwoFailuresAreToldAlike() {
        List<String> told = failures()
                .map(failure -> {
                    model.show(failure);
                    return model.problemText().getValue();
                })
                .toList();

        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void tooManyTriesAreToldWithTheTimeOfTheNext() {
        model.show(new SignInResult.Throttled(NOW.plusSeconds(600)));

        assertThat(model.problemText().getValue()).contains("klo 8.52");
    }

    @Test
    void firstRunTellsOfNoFailure() {
        model.show(new SignInResult.NobodyYet());

        assertThat(model.problemText().getValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', aino, x, V-110",
        "http://vastine.esimerkki.fi, aino, x, V-110",
        "vastine.esimerkki.fi, '', x, Kirjoita",
        "vastine.esimerkki.fi, aino, '', Kirjoita"
    })
    void nothingIsSentBeforeAllIsFilledIn(String server, String user, String password, String told) {
        model.server().set(server);
        model.user().set(user);
        model.password().set(password);

        model.signIn();

        assertThat(knocks).isEmpty();
        assertThat(model.problemText().getValue()).contains(told);
    }

    @Test
    void personSignsInFromTheKeyboardAndIsToldWhatWentWrongInHerLanguage() {
        UiDriver.startToolkit();
        UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        answer = new SignInResult.NoNetwork();
        try (UiDriver driver = UiDriver.open(() -> new SignInView(model, texts, texts.language()::set))) {
            driver.settle();
            driver.type("localhost").press(KeyCode.TAB);
            driver.type("aino.koskela").press(KeyCode.TAB);
            driver.type("salainen sänä").press(KeyCode.ENTER);

            assertThat(knocks).containsExactly("https://localhost aino.koskela salainen sänä");
            assertThat(driver.text("problem")).contains("V-113");
            driver.picture("sign-in-fi");

            driver.click("choose-sv");

            assertThat(driver.text("problem")).startsWith("Servern kan inte nås");
            assertThat(driver.words()).contains("Logga in", "Lösenord");
            assertThat(driver.complaints()).isEmpty();
            driver.picture("sign-in-sv");
        }
    }
}
