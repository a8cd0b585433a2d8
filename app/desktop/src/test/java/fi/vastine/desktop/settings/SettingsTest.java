package fi.vastine.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.SingleLetters;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Labeled;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Settings CHOSEN =
            new Settings(Language.SV, Look.DARK, new TextSize(150), SingleLetters.OFF, new LockAfter(5));

    private static final Passphrase PASSPHRASE = new Passphrase("kolme kissaa kattoi kuuta");

    @TempDir
    private Path folder;

    private final Texts texts = new Texts(Language.FI);
    private final SameThreadBackground background = new SameThreadBackground();
    private final ShellViewModel shell = new ShellViewModel(texts, new Notices(texts, background));

    private SettingsViewModel model() {
        return new SettingsViewModel(new SettingsFile(folder), Settings.FIRST, background, shell);
    }

    @Test
    void whatIsChosenIsThereAtTheNextStart() {
        SettingsViewModel model = model();
        model.choose(Language.SV);
        model.choose(Look.DARK);
        model.choose(new TextSize(150));
        model.choose(SingleLetters.OFF);
        model.choose(new LockAfter(5));

        assertThat(new SettingsFile(folder).read()).isEqualTo(CHOSEN);
    }

    @Test
    void firstStartHasTheFirstSettings() {
        assertThat(new SettingsFile(folder).read()).isEqualTo(Settings.FIRST);
    }

    @Test
    void settingThatIsNotUnderstoodLosesNothingButItself() throws IOException {
        new SettingsFile(folder).write(CHOSEN);
        Path file = folder.resolve("chosen.properties");
        Files.writeString(file, Files.readString(file).replace("150", "900"));

        assertThat(new SettingsFile(folder).read())
                .isEqualTo(new Settings(Language.SV, Look.DARK, TextSize.BASE, SingleLetters.OFF, new LockAfter(5)));
    }

    @Test
    void choiceHoldsEvenWhenItCannotBeKept() throws IOException {
        Path missing = folder.resolve("gone");
        SettingsViewModel model = new SettingsViewModel(new SettingsFile(missing), Settings.FIRST, background, shell);

        model.choose(Language.EN);

        assertThat(model.chosen().get().language()).isEqualTo(Language.EN);
        assertThat(Files.exists(missing)).isFalse();
    }

    @Test
    void languageColoursAndSizeChangeWithoutARestart() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        SettingsViewModel model = model();
        GuardedKeys opened = keyFolder(Guard.KEY_STORE).open();
        KeysViewModel keys = new KeysViewModel(opened, Guard.KEY_STORE, background);
        PinViewModel pin = new PinViewModel(opened, PinRule.ALLOWED, background);
        try (UiDriver driver = UiDriver.open(() -> {
            model.chosen().subscribe(now -> {
                texts.language().set(now.language());
                theme.wear(now.look(), now.textSize());
            });
            return new SettingsView(model, keys, pin, ManagedSettings.NONE, List.of(), texts);
        })) {
            double before = heightOfLetters(driver);
            assertThat(driver.words()).contains("Asetukset");
            assertThat(driver.complaints()).isEmpty();
            driver.picture("settings-fi");

            driver.click("svenska");
            assertThat(driver.words()).contains("Inställningar").doesNotContain("Asetukset");
            driver.click("Mörkt");
            assertThat(colourOfWords(driver)).isEqualTo(Color.web("#e6edf3"));
            driver.click("200 %");
            assertThat(heightOfLetters(driver)).isEqualTo(before * 2);
            assertThat(driver.complaints()).isEmpty();
            driver.picture("settings-sv-dark-200");
            UiDriver.doOnScreen(() -> pin.wished().set(true));
            driver.settle();
            assertThat(driver.words()).contains("Egen PIN-kod på den här datorn");
            driver.picture("settings-pin-sv-dark-200");

            driver.activate("Ljust").activate("100 %");
            assertThat(colourOfWords(driver)).isEqualTo(Color.web("#1f2328"));
            assertThat(heightOfLetters(driver)).isEqualTo(before);
        }
    }

    @Test
    void whatGuardsTheKeysIsToldInWordsAndCanBeChanged() {
        KeysViewModel keys = keys(Guard.KEY_STORE);
        keys.look();
        assertThat(toldKey(keys)).isEqualTo("settings.keys-folder");

        keys.typed().set("lyhyt");
        keys.again().set("lyhyt");
        keys.guardByPassphrase();
        assertThat(keys.saidKey().get()).isEqualTo("lock.too-short");
        keys.typed().set(PASSPHRASE.text());
        keys.guardByPassphrase();
        assertThat(keys.saidKey().get()).isEqualTo("lock.not-the-same");
        assertThat(toldKey(keys)).isEqualTo("settings.keys-folder");

        keys.again().set(PASSPHRASE.text());
        keys.guardByPassphrase();
        assertThat(toldKey(keys)).isEqualTo("settings.keys-chosen");
        assertThat(keys.typed().get()).isEmpty();
        keys.guardByKeyStore();
        assertThat(toldKey(keys)).isEqualTo("settings.keys-folder");
    }

    @Test
    void whoeverHasToUseAPassphraseIsToldWhyAndOfferedNothingElse() {
        KeysViewModel keys = keys(Guard.PASSPHRASE);
        keys.look();

        assertThat(toldKey(keys)).isEqualTo("settings.keys-wanted");
        assertThat(Objects.requireNonNull(keys.standing().get()).mayUseKeyStore())
                .isFalse();
    }

    private static String toldKey(KeysViewModel keys) {
        return Objects.requireNonNull(keys.standing().get()).toldKey();
    }

    private KeysViewModel keys(Guard wanted) {
        KeyFolder keys = keyFolder(wanted);
        return new KeysViewModel(wanted == Guard.KEY_STORE ? keys.open() : keys.choose(PASSPHRASE), wanted, background);
    }

    private KeyFolder keyFolder(Guard wanted) {
        return new KeyFolder(
                folder.resolve("keys"), new FolderKeyStore(folder.resolve("store")), wanted, new Json(), Instant::now);
    }

    private static double heightOfLetters(UiDriver driver) {
        driver.settle();
        return UiDriver.onScreen(
                () -> ((Labeled) driver.await("suomi")).getFont().getSize());
    }

    private static Color colourOfWords(UiDriver driver) {
        driver.settle();
        return UiDriver.onScreen(() -> (Color) ((Labeled) driver.await("suomi")).getTextFill());
    }
}
