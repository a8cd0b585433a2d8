package fi.vastine.desktop.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.reference.Role;
import fi.vastine.desktop.casefile.CaseAction;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The quality team withdraws what a collector entered, long after her laptop has forgotten it. */
class WithdrawalPanelTest {
    private Theme theme;
    private Workbench bench;
    private FeedbackCase entered;
    private UiDriver driver;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        wear(Look.LIGHT, 100);
        bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
        entered = enteredFor(bench.lehtola.thanks);
        bench.lehtola.casework.put(entered);
        driver = UiDriver.open(bench::node);
    }

    @AfterEach
    void close() {
        wear(Look.LIGHT, 100);
        driver.close();
    }

    @Test
    void itIsOfferedToTheQualityTeamAloneAndOnlyForWhatSomebodyEntered() {
        show(entered);
        assertThat(isOffered()).as("to who answers for the unit").isFalse();

        bench.lehtola.casework.roles = List.of(Role.QUALITY);
        show(bench.lehtola.queue);
        assertThat(isOffered()).as("for what the customer sent herself").isFalse();
        show(entered);
        assertThat(isOffered()).isTrue();
    }

    @Test
    void aReasonIsAskedForAndTheCaseLeavesTheList() {
        ask();
        assertThat(driver.words()).contains("Peru kirjaus", "Älä peru").doesNotContain("Peruuta");
        driver.activate("case-withdraw-do");
        driver.waitForText("Valitse ensin syy.");
        assertThat(bench.lehtola.casework.submitted).isEmpty();

        driver.activate("choose-wrong_unit").activate("case-withdraw-do");

        assertThat(bench.lehtola.casework.submitted)
                .containsExactly(new Command.WithdrawEntry(WithdrawalReason.WRONG_UNIT));
        assertThat(driver.shows("case-withdraw-do")).isFalse();
    }

    @Test
    void itIsLegibleInEachDress() {
        ask();
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            for (int size : List.of(100, 200)) {
                for (Language language : Language.values()) {
                    wear(look, size);
                    UiDriver.doOnScreen(() -> bench.texts.language().set(language));
                    UiDriver.doOnScreen(() -> bench.casefile.act(CaseAction.NOTE));
                    UiDriver.doOnScreen(() -> bench.casefile.act(CaseAction.WITHDRAW));
                    Node button = driver.await("case-withdraw-do");
                    driver.waitUntil("the question to come into sight", () -> isInSight(button));
                    assertThat(driver.complaintsInPicture("withdraw-%s-%s-%d".formatted(language, look, size)))
                            .isEmpty();
                    if (language != Language.EN) {
                        assertThat(driver.words()).noneMatch(word -> word.startsWith("This week"));
                    }
                }
            }
        }
    }

    private static boolean isInSight(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        return place.getMinY() >= 0 && place.getMaxY() <= node.getScene().getHeight();
    }

    private void ask() {
        bench.lehtola.casework.roles = List.of(Role.QUALITY);
        show(entered);
        UiDriver.doOnScreen(() -> bench.casefile.act(CaseAction.WITHDRAW));
    }

    private void show(FeedbackCase one) {
        UiDriver.doOnScreen(() -> {
            bench.refresh();
            bench.inbox.choose(one.id());
        });
        driver.settle();
    }

    private boolean isOffered() {
        MenuButton more = (MenuButton) driver.await("case-more");
        return UiDriver.onScreen(() -> more.getItems().stream()
                .filter(each -> "case-withdraw".equals(each.getId()))
                .anyMatch(MenuItem::isVisible));
    }

    private static FeedbackCase enteredFor(FeedbackCase one) {
        Origin origin = one.origin();
        return new FeedbackCase(
                one.id(),
                one.changeNo(),
                one.unit(),
                new Origin(origin.channel(), origin.language(), origin.receivedAt(), origin.answers(), Lehtola.BERTIL),
                one.kind(),
                one.status(),
                one.assignee(),
                one.messages(),
                one.replyWish(),
                one.promise(),
                one.themes(),
                one.signals(),
                one.notes(),
                one.drafts(),
                one.replies(),
                one.handover(),
                one.thanked(),
                one.history());
    }

    private void wear(Look look, int percent) {
        UiDriver.doOnScreen(() -> theme.wear(look, new TextSize(percent)));
    }
}
