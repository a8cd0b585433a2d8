package fi.vastine.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.SyncState;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.syncfoot.SyncFootView;
import fi.vastine.desktop.syncfoot.SyncFootViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ShellViewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:42:00Z");

    private final Texts texts = new Texts(Language.FI);
    private final SameThreadBackground background = new SameThreadBackground();
    private final Notices notices = new Notices(texts, background);
    private final ShellViewModel shell = new ShellViewModel(texts, notices);
    private final SyncFootViewModel foot =
            new SyncFootViewModel(texts, new Times(texts, Clock.fixed(NOW, ZoneId.of("Europe/Helsinki"))));
    private final SimpleIntegerProperty waiting = new SimpleIntegerProperty(7);
    private final AtomicInteger opened = new AtomicInteger();
    private UiDriver driver;
    private Theme theme;

    @BeforeEach
    void openWindow() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        driver = UiDriver.open(() -> {
            shell.personName().set("Aino Koskela");
            shell.unitName().set("Osasto 2 Lehtola");
            foot.state().set(new SyncState(Connection.ONLINE, NOW, List.of(), null));
            shell.showPlaces(List.of(
                    place("inbox", Feather.INBOX, waiting, Place.Tone.WORK, this::inboxPanes),
                    place(
                            "attention",
                            Feather.ALERT_CIRCLE,
                            new SimpleIntegerProperty(2),
                            Place.Tone.ALARM,
                            ShellViewTest::attentionPane)));
            return new ShellView(shell, new SyncFootView(foot, texts), new Leaving(() -> {}, () -> {}, () -> {}));
        });
    }

    private Place place(
            String id, Feather icon, SimpleIntegerProperty count, Place.Tone tone, Supplier<Place.Panes> panes) {
        return new Place(
                id,
                "shell.close",
                icon,
                count,
                tone,
                panes,
                () -> List.of(Shortcut.single(KeyCode.J, "shell.close", opened::incrementAndGet)));
    }

    private Place.Panes inboxPanes() {
        ListView<String> list = new ListView<>();
        list.getItems().setAll("Yksi", "Kaksi");
        list.setId("inbox-list");
        list.setAccessibleText("Lista");
        TextField note = new TextField();
        note.setId("inbox-note");
        note.setAccessibleText("Muistiinpano");
        return new Place.Panes.ListAndDetail(
                new Place.Side(list, list::requestFocus),
                new Place.Side(note, note::requestFocus),
                new SimpleObjectProperty<>(Front.LIST));
    }

    private static Place.Panes attentionPane() {
        Label pane = new Label("Toinen");
        pane.setId("attention-pane");
        return new Place.Panes.Whole(pane);
    }

    @AfterEach
    void closeWindow() {
        UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, TextSize.BASE));
        driver.close();
    }

    @Test
    void railOpensAPlaceAndBuildsItOnlyThen() {
        assertThat(driver.shows("attention-pane")).isFalse();

        driver.click("rail-attention");

        assertThat(driver.text("attention-pane")).isEqualTo("Toinen");
    }

    @Test
    void pressingTheOpenPlaceAgainKeepsItOpen() {
        driver.click("rail-inbox").click("rail-inbox");

        assertThat(UiDriver.onScreen(() -> ((ToggleButton) driver.await("rail-inbox")).isSelected()))
                .isTrue();
    }

    @Test
    void singleLetterActsInAListButNeverWhileATextIsWritten() {
        driver.click("inbox-list").press(KeyCode.J);
        driver.click("inbox-note").press(KeyCode.J).click("search").press(KeyCode.J);

        assertThat(opened).hasValue(1);
        assertThat(driver.text("inbox-note")).isEqualTo("j");
        assertThat(shell.search().get()).isEqualTo("j");
    }

    @Test
    void singleLettersCanBeSwitchedOff() {
        UiDriver.doOnScreen(() -> shell.singleLetters().set(SingleLetters.OFF));

        driver.click("inbox-list").press(KeyCode.J);

        assertThat(opened).hasValue(0);
    }

    @Test
    void controlKFindsTheSearchFieldAlsoFromAnotherField() {
        driver.click("inbox-note").press(KeyCode.CONTROL, KeyCode.K).type("yöhoitaja älä öljy åäö");

        assertThat(shell.search().get()).isEqualTo("yöhoitaja älä öljy åäö");
    }

    @Test
    void questionMarkShowsAllKeysAndEscapePutsThemAway() {
        driver.click("inbox-list").typeSign("?");
        assertThat(driver.words()).contains("Näppäimet", "Hae", "Kumoa viimeisin");
        assertThat(driver.complaints()).isEmpty();
        driver.picture("shell-keys");

        driver.press(KeyCode.ESCAPE);

        assertThat(driver.shows("keys")).isFalse();
    }

    @Test
    void whatWasDoneCanBeTakenBackWhileTheSecondsRun() {
        AtomicInteger takenBack = new AtomicInteger();
        UiDriver.doOnScreen(
                () -> notices.sayWithUndo(Duration.ofSeconds(10), takenBack::incrementAndGet, "shell.letters-off"));
        UiDriver.doOnScreen(() -> background.pass(Duration.ofSeconds(3)));
        assertThat(driver.text("undo")).isEqualTo("Kumoa (7 s)");

        driver.click("undo");

        assertThat(takenBack).hasValue(1);
        assertThat(driver.shows("undo")).isFalse();
    }

    @Test
    void noticeGoesAwayByItselfAndThenNothingIsTakenBack() {
        AtomicInteger takenBack = new AtomicInteger();
        UiDriver.doOnScreen(
                () -> notices.sayWithUndo(Duration.ofSeconds(10), takenBack::incrementAndGet, "shell.letters-off"));
        UiDriver.doOnScreen(() -> background.pass(Duration.ofSeconds(10)));

        driver.click("inbox-list").press(KeyCode.Z);

        assertThat(takenBack).hasValue(0);
        assertThat(driver.words()).contains("Ei ole mitään kumottavaa.");
    }

    @Test
    void troubleStaysInSightOnceUntilItIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        UiDriver.doOnScreen(() -> {
            shell.show(Trouble.of("shell.letters-off", Trouble.Remedy.tryAgain(tries::incrementAndGet)));
            shell.show(Trouble.of("shell.letters-off", Trouble.Remedy.tryAgain(tries::incrementAndGet)));
        });
        assertThat(driver.words()).contains("Kirjaimet on poistettu käytöstä asetuksissa.");

        driver.click("remedy");

        assertThat(tries).hasValue(1);
        assertThat(driver.shows("remedy")).isFalse();
    }

    @Test
    void everyControlHasANameAndNoTextIsCutInAnyLanguage() {
        for (Language language : Language.values()) {
            UiDriver.doOnScreen(() -> texts.language().set(language));
            assertThat(driver.complaints()).as(language.name()).isEmpty();
        }
    }

    @Test
    void textOfDoubleSizeFindsRoomBecauseTheRailKeepsOnlyItsIcons() {
        driver.picture("shell-light");
        UiDriver.doOnScreen(() -> theme.wear(Look.DARK, new TextSize(200)));

        assertThat(driver.complaintsInPicture("shell-dark-200")).isEmpty();
        assertThat(UiDriver.onScreen(() -> driver.await("rail").prefWidth(-1))).isLessThan(200);
    }

    @Test
    void promptOfTheSearchIsReadInFullAtDoubleSizeInANarrowWindow() {
        UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, new TextSize(200)));
        driver.pictureOfWindow("shell-narrow-200");
        assertThat(driver.complaints()).isEmpty();

        // With less room still, it is the keys' name that gives way.
        UiDriver.doOnScreen(() -> shell.unitName().set("Perusterveydenhuolto"));
        driver.pictureOfWindow("shell-narrow-200-long");
        assertThat(driver.complaints()).isEmpty();
        assertThat(driver.words()).doesNotContain("Ctrl K");
    }

    @Test
    void everythingIsReachedWithTheTabKey() {
        driver.click("search");
        Set<String> reached = new HashSet<>();
        for (int step = 0; step < 12; step++) {
            driver.press(KeyCode.TAB);
            reached.add(UiDriver.onScreen(
                    () -> driver.stage().getScene().getFocusOwner().getId()));
        }

        assertThat(reached)
                .contains(
                        "search",
                        "person-menu",
                        "inbox-list",
                        "inbox-note",
                        "rail-inbox",
                        "rail-attention",
                        "sync-foot");
    }
}
