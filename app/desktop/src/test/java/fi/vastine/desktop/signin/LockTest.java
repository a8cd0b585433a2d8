package fi.vastine.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.session.Known;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.SignInResult;
import fi.vastine.core.session.SignInResult.Asked;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.signin.LockViewModel.Page;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:42:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Helsinki"));
    private static final Known AINO =
            new Known(new ServerAddress(URI.create("https://vastine.example")), "aino.koskela", "kannettava");
    private static final String LONG_ENOUGH = "kolme kissaa kattoi kuuta";

    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, CLOCK);
    private final List<String> tried = new ArrayList<>();
    private final List<SignInResult> over = new ArrayList<>();
    private SignInResult answer = new SignInResult.WrongPassphrase(NOW);

    private LockViewModel model(Page page) {
        return new LockViewModel(
                new Doors(), page, "Aino Koskela", texts, times, CLOCK, new SameThreadBackground(), over::add);
    }

    private final class Doors implements LockViewModel.Doors {
        @Override
        public SignInResult unlock(Passphrase typed, Asked asked) {
            tried.add("unlock " + typed.text() + " " + asked);
            return answer;
        }

        @Override
        public SignInResult choose(Passphrase chosen) {
            tried.add("choose " + chosen.text());
            return answer;
        }

        @Override
        public SignInResult recover(Path file, @Nullable Passphrase chosen) {
            tried.add("recover " + file + (chosen == null ? "" : " " + chosen.text()));
            return answer;
        }
    }

    @Test
    void wrongPasswordIsForgottenAndTheWaitIsToldInWords() {
        LockViewModel model = model(Page.PASSWORD);
        model.typed().set("väärä");
        model.go();
        assertThat(tried).containsExactly("unlock väärä PASSWORD");
        assertThat(model.typed().get()).isEmpty();
        assertThat(model.problemText().getValue()).contains("V-121");

        answer = new SignInResult.WrongPassphrase(NOW.plusSeconds(40));
        model.typed().set("väärä");
        model.go();
        assertThat(model.problemText().getValue()).contains("40 s").contains("Mitään ei ole poistettu");

        answer = new SignInResult.Throttled(NOW.plusSeconds(301));
        model.typed().set("väärä");
        model.go();
        assertThat(model.problemText().getValue()).contains("6 min");
        assertThat(over).isEmpty();
    }

    @Test
    void nothingIsTriedWhenNothingIsTypedAndWhatIsTypedWhileLockingIsUnderWayIsTriedOnceAfterIt() {
        LockViewModel model = model(Page.PASSPHRASE);
        model.locking();
        model.go();
        model.typed().set("jotain");
        model.go();
        model.go();
        assertThat(tried).isEmpty();
        assertThat(model.trying().get()).isTrue();

        model.locked();
        assertThat(tried).containsExactly("unlock jotain PASSPHRASE");
        model.locked();
        assertThat(tried).hasSize(1);
    }

    @Test
    void aWrongPinSaysHowManyTriesAreLeftAndTheLastOneLeadsToThePassword() {
        LockViewModel model = model(Page.PIN);
        model.typed().set("12");
        model.go();
        assertThat(tried).isEmpty();
        assertThat(model.problemText().getValue()).contains("4–8");

        answer = new SignInResult.WrongPin(4);
        model.typed().set("7351");
        model.go();
        assertThat(tried).containsExactly("unlock 7351 PIN");
        assertThat(model.typed().get()).isEmpty();
        assertThat(model.problemText().getValue()).contains("jäljellä 4");
        answer = new SignInResult.WrongPin(1);
        model.typed().set("7351");
        model.go();
        assertThat(model.problemText().getValue()).contains("jäljellä yksi");

        answer = new SignInResult.WrongPin(0);
        model.typed().set("7351");
        model.go();
        assertThat(model.page().get()).isEqualTo(Page.PASSWORD);
        assertThat(model.problemText().getValue()).contains("V-127");
        model.typed().set("salasana");
        model.go();
        assertThat(tried).last().isEqualTo("unlock salasana PASSWORD");
        assertThat(over).isEmpty();
    }

    @Test
    void whoWouldRatherTypeHerPasswordMay() {
        LockViewModel model = model(Page.PIN);
        model.typed().set("73");

        model.usePassword();

        assertThat(model.page().get()).isEqualTo(Page.PASSWORD);
        assertThat(model.typed().get()).isEmpty();
    }

    @Test
    void aPassphraseIsChosenOnlyWhenLongEnoughAndTypedTwiceAlike() {
        LockViewModel model = model(Page.CHOOSE);
        model.typed().set("lyhyt");
        model.again().set("lyhyt");
        model.go();
        model.typed().set(LONG_ENOUGH);
        model.again().set(LONG_ENOUGH + " nyt");
        model.go();
        assertThat(tried).isEmpty();

        model.again().set(LONG_ENOUGH);
        answer = new SignInResult.NobodyYet();
        model.go();
        assertThat(tried).containsExactly("choose " + LONG_ENOUGH);
        assertThat(over).containsExactly(answer);
    }

    @Test
    void recoveryThatNeedsAPassphraseAsksForOneAndGoesOnWithTheSameFile() {
        LockViewModel model = model(Page.PASSPHRASE);
        answer = new SignInResult.KeyLost(Optional.of(AINO));
        model.typed().set(LONG_ENOUGH);
        model.go();
        assertThat(model.page().get()).isEqualTo(Page.RECOVER);

        answer = new SignInResult.WrongRecoveryFile();
        model.recover(Path.of("vanha"));
        assertThat(model.problemText().getValue()).contains("V-125");
        answer = new SignInResult.PassphraseToChoose(AINO);
        model.recover(Path.of("oikea"));
        assertThat(model.page().get()).isEqualTo(Page.CHOOSE);
        model.typed().set(LONG_ENOUGH);
        model.again().set(LONG_ENOUGH);
        model.go();
        assertThat(tried).last().isEqualTo("recover oikea " + LONG_ENOUGH);
    }

    @Test
    void everyPageIsLegibleInEachDressAndWorksFromTheKeyboard() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        LockViewModel locked = model(Page.PASSWORD);
        try (UiDriver driver =
                UiDriver.open(() -> new LockView(locked, texts, () -> Optional.of(Path.of("tiedosto")), () -> {}))) {
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
                locked.waits(3);
            });
            driver.settle();
            driver.type("väärä").press(KeyCode.ENTER);
            assertThat(tried).containsExactly("unlock väärä PASSWORD");
            assertThat(driver.words()).anyMatch(word -> word.contains("3 odottaa lähetystä"));
            assertThat(driver.complaints()).isEmpty();
            driver.picture("lock-fi");

            UiDriver.doOnScreen(() -> {
                theme.wear(Look.DARK, new TextSize(200));
                texts.language().set(Language.SV);
                locked.waits(0);
            });
            driver.settle();
            assertThat(driver.complaints()).isEmpty();
            driver.picture("lock-sv-dark-200");
        }
        for (Page page : List.of(Page.PIN, Page.CHOOSE, Page.RECOVER)) {
            LockViewModel model = model(page);
            try (UiDriver driver =
                    UiDriver.open(() -> new LockView(model, texts, () -> Optional.of(Path.of("tiedosto")), () -> {}))) {
                UiDriver.doOnScreen(() -> {
                    theme.wear(Look.LIGHT, new TextSize(100));
                    texts.language().set(page == Page.RECOVER ? Language.EN : Language.FI);
                });
                driver.settle();
                if (page == Page.RECOVER) {
                    answer = new SignInResult.WrongRecoveryFile();
                    driver.click("lock-file");
                    assertThat(tried).last().isEqualTo("recover tiedosto");
                }
                if (page == Page.PIN) {
                    UiDriver.doOnScreen(model::shares);
                    answer = new SignInResult.WrongPin(3);
                    driver.type("7x351").press(KeyCode.ENTER);
                    assertThat(tried).last().isEqualTo("unlock 7351 PIN");
                    driver.type("90");
                }
                assertThat(driver.complaints()).isEmpty();
                driver.picture("lock-" + page.name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
