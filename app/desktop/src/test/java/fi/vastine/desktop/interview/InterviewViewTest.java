package fi.vastine.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.core.session.MemoryEntries;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.control.Drawing;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.CollectorsWindow;
import fi.vastine.desktop.ui.UiDriver;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A summer worker at the bedside, by the keys and the words on the screen. */
class InterviewViewTest {
    private final MemoryEntries kept = new MemoryEntries(Lehtola.BERTIL, Lehtola.CLOCK);
    private final SameThreadBackground background = new SameThreadBackground();
    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Lehtola.CLOCK);
    private Theme theme;
    private InterviewViewModel model;
    private EnteredViewModel entered;
    private UiDriver driver;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        dress(Look.LIGHT, TextSize.BASE);
        var notices = new Notices(texts, background);
        model = UiDriver.onScreen(() -> {
            var interviews = kept.startInterviews();
            var started = new InterviewViewModel(
                    interviews,
                    kept.campaigns(interviews),
                    Lehtola.BERTIL,
                    background,
                    notices,
                    Optional::empty,
                    texts,
                    times);
            started.accept(CollectorsWindow.book(Forms.shipped()));
            return started;
        });
        entered = UiDriver.onScreen(() -> CollectorsWindow.entered(kept, texts, times));
        driver = CollectorsWindow.open(
                texts,
                times,
                notices,
                () -> CollectorsWindow.place(
                        "interview", new InterviewView(model, entered, texts, times).node(), List::of));
    }

    @AfterEach
    void close() {
        dress(Look.LIGHT, TextSize.BASE);
        driver.close();
    }

    @Test
    void nineQuestionsAreAskedByTheKeysAloneAndTheNextCustomerIsOneKeyAway() {
        begin("national");
        driver.press(KeyCode.DIGIT5).press(KeyCode.DIGIT0).press(KeyCode.RIGHT);
        driver.press(KeyCode.LEFT).press(KeyCode.DIGIT4);
        UiDriver.doOnScreen(model::stopHere);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        Command.EnterFeedback entry = kept.entered().getFirst();
        assertThat(entry.channel()).isEqualTo(Channel.SUPPORTED);
        assertThat(entry.unit()).isEqualTo(Lehtola.WARD);
        assertThat(entry.answers().statements())
                .containsExactly(new StatementAnswer(1, 5), new StatementAnswer(2, null), new StatementAnswer(3, 4));
        assertThat(driver.shows("interview-assent")).isTrue();
        assertThat(driver.text("interview-why")).contains("kuka vastaa");
        assertThat(driver.text("interview-counts")).startsWith("Tänään 1 vastaaja");
    }

    @Test
    void aTenIsAOneAndAZeroAndNothingIsChosenBeforehand() {
        begin("national");
        for (int each = 0; each < 7; each++) {
            driver.press(KeyCode.RIGHT);
        }
        driver.press(KeyCode.DIGIT1).press(KeyCode.DIGIT0);
        UiDriver.doOnScreen(model::stopHere);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(kept.entered().getFirst().answers().recommendation()).isEqualTo(10);
        assertThat(kept.entered().getFirst().answers().statements()).isEmpty();
    }

    @Test
    void childrenAnswerByThreeFacesWhichAreAnotherScale() {
        begin("child");
        driver.press(KeyCode.RIGHT).press(KeyCode.DIGIT3);
        UiDriver.doOnScreen(model::stopHere);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(kept.entered().getFirst().answers().items())
                .singleElement()
                .satisfies(each -> assertThat(each.given()).isEqualTo(new Given.ThreeFaces(3)));
        assertThat(kept.entered().getFirst().answers().statements()).isEmpty();
    }

    @Test
    void whoTakesTheConsentBackLeavesNothingBehind() {
        begin("national");
        driver.press(KeyCode.DIGIT1);

        driver.click("interview-take-away").click("interview-take-away-yes");

        driver.waitForText("Vastaukset on poistettu.");
        assertThat(kept.entered()).isEmpty();
        assertThat(driver.shows("interview-assent")).isTrue();
    }

    @Test
    void turnedToTheCustomerNothingElseIsInReachAndOnlyTheCollectorTakesItBack() {
        begin("national");
        driver.press(KeyCode.F11);

        assertThat(driver.shows("interview-customer")).isTrue();
        assertThat(driver.shows("shell")).isFalse();
        assertThat(driver.shows("interview-park")).isFalse();
        assertThat(driver.shows("interview-take-away")).isFalse();
        assertThat(UiDriver.onScreen(driver.stage()::isFullScreen)).isTrue();
        driver.press(KeyCode.ESCAPE).press(KeyCode.F11).press(KeyCode.CONTROL, KeyCode.K);
        driver.press(KeyCode.CONTROL, KeyCode.L);
        driver.click("interview-take-back");
        assertThat(driver.shows("interview-customer")).isTrue();
        driver.press(KeyCode.DIGIT3).click("interview-stop-here");
        assertThat(driver.text("interview-give-back")).startsWith("Kiitos");

        driver.press(KeyCode.CONTROL, KeyCode.F11);

        assertThat(driver.shows("shell")).isTrue();
        assertThat(UiDriver.onScreen(driver.stage()::isFullScreen)).isFalse();
        assertThat(driver.text("interview-answered")).isEqualTo("Vastauksia 1, kysymyksiä 9.");
    }

    @Test
    void theLockHeldLongEnoughGivesTheScreenBackToTheCollector() {
        begin("national");
        driver.click("interview-turn");
        Node lock = driver.await("interview-take-back");

        UiDriver.doOnScreen(() -> Event.fireEvent(lock, mouse(MouseEvent.MOUSE_PRESSED)));
        UiDriver.doOnScreen(() -> background.pass(CustomerScreen.HOLD));

        assertThat(driver.shows("shell")).isTrue();
        assertThat(driver.text("interview-words")).isEqualTo("Sain apua, kun sitä tarvitsin.");
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    @Test
    void aLaptopThatIsLockedWhileTurnedShowsItsOwnContentAgain() {
        begin("national");
        driver.press(KeyCode.F11);

        UiDriver.doOnScreen(model::leave);

        assertThat(driver.shows("shell")).isTrue();
    }

    @Test
    void whoGoesAwayAtTheEndLeavesNoAnswersBehind() {
        begin("national");
        driver.press(KeyCode.DIGIT2).click("interview-stop-here");

        UiDriver.doOnScreen(model::leave);

        assertThat(kept.entered()).hasSize(1);
    }

    @Test
    void theSecondTapOfTwoIsNoAnswerToTheQuestionThatFollows() {
        begin("national");

        Node first = driver.await("answer-2");
        driver.doubleClick(first);

        assertThat(driver.text("interview-words")).isNotEqualTo("Sain apua, kun sitä tarvitsin.");
        driver.click("interview-stop-here");
        assertThat(driver.text("interview-answered")).startsWith("Vastauksia 1,");
    }

    @Test
    void undoGivesTheCustomersAnswersBackToBeMended() {
        begin("national");
        driver.press(KeyCode.DIGIT2).click("interview-stop-here").press(KeyCode.CONTROL, KeyCode.ENTER);

        driver.activate("undo");

        assertThat(driver.text("interview-answered")).isEqualTo("Vastauksia 1, kysymyksiä 9.");
        assertThat(kept.entered()).isEmpty();
    }

    @Test
    void aOneThatMightBecomeATenIsAOneForWhoeverStopsThere() {
        begin("national");
        for (int each = 0; each < 7; each++) {
            driver.press(KeyCode.RIGHT);
        }
        driver.press(KeyCode.DIGIT1).click("interview-stop-here").press(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(kept.entered().getFirst().answers().recommendation()).isEqualTo(1);
    }

    @Test
    void wordsThatAreTooLongAreSaidToBeAndNothingOfThemIsLost() {
        begin("plain");
        driver.press(KeyCode.RIGHT);
        for (int each = 0; each < 4; each++) {
            driver.press(KeyCode.DIGIT3);
        }
        TextArea words = (TextArea) driver.await("answer-words");
        UiDriver.doOnScreen(() -> words.setText("a".repeat(1_999)));
        UiDriver.doOnScreen(() -> words.appendText("bb"));

        driver.waitForText("Teksti on liian pitkä.");
        UiDriver.doOnScreen(model::stopHere);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(kept.entered().getFirst().answers().words()).containsExactly("a".repeat(1_999));
    }

    @Test
    void keysThatAreQuickerThanTheDiskAnswerTheQuestionsThatFollow() {
        begin("national");
        background.hold(Lane.WRITE);
        driver.press(KeyCode.DIGIT5).press(KeyCode.DIGIT4).press(KeyCode.RIGHT).press(KeyCode.DIGIT2);
        UiDriver.doOnScreen(() -> background.release());
        driver.waitForText("Kysymys 5 / 9");

        driver.click("interview-stop-here").press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(kept.entered().getFirst().answers().statements())
                .containsExactly(new StatementAnswer(1, 5), new StatementAnswer(2, 4), new StatementAnswer(4, 2));
    }

    @Test
    void aClickThatIsQuickerThanTheDiskIsNotLost() {
        begin("national");
        background.hold(Lane.WRITE);
        driver.press(KeyCode.DIGIT2).click("interview-stop-here");
        UiDriver.doOnScreen(background::release);
        assertThat(driver.text("interview-answered")).isEqualTo("Vastauksia 1, kysymyksiä 9.");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        begin("national");
        background.hold(Lane.WRITE);
        driver.press(KeyCode.DIGIT2).click("interview-take-away").click("interview-take-away-yes");
        UiDriver.doOnScreen(background::release);
        driver.waitForText("Vastaukset on poistettu.");
        assertThat(kept.entered()).hasSize(1);
    }

    @Test
    void whoeverIsWithdrawnIsNoLongerAmongTheDaysTheMomentItIsDecided() {
        begin("national");
        driver.press(KeyCode.DIGIT5).click("interview-stop-here").press(KeyCode.CONTROL, KeyCode.ENTER);
        UiDriver.doOnScreen(() -> entered.accept(kept.startEnteredToday().lines()));
        kept.take();
        UiDriver.doOnScreen(() -> entered.accept(kept.startEnteredToday().lines()));
        assertThat(driver.text("interview-counts")).startsWith("Tänään 1 vastaaja");
        UiDriver.doOnScreen(() -> model.nextCustomer().answeredBy().set(Support.AnsweredBy.SELF));

        dress(Look.LIGHT, new TextSize(200));
        driver.activate("entered-withdraw-1");
        Node last = driver.await("entered-do");
        assertThat(UiDriver.onScreen(
                        () -> last.localToScene(last.getLayoutBounds()).getMaxY()))
                .as("the end of the question is in sight")
                .isLessThan(UiDriver.onScreen(() ->
                        driver.await("interview-counts").localToScene(0, 0).getY()));
        driver.activate("choose-wrong_unit").activate("entered-do");

        assertThat(driver.text("interview-counts")).startsWith("Tänään ei vielä vastaajia");
        assertThat(model.nextCustomer().answeredBy().get())
                .as("what was chosen for the next one")
                .isEqualTo(Support.AnsweredBy.SELF);
    }

    @Test
    void eachSymbolOfTheShippedFormsIsDrawn() {
        assertThat(Forms.shipped().stream().flatMap(Form::allItems).map(FormItem::image))
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .allMatch(Drawing::exists);
    }

    @Test
    void eachPageIsLegibleInEachDress() {
        for (Dress dress : List.of(
                new Dress("fi", Language.FI, Look.LIGHT, TextSize.BASE),
                new Dress("sv-dark", Language.SV, Look.DARK, TextSize.BASE),
                new Dress("fi-200", Language.FI, Look.LIGHT, new TextSize(200)))) {
            dress(dress.look(), dress.size());
            UiDriver.doOnScreen(() -> texts.language().set(dress.language()));
            driver.picture("interview-start-" + dress.name());
            for (String form : List.of("national", "plain", "child")) {
                begin(form, dress.language());
                UiDriver.doOnScreen(() -> {
                    while (model.asked() != null
                            && model.asked()
                                    .current()
                                    .filter(item -> item.asks())
                                    .isEmpty()) {
                        model.pass();
                    }
                });
                driver.picture("interview-" + form + "-" + dress.name());
                UiDriver.doOnScreen(() -> model.turned().set(true));
                driver.picture("interview-customer-" + form + "-" + dress.name());
                assertThat(driver.complaints()).isEmpty();
                UiDriver.doOnScreen(() -> model.turned().set(false));
                UiDriver.doOnScreen(() -> {
                    for (int each = 0; each < 7; each++) {
                        model.pass();
                    }
                });
                driver.picture("interview-" + form + "-later-" + dress.name());
                assertThat(driver.complaints()).isEmpty();
                UiDriver.doOnScreen(model::stopHere);
                driver.picture("interview-end-" + dress.name());
                UiDriver.doOnScreen(model::takeAway);
                UiDriver.doOnScreen(() -> background.pass(Duration.ofMinutes(1)));
            }
        }
        UiDriver.doOnScreen(() -> texts.language().set(Language.FI));
    }

    private record Dress(String name, Language language, Look look, TextSize size) {}

    private void dress(Look look, TextSize size) {
        UiDriver.doOnScreen(() -> theme.wear(look, size));
    }

    private void begin(String form) {
        begin(form, Language.FI);
    }

    private void begin(String form, Language language) {
        UiDriver.doOnScreen(() -> {
            Form wanted = model.nextCustomer().forms().stream()
                    .filter(each -> each.id().equals(form))
                    .findFirst()
                    .orElseThrow();
            model.nextCustomer().form().set(wanted);
            model.nextCustomer().language().set(language);
            model.nextCustomer().answeredBy().set(Support.AnsweredBy.SELF_WITH_SUPPORT);
            model.nextCustomer().helper().set(Support.HelperRole.SUMMER_WORKER);
            model.nextCustomer().assent().set(true);
        });
        UiDriver.doOnScreen(model::begin);
        driver.settle();
    }
}
