package fi.vastine.desktop.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.wire.Reads;
import fi.vastine.desktop.casefile.CaseAction;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.time.Duration;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class FeaturePicturesTest {
    @Test
    void listAndCaseAreLegibleInEachDress() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        Workbench bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
        try (UiDriver ui = UiDriver.open(bench::node)) {
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
                bench.inbox.choose(bench.lehtola.queue.id());
            });
            ui.picture("case-light");
            assertThat(ui.complaints()).isEmpty();

            UiDriver.doOnScreen(() -> {
                theme.wear(Look.DARK, new TextSize(100));
                bench.texts.language().set(Language.SV);
                bench.casefile.act(CaseAction.MOVE);
            });
            ui.picture("case-move-dark-sv");
            assertThat(ui.complaints()).isEmpty();

            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(200));
                bench.texts.language().set(Language.EN);
            });
            assertThat(ui.complaintsInPicture("case-move-200-en")).isEmpty();
            UiDriver.doOnScreen(() -> theme.wear(Look.LIGHT, new TextSize(100)));
        }
    }

    @Test
    void theQuestionWhyACodeIsShownIsLegibleInEachDress() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        Workbench bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
        try (UiDriver ui = UiDriver.open(bench::node)) {
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
                bench.inbox.choose(bench.lehtola.queue.id());
            });
            ui.click("case-codes");
            ui.picture("codes-light");
            assertThat(ui.complaints()).isEmpty();
            assertThat(UiDriver.onScreen(
                            () -> ui.stage().getScene().getFocusOwner().getId()))
                    .isEqualTo("case-codes-who-it-is");
            ui.press(KeyCode.ESCAPE);
            assertThat(ui.shows("case-codes-why")).isFalse();

            UiDriver.doOnScreen(() -> {
                theme.wear(Look.DARK, new TextSize(200));
                bench.texts.language().set(Language.SV);
            });
            ui.activate("case-codes");
            assertThat(ui.complaintsInPicture("codes-dark-200-sv")).isEmpty();

            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
                bench.texts.language().set(Language.EN);
            });
            ui.activate("case-codes-customer-asked");
            ui.picture("codes-shown-en");
            assertThat(ui.complaints()).isEmpty();
            assertThat(bench.lehtola.casework.reads).extracting(Reads.Read::why).contains(Reads.Why.CUSTOMER_ASKED);
        }
    }

    @Test
    void theEditorIsLegibleInEachDress() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        Workbench bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
        try (UiDriver ui = UiDriver.open(bench::node)) {
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
                bench.inbox.choose(bench.lehtola.queue.id());
                bench.casefile.act(CaseAction.REPLY);
            });
            ui.picture("reply-light");
            assertThat(ui.complaints()).isEmpty();

            UiDriver.doOnScreen(() -> {
                theme.wear(Look.DARK, new TextSize(200));
                bench.texts.language().set(Language.SV);
            });
            assertThat(ui.complaintsInPicture("reply-dark-200-sv")).isEmpty();
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
                bench.inbox.choose(bench.lehtola.pillow.id());
                bench.casefile.act(CaseAction.REPLY);
            });
            ui.picture("reply-phone-sv");
            assertThat(ui.complaints()).isEmpty();
        }
    }

    @Test
    void aFullDiskIsToldWhereOneWrites() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        Workbench bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
        try (UiDriver ui = UiDriver.open(bench::node)) {
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
                bench.inbox.choose(bench.lehtola.queue.id());
                bench.casefile.act(CaseAction.REPLY);
                bench.lehtola.casework.diskFull = true;
                bench.reply.text().set("Hei, soitan huomenna.");
                bench.background.pass(Duration.ofSeconds(1));
            });
            ui.waitForText("V-214");
            ui.picture("reply-disk-full");
            assertThat(ui.complaints()).isEmpty();
        }
    }

    @Test
    void anEmptyUnitSaysSoAndTheLongestNameIsReadInFull() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        Workbench bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
        try (UiDriver ui = UiDriver.open(bench::node)) {
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
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
            ui.picture("empty-unit");
            assertThat(ui.complaints()).isEmpty();
        }
    }

    @Test
    void whatNeedsAttentionIsLegibleInEachDress() {
        UiDriver.startToolkit();
        Theme theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        Workbench bench = UiDriver.onScreen(() -> new Workbench(Language.FI));
        try (UiDriver ui = UiDriver.open(bench::attentionNode)) {
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.DARK, new TextSize(100));
                bench.showTrouble();
            });
            ui.picture("attention-dark");
            assertThat(ui.complaints()).isEmpty();
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(200));
                bench.texts.language().set(Language.EN);
                bench.attention.moveBy(1);
            });
            assertThat(ui.complaintsInPicture("attention-light-200-en")).isEmpty();
            UiDriver.doOnScreen(() -> {
                theme.wear(Look.LIGHT, new TextSize(100));
                bench.attention.accept(List.of());
            });
            ui.picture("attention-none-en");
            assertThat(ui.complaints()).isEmpty();
        }
    }
}
