package fi.vastine.desktop.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.session.Progress;
import fi.vastine.desktop.casefile.CaseAction;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each feature alone, as it looks in every language, in both colours and twice as large. */
class FeaturePicturesTest {
    private Theme theme;
    private Workbench bench;
    private @Nullable UiDriver opened;

    @BeforeEach
    void begin() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
    }

    @AfterEach
    void end() {
        wear(Look.LIGHT, 100);
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void listAndCaseAreLegibleInEachDress() {
        UiDriver ui = openCase(bench.lehtola.queue.id());
        assertLegible("case-light", ui);

        UiDriver.doOnScreen(() -> {
            wear(Look.DARK, 100, Language.SV);
            bench.casefile.act(CaseAction.MOVE);
        });
        assertLegible("case-move-dark-sv", ui);

        wear(Look.LIGHT, 200, Language.EN);
        assertLegibleInFull("case-move-200-en", ui);
    }

    @Test
    void theQuestionWhyACodeIsShownIsLegibleInEachDress() {
        UiDriver ui = openCase(bench.lehtola.queue.id());
        ui.click("case-codes");
        assertLegible("codes-light", ui);
        assertThat(UiDriver.onScreen(() -> ui.stage().getScene().getFocusOwner().getId()))
                .isEqualTo("case-codes-who-it-is");
        ui.press(KeyCode.ESCAPE);
        assertThat(ui.shows("case-codes-why")).isFalse();

        wear(Look.DARK, 200, Language.SV);
        ui.activate("case-codes");
        assertLegibleInFull("codes-dark-200-sv", ui);

        wear(Look.LIGHT, 100, Language.EN);
        ui.activate("case-codes-customer-asked");
        assertLegible("codes-shown-en", ui);
        assertThat(bench.lehtola.casework.reads).extracting(Reads.Read::why).contains(Reads.Why.CUSTOMER_ASKED);
    }

    @Test
    void theEditorIsLegibleInEachDress() {
        UiDriver ui = openReply(bench.lehtola.queue.id());
        assertLegible("reply-light", ui);

        wear(Look.DARK, 200, Language.SV);
        assertLegibleInFull("reply-dark-200-sv", ui);

        UiDriver.doOnScreen(() -> {
            wear(Look.LIGHT, 100);
            reply(bench.lehtola.pillow.id());
        });
        assertLegible("reply-phone-sv", ui);
    }

    /** It is built when it is first needed: what it is drawn from then has never been measured before. */
    @Test
    void theEditorIsWholeTheMomentItIsFirstOpened() {
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            for (int size : List.of(100, 200)) {
                Language language = look == Look.DARK ? Language.SV : Language.FI;
                wear(look, size);
                Workbench fresh = UiDriver.onScreen(() -> new Workbench(language));
                try (UiDriver ui = UiDriver.open(fresh::wholeCase)) {
                    UiDriver.doOnScreen(() -> {
                        fresh.inbox.choose(fresh.lehtola.queue.id());
                        fresh.casefile.act(CaseAction.REPLY);
                    });
                    ui.pictureOfWindow("reply-first-" + look + "-" + size + "-" + language);
                    assertThat(ui.complaints()).as(look + " " + size).isEmpty();
                    assertThat(UiDriver.onScreen(() -> emptyRows(ui))).isZero();
                }
            }
        }
    }

    /** How many rows of the editor's head hold nothing. */
    private static double emptyRows(UiDriver ui) {
        var choices = (FlowPane) ui.stage().getScene().lookup(".reply-choices");
        double needed = choices.prefHeight(choices.getWidth());
        double row = choices.getChildren().getFirst().getLayoutBounds().getHeight();
        return Math.floor((choices.getHeight() - needed) / row);
    }

    @Test
    void anEmptyListSaysInEachDressThatItWaitsForTheConnection() {
        UiDriver ui = open(Workbench::node);
        UiDriver.doOnScreen(() -> {
            bench.accept(bench.withNothing());
            bench.inbox.connected().set(false);
            bench.inbox.accept(new Progress(0, 40_000));
        });
        ui.waitForText("Palautteet haetaan, kun yhteys palaa");
        assertThat(UiDriver.onScreen(
                        () -> ui.stage().getScene().lookup(".inbox-first-pull").isVisible()))
                .as("said once, where the list would be")
                .isFalse();
        assertLegible("pull-waits-fi", ui);

        wear(Look.DARK, 100, Language.SV);
        assertLegible("pull-waits-dark-sv", ui);

        wear(Look.DARK, 200);
        assertLegibleInFull("pull-waits-dark-200-sv", ui);

        wear(Look.LIGHT, 200, Language.FI);
        assertLegibleInFull("pull-waits-200-fi", ui);
    }

    @Test
    void aFullDiskIsToldWhereOneWrites() {
        UiDriver ui = openReply(bench.lehtola.queue.id());
        UiDriver.doOnScreen(() -> {
            bench.lehtola.casework.diskFull = true;
            bench.reply.draft().text().set("Hei, soitan huomenna.");
            bench.background.pass(Duration.ofSeconds(1));
        });
        ui.waitForText("V-214");
        assertLegible("reply-disk-full", ui);
    }

    @Test
    void anEmptyUnitSaysSoAndTheLongestNameIsReadInFull() {
        UiDriver ui = open(Workbench::node);
        UiDriver.doOnScreen(() -> {
            bench.accept(bench.withLongNames());
            bench.inbox.choose(bench.lehtola.queue.id());
            bench.casefile.act(CaseAction.MOVE);
        });
        ui.pictureOfWindow("long-names");
        assertThat(ui.complaints()).isEmpty();
        ui.press(KeyCode.ESCAPE);
        UiDriver.doOnScreen(() -> bench.inbox.unit().set(Lehtola.WARD));
        ui.pictureOfWindow("long-name-chosen");
        assertThat(ui.complaints()).isEmpty();

        UiDriver.doOnScreen(() -> {
            bench.inbox.unit().set(null);
            bench.accept(bench.withNothing());
        });
        assertLegible("empty-unit", ui);
    }

    @Test
    void whatNeedsAttentionIsLegibleInEachDress() {
        UiDriver ui = open(Workbench::attentionNode);
        UiDriver.doOnScreen(() -> {
            wear(Look.DARK, 100);
            bench.showTrouble();
        });
        assertLegible("attention-dark", ui);

        UiDriver.doOnScreen(() -> {
            wear(Look.LIGHT, 200, Language.EN);
            bench.attention.moveBy(1);
        });
        assertLegibleInFull("attention-light-200-en", ui);

        UiDriver.doOnScreen(() -> {
            wear(Look.LIGHT, 100);
            bench.attention.accept(List.of());
        });
        assertLegible("attention-none-en", ui);
    }

    private UiDriver openCase(CaseId id) {
        UiDriver ui = open(Workbench::node);
        UiDriver.doOnScreen(() -> bench.inbox.choose(id));
        return ui;
    }

    private UiDriver openReply(CaseId id) {
        UiDriver ui = open(Workbench::node);
        UiDriver.doOnScreen(() -> reply(id));
        return ui;
    }

    private UiDriver open(Function<Workbench, ? extends Parent> feature) {
        wear(Look.LIGHT, 100);
        UiDriver ui = UiDriver.open(() -> feature.apply(bench));
        opened = ui;
        return ui;
    }

    private void reply(CaseId id) {
        bench.inbox.choose(id);
        bench.casefile.act(CaseAction.REPLY);
    }

    private void wear(Look look, int percent) {
        UiDriver.doOnScreen(() -> theme.wear(look, new TextSize(percent)));
    }

    private void wear(Look look, int percent, Language language) {
        UiDriver.doOnScreen(() -> {
            theme.wear(look, new TextSize(percent));
            bench.texts.language().set(language);
        });
    }

    private static void assertLegible(String picture, UiDriver ui) {
        ui.picture(picture);
        assertThat(ui.complaints()).isEmpty();
    }

    private static void assertLegibleInFull(String picture, UiDriver ui) {
        assertThat(ui.complaintsInPicture(picture)).isEmpty();
    }
}
