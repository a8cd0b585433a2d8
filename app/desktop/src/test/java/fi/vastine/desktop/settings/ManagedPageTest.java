package fi.vastine.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.wire.ProgramNotice;
import fi.vastine.core.http.Network;
import fi.vastine.core.http.ProxyChoice;
import fi.vastine.core.http.ProxyTrouble;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.policy.Key;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.Origin;
import fi.vastine.core.policy.OwnSettings;
import fi.vastine.core.policy.PolicySources;
import fi.vastine.core.policy.Setting;
import fi.vastine.core.policy.SettingsText;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What IT has decided is in sight, with where it comes from, and nothing of it can be changed. */
class ManagedPageTest {
    private static final ProgramNotice NEWER =
            new ProgramNotice("99.1", "99.0", URI.create("https://vastine.esimerkki.example/99.1"));

    @TempDir
    private Path folder;

    private final Texts texts = new Texts(Language.FI);
    private final SameThreadBackground background = new SameThreadBackground();
    private final ShellViewModel shell = new ShellViewModel(texts, new Notices(texts, background));
    private ManagedSettings settings = ManagedSettings.NONE;
    private final Network network = new Network(ProxyChoice.SYSTEM, "", Map.of(), Optional::empty);

    @AfterEach
    void lightAgain() {
        UiDriver.startToolkit();
        wear(Look.LIGHT, TextSize.BASE);
    }

