package fi.vastine.desktop.entry;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.core.session.Connection;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.shell.Leaving;
import fi.vastine.desktop.shell.Place;
import fi.vastine.desktop.shell.ShellView;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.Shortcut;
import fi.vastine.desktop.syncfoot.SyncFootView;
import fi.vastine.desktop.syncfoot.SyncFootViewModel;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class EntryViewTest {
    private EntryBench bench;
    private SyncFootViewModel foot;
    private Theme theme;
    private UiDriver driver;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, TextSize.BASE));
        bench = UiDriver.onScreen(() -> new EntryBench(Language.FI));
        foot = UiDriver.onScreen(() -> new SyncFootViewModel(bench.texts, bench.times));
        driver = UiDriver.open(() -> {
            ShellViewModel shell = new ShellViewModel(bench.texts, bench.notices);
            EntryView view = new EntryView(bench.model, bench.entered, bench.texts, bench.times);
            shell.anywhere()
                    .setAll(new Shortcut(
                            new KeyCodeCombination(KeyCode.U, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                            "entry.take-down-said",
                            view::takeDownSaid));
            shell.personName().set("Elias Kotavuori");
            shell.showPlaces(List.of(new Place(
                    "entry",
                    "entry.title",
                    Feather.EDIT_3,
                    new SimpleIntegerProperty(),
                    Place.Tone.WORK,
                    () -> new Place.Panes.Whole(view.node()),
                    view::shortcuts)));
            return new ShellView(shell, new SyncFootView(foot, bench.texts), new Leaving(() -> {}, () -> {}, () -> {}));
        });
    }

    @AfterEach
    void close() {
        UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, TextSize.BASE));
        driver.close();
    }

    @Test
    void whatWasSaidIsKeptByItsWordsAndTwoKeys() {
        driver.type("suun").press(KeyCode.ENTER);
        UiDriver.doOnScreen(() -> bench.model.channel().set(Channel.PAPER));

        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
        driver.type("Ruoka oli hyvää");
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        Command.EnterFeedback entry = bench.kept.entered().getFirst();
        assertThat(entry.channel()).isEqualTo(Channel.ORAL);
        assertThat(entry.kind()).isEqualTo(FeedbackKind.THANKS);
        assertThat(entry.text()).isEqualTo("Ruoka oli hyvää");
    }

    @Test
    void aPaperHalfWrittenStaysAPaperWhenSomethingIsToBeTakenDown() {
        driver.type("suun").press(KeyCode.ENTER);
        UiDriver.doOnScreen(() -> bench.model.channel().set(Channel.PAPER));
        driver.click("entry-text").type("Ruoka");

        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);

        assertThat(bench.model.channel().get()).isEqualTo(Channel.PAPER);
    }

    @Test
    void theFormIsFilledInAndKeptByTheKeyboardAlone() {
        driver.type("suun").press(KeyCode.ENTER);
        driver.press(KeyCode.SPACE).press(KeyCode.RIGHT);
        driver.press(KeyCode.TAB).type("Odotin kauan");
        driver.press(KeyCode.TAB).press(KeyCode.RIGHT).press(KeyCode.RIGHT);
        driver.press(KeyCode.TAB).type("0400000012");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        driver.waitForText("Tallessa.");
        Command.EnterFeedback entry = bench.kept.entered().getFirst();
        assertThat(entry.unit()).isEqualTo(Lehtola.CLINIC);
        assertThat(entry.kind()).isEqualTo(FeedbackKind.CRITICISM);
        assertThat(entry.text()).isEqualTo("Odotin kauan");
        assertThat(entry.replyWish()).isEqualTo(new ReplyWish(Way.PHONE, "0400000012", null));
        assertThat(driver.text("entry-text")).isEmpty();
        assertThat(driver.text("entry-counts")).startsWith("Tänään kirjattu 1");

        driver.press(KeyCode.SPACE).press(KeyCode.TAB).type("Ja kiitos");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(bench.kept.entered()).hasSize(2);
        assertThat(bench.kept.entered().getLast().unit()).isEqualTo(Lehtola.CLINIC);
        assertThat(bench.kept.entered().getLast().kind()).isEqualTo(FeedbackKind.THANKS);
    }

    @Test
    void whatIsWantingIsSaidAndTheFocusGoesThere() {
        driver.type("suun").press(KeyCode.ENTER);
        driver.press(KeyCode.SPACE);

        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(driver.text("entry-why")).isEqualTo("Kirjoita, mitä asiakas sanoi.");
        assertThat(focus()).isEqualTo("entry-text");
        driver.type("Kiitos");
        assertThat(driver.text("entry-why")).isEmpty();
    }

    @Test
    void anEntryIsTakenBackWithTheUndoOfEverywhere() {
        enter("Väärä nimi");

        driver.press(KeyCode.Z);

        driver.waitForText("Kirjaus on taas lomakkeella.");
        assertThat(driver.text("entry-text")).isEqualTo("Väärä nimi");
        assertThat(bench.kept.entered()).isEmpty();
    }

    @Test
    void anEntryThatWaitsIsCorrectedFromTheList() {
        enter("Yöllä oli kylmä");
        tell(Connection.OFFLINE);

        driver.activate("Korjaa kirjausta: klo 8.44 · Kiitos · Suun terveydenhuolto");

        driver.waitForText("Kirjaus on taas lomakkeella.");
        assertThat(driver.text("entry-text")).isEqualTo("Yöllä oli kylmä");
    }

    @Test
    void theFormIsLegibleInEachDress() {
        driver.press(KeyCode.DOWN);
        complain("entry-first");
        enter("Hoitaja istui vieressä kun pelotti.");
        driver.press(KeyCode.SPACE).press(KeyCode.TAB).type("Ruoka maistui");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        tell(Connection.OFFLINE);
        complain("entry-offline");

        UiDriver.doOnScreen(() -> {
            theme.wear(Look.DARK, TextSize.BASE);
            bench.texts.language().set(Language.SV);
            bench.model.text().set("Min personbeteckning är 010190-999W. Jag väntade länge på ett svar.");
            bench.model.kind().set(FeedbackKind.CRITICISM);
            bench.model.way().set(Way.MAIL);
            bench.model.address().set("maja");
        });
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        complain("entry-dark-sv");

        UiDriver.doOnScreen(() -> {
            theme.wear(Look.LIGHT, new TextSize(200));
            bench.texts.language().set(Language.EN);
        });
        complain("entry-200-en");
        UiDriver.doOnScreen(() -> bench.texts.language().set(Language.FI));
        complain("entry-200-fi");
    }

    @Test
    void theFormFitsANarrowWindowAtTwiceTheSize() {
        UiDriver.doOnScreen(() -> {
            theme.wear(Look.LIGHT, new TextSize(200));
            bench.model.way().set(Way.MAIL);
        });
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(driver.text("entry-why")).isEqualTo("Valitse yksikkö.");
        driver.pictureOfWindow("entry-narrow-200");
        assertThat(driver.complaints()).isEmpty();
        enter("Kiitos");
        assertThat(driver.text("entry-why"))
                .as("the next thing wanted is elsewhere")
                .isEmpty();
        driver.pictureOfWindow("entry-narrow-200-kept");
        assertThat(driver.complaints()).isEmpty();
    }

    @Test
    void theUnitsGoByTheirNamesInTheLanguageChosenMeanwhile() {
        driver.type("osasto").press(KeyCode.DOWN);
        assertThat(driver.words()).contains("Osasto 2 Lehtola");

        UiDriver.doOnScreen(() -> bench.texts.language().set(Language.SV));
        driver.waitUntil("no old name to be left", () -> !driver.words().contains("Osasto 2 Lehtola"));
        driver.press(KeyCode.CONTROL, KeyCode.A).type("avdelning").press(KeyCode.DOWN);
        driver.waitForText("Avdelning 2 Lehtola");
    }

    @Test
    void onlyTheLatestEntryIsOfferedToBeUndone() {
        enter("Ensimmäinen");
        enter("Toinen");

        assertThat(driver.words().stream().filter("Tallessa."::equals)).hasSize(1);
        assertThat(notices()).isEqualTo(1);
        driver.press(KeyCode.Z);
        assertThat(driver.text("entry-text")).isEqualTo("Toinen");
        assertThat(bench.kept.entered()).hasSize(1);
    }

    private int notices() {
        return UiDriver.onScreen(
                () -> driver.stage().getScene().getRoot().lookupAll(".notice").size());
    }

    private void enter(String text) {
        UiDriver.doOnScreen(() -> {
            bench.model.unit().set(Lehtola.CLINIC);
            bench.model.kind().set(FeedbackKind.THANKS);
            bench.model.text().set(text);
            bench.model.enter();
        });
    }

    private void tell(Connection connection) {
        UiDriver.doOnScreen(() -> {
            var state = bench.kept.waiting(connection);
            foot.state().set(state);
            bench.model.accept(state);
        });
    }

    private void complain(String picture) {
        assertThat(driver.complaintsInPicture(picture)).isEmpty();
    }

    private String focus() {
        return UiDriver.onScreen(() -> {
            Node owner = driver.stage().getScene().getFocusOwner();
            return Objects.requireNonNullElse(owner.getId(), "");
        });
    }
}