    private static void wear(Look look, TextSize size) {
        UiDriver.doOnScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).wear(look, size));
    }

    private void managed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), text);
        settings = ManagedSettings.read(
                new PolicySources(List.of(file), Map.of("VASTINE_LOCK_AFTER", "15"), new Properties()));
        network.choose(settings.proxy());
    }

    private NetworkViewModel networkModel() {
        return new NetworkViewModel(network, settings, new OwnSettings(folder), store(), background);
    }

    private FolderKeyStore store() {
        return new FolderKeyStore(folder.resolve("store"));
    }

    private UiDriver open(NetworkViewModel reaching, AboutViewModel about) {
        UiDriver.startToolkit();
        var model = new SettingsViewModel(new SettingsFile(folder), Settings.FIRST, background, shell);
        KeyFolder keys = new KeyFolder(folder.resolve("keys"), store(), settings.guard(), new Json(), Instant::now);
        GuardedKeys guarded =
                settings.guard() == Guard.KEY_STORE ? keys.open() : keys.choose(new Passphrase("kolme kissaa kattoi"));
        var opened = new KeysViewModel(guarded, settings.guard(), background);
        var pin = new PinViewModel(guarded, settings.mayUsePin() ? PinRule.ALLOWED : PinRule.OFF, background);
        return UiDriver.open(() -> new StackPane(new SettingsView(
                model,
                opened,
                pin,
                settings,
                List.of(
                        new NetworkSection(reaching, texts),
                        new ManagedSection(settings, texts),
                        new AboutSection(about, texts, () -> () -> "selvitys")),
                texts)));
    }

    private AboutViewModel about() {
        var about = new AboutViewModel(settings.updates(), background);
        about.told(NEWER);
        return about;
    }

    private static void scrollDown(UiDriver driver) {
        UiDriver.doOnScreen(() -> ((ScrollPane) driver.await("settings")).setVvalue(1));
        driver.settle();
    }

    @Test
    void everyDecidedValueIsToldWithWhereItComesFromAndItsControlIsThereAndCannotBeUsed() throws IOException {
        managed("""
                {"server": "vastine.esimerkki.example", "proxy": "proxy.esimerkki.example:8080", "guard": "passphrase",
                 "updates": "it"}
                """);
        try (UiDriver driver = open(networkModel(), about())) {
            assertThat(driver.words())
                    .contains("Hallinnan määräämät")
                    .contains("Palvelimen osoite: vastine.esimerkki.example")
                    .contains("Verkkoyhteys: proxy.esimerkki.example:8080")
                    .contains("Tietojen suojaus: tunnuslause")
                    .contains("Lukitus viimeistään: 15 min")
                    .contains("ympäristömuuttujasta VASTINE_LOCK_AFTER")
                    .contains("tiedostosta " + folder.resolve("settings.json"))
                    .contains("Organisaatiosi on määrännyt tämän, joten sitä ei voi muuttaa täällä.");
            for (String name :
                    List.of("30 min", "60 min", "choose-straight", "choose-proxy", "settings-use-key-store")) {
                assertThat(isDisabled(driver, name)).as(name).isTrue();
            }
            assertThat(isDisabled(driver, "5 min")).isFalse();
            assertThat(driver.text("settings-news")).contains("99.1").contains("Tietohallinto asentaa");
            assertThat(driver.shows("settings-news-address")).isFalse();
            assertThat(driver.complaints()).isEmpty();
            driver.picture("managed-fi");
            scrollDown(driver);
            driver.picture("managed-fi-below");
            UiDriver.doOnScreen(() -> texts.language().set(Language.SV));
            driver.picture("managed-sv-below");
            assertThat(driver.words()).contains("Bestämt av it");
        }
    }

    private static boolean isDisabled(UiDriver driver, String name) {
        return UiDriver.onScreen(() -> {
            Node node = driver.await(name);
            return node.isDisabled();
        });
    }

    @Test
    void aWrongFileIsToldWithItsLineAndKeyInTheDarkAtDoubleSizeToo() throws IOException {
        managed("{\n  \"lock-after\": \"viisi\",\n  \"palvelin\": \"x\",\n  \"guard\"\n}");
        UiDriver.startToolkit();
        try (UiDriver driver = open(networkModel(), about())) {
            String file = folder.resolve("settings.json").toString();
            assertThat(driver.words())
                    .contains(file + ", rivi 2: avaimen lock-after arvo ei kelpaa")
                    .contains(file + ", rivi 3: tuntematon avain palvelin")
                    .anyMatch(each -> each.startsWith(file + ", rivi") && each.contains("JSON"))
                    .contains("Lukitus viimeistään: 1 min")
                    .contains("Tietojen suojaus: tunnuslause");
            assertThat(ManagedSection.faults(settings, texts))
                    .contains("rivi 2")
                    .contains("rivi 3");
            scrollDown(driver);
            driver.picture("managed-wrong-fi");
            wear(Look.DARK, new TextSize(200));
            UiDriver.doOnScreen(() -> texts.language().set(Language.SV));
            scrollDown(driver);
            assertThat(driver.complaints()).isEmpty();
            driver.picture("managed-wrong-sv-dark-200");
            UiDriver.doOnScreen(() -> ((ScrollPane) driver.await("settings")).setVvalue(0.62));
            driver.picture("managed-wrong-sv-dark-200-network");
        }
    }

    @Test
    void whoInstallsHerselfIsToldWhereAndNothingIsToldOfAVersionThatIsNotNewer() {
        var about = new AboutViewModel(settings.updates(), background);
        assertThat(about.news(texts).getValue()).isEmpty();
        about.told(new ProgramNotice("0.0.1", null, null));
        assertThat(about.news(texts).getValue()).isEmpty();

        about.told(NEWER);

        assertThat(about.news(texts).getValue()).isEqualTo("Uusi versio 99.1 on saatavilla");
        assertThat(about.address().getValue()).isEqualTo("https://vastine.esimerkki.example/99.1");
        assertThat(about.newsInFull(texts).getValue())
                .contains("kun sinulle sopii")
                .contains("vasta versiosta 99.0 alkaen");
    }

    @Test
    void whereNothingIsDecidedAProxyIsChosenHeldAtOnceAndAtTheNextStart() {
        NetworkViewModel model = networkModel();
        model.choose(NetworkViewModel.Way.PROXY);
        model.address().set("proxy.esimerkki.example");
        model.use();
        assertThat(model.saidKey().get()).isEqualTo("network.no-proxy");
        assertThat(network.choice()).isEqualTo(ProxyChoice.SYSTEM);

        model.address().set("proxy.esimerkki.example:8080");
        model.use();

        assertThat(network.choice()).hasToString("proxy.esimerkki.example:8080");
        assertThat(ManagedSettings.NONE.with(new OwnSettings(folder).read()).proxy())
                .isEqualTo(network.choice());
    }

    @Test
    void theSignInForAProxyIsInTheKeyStoreAndInNoFileOfTheProgram() throws IOException {
        NetworkViewModel model = networkModel();
        model.user().set("koskela");
        model.password().set("talon salasana");
        model.signIn();
        assertThat(model.saidKey().get()).isEqualTo("network.nobody-asks");
        model.choose(NetworkViewModel.Way.PROXY);
        model.address().set("proxy.esimerkki.example:8080");
        model.use();

        model.signIn();

        assertThat(model.saidKey().get()).isEqualTo("network.signed-in");
        assertThat(model.password().get()).isEmpty();
        assertThat(store().find(NetworkViewModel.SIGN_IN))
                .hasValueSatisfying(kept -> assertThat(kept).contains("talon salasana"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).filter(each -> !each.startsWith(folder.resolve("store"))))
                    .allSatisfy(each -> assertThat(Files.readString(each)).doesNotContain("talon"));
        }
    }

    @Test
    void aScriptThatIsNotHeardIsToldWhereItIsChosen() throws IOException {
        NetworkViewModel model = networkModel();
        model.choose(NetworkViewModel.Way.SCRIPT);
        model.address()
                .set(Files.writeString(folder.resolve("x.pac"), "{").toUri().toString());
        model.use();

        network.route(URI.create("https://vastine.esimerkki.example"));

        assertThat(model.trouble().get()).isEqualTo(ProxyTrouble.SCRIPT_BROKEN);
        try (UiDriver driver = open(model, about())) {
            assertThat(driver.text("settings-network-trouble"))
                    .contains("V-142")
                    .contains("suoraan");
            scrollDown(driver);
            driver.picture("network-script");
        }
    }

    @Test
    void aFileThatIsOpenedSetsNothingBeforeSheSaysSoAndNeverWhatGuardsHer() throws IOException {
        managed("{\"proxy\": \"none\"}");
        Path file = Files.writeString(folder.resolve("kotikoneelle.vastine-settings"), """
                {"server": "vastine.esimerkki.example", "proxy": "proxy.esimerkki.example:8080", "guard": "key-store"}
                """);
        var taken = new java.util.ArrayList<Setting>();
        var text = SettingsText.of(
                Files.readAllBytes(file), new Origin(Origin.Kind.OWN, file.toString()), Optional.of(folder));
        var offer = new OfferViewModel(text, settings, new OwnSettings(folder), network, background, taken::addAll);
        UiDriver.startToolkit();
        try (UiDriver driver = UiDriver.open(() -> new StackPane(new OfferView(offer, texts, () -> {})))) {
            assertThat(driver.words())
                    .contains("vastine.esimerkki.example")
                    .contains("Organisaatiosi on jo määrännyt tämän, joten tiedosto ei muuta sitä.")
                    .contains("Tiedostossa on muutakin, mitä siitä ei voi ottaa käyttöön.");
            assertThat(driver.complaints()).isEmpty();
            driver.picture("offer-fi");
            assertThat(new OwnSettings(folder).read()).isEmpty();

            driver.click("offer-accept");

            assertThat(taken).extracting(Setting::key).containsExactly(Key.SERVER);
            assertThat(new OwnSettings(folder).read())
                    .extracting(Setting::value)
                    .containsExactly("vastine.esimerkki.example");
            wear(Look.DARK, new TextSize(200));
            UiDriver.doOnScreen(() -> texts.language().set(Language.SV));
            assertThat(driver.complaints()).isEmpty();
            driver.picture("offer-sv-dark-200");
        }
    }

    @Test
    void theDiagnosisGoesToTheClipboard() {
        AboutViewModel about = about();
        var copied = new StringBuilder();

        about.diagnose(() -> "selvitys", copied::append);

        assertThat(copied).hasToString("selvitys");
        assertThat(about.saidKey().get()).isEqualTo("about.copied");
    }
}
