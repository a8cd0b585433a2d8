package fi.vastine.desktop.entered;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Entries;
import fi.vastine.core.session.EntryForm;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.core.session.MemoryEntries;
import fi.vastine.core.session.Waiting;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.CollectorsWindow;
import fi.vastine.desktop.ui.UiDriver;
import java.time.LocalDate;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A summer worker looks for the paper that she should not have entered. */
class EnteredViewTest {
    private final MemoryEntries kept = new MemoryEntries(Lehtola.BERTIL, Lehtola.CLOCK);
    private final SameThreadBackground background = new SameThreadBackground();
    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Lehtola.CLOCK);
    private final Form national = Forms.shipped().stream()
            .filter(each -> each.id().equals("national"))
            .findFirst()
            .orElseThrow();
    private Theme theme;
    private EnteredViewModel model;
    private UiDriver driver;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        dress(Look.LIGHT, TextSize.BASE);
        enterPaper();
        enterPaper();
        kept.take();
        enterWords("Ruoka oli kylmää.");
        enterPaper();
        var notices = new Notices(texts, background);
        model = UiDriver.onScreen(() -> {
            var fresh = new EnteredViewModel(kept.startEnteredToday(), background, notices, texts, times);
            fresh.accept(CollectorsWindow.book(Forms.shipped()));
            fresh.accept(kept.startEnteredToday().lines());
            return fresh;
        });
        driver = CollectorsWindow.open(texts, times, notices, () -> {
            var list = new EnteredView(model, each -> each.channel() == Channel.PAPER, texts);
            list.setStyle("-fx-padding: 24px;");
            var page = new ScrollPane(list);
            page.setFitToWidth(true);
            return CollectorsWindow.place("paper", page, List::of);
        });
    }

    @AfterEach
    void close() {
        dress(Look.LIGHT, TextSize.BASE);
        driver.close();
    }

    @Test
    void whatTheBackendHasIsListedByItsNumberAndWithdrawnForAReason() {
        assertThat(driver.words()).anyMatch(each -> each.startsWith("nro 2 · ") && each.contains("Palaute hoidosta"));
        assertThat(driver.words()).noneMatch(each -> each.startsWith("nro 4 · "));

        driver.activate("entered-withdraw-2");
        driver.activate("entered-do");
        assertThat(driver.text("entered-why")).isEqualTo("Valitse ensin syy.");
        assertThat(kept.decided()).noneMatch(Command.WithdrawEntry.class::isInstance);
        driver.activate("choose-wrong_unit");
        driver.activate("entered-do");

        assertThat(kept.decided()).contains(new Command.WithdrawEntry(WithdrawalReason.WRONG_UNIT));
        assertThat(driver.words()).anyMatch(each -> each.equals("peruminen odottaa lähetystä"));
        assertThat(driver.shows("entered-withdraw-2")).isFalse();
        assertThat(driver.shows("entered-withdraw-1")).isTrue();
        assertThat(kept.startPapers().state().count()).isEqualTo(2);
    }

    @Test
    void escapeLeavesItAsItIs() {
        driver.activate("entered-withdraw-1");
        driver.press(KeyCode.ESCAPE);

        assertThat(driver.shows("entered-question")).isFalse();
        assertThat(kept.decided()).noneMatch(Command.WithdrawEntry.class::isInstance);
    }

    @Test
    void twoThatWaitAreToldApartByNumberUnitAndForm() {
        List<Waiting> waiting = kept.waiting(Connection.OFFLINE).waiting().stream()
                .filter(each -> UiDriver.onScreen(() -> model.tell(each)).matches("nro [34] · .*"))
                .toList();

        assertThat(waiting)
                .extracting(each -> UiDriver.onScreen(() -> model.tell(each)))
                .satisfies(told -> assertThat(told.getFirst()).startsWith("nro 3 · "))
                .satisfies(
                        told -> assertThat(told.get(1)).startsWith("nro 4 · ").contains("Palaute hoidosta"));
    }

    @Test
    void whatWasOnItsWayInVainIsInOneListOnlyAndNotOfferedToBeCorrected() {
        Waiting fourth = kept.waiting(Connection.OFFLINE).waiting().getLast();
        assertThat(UiDriver.onScreen(() -> model.isHere(fourth))).isTrue();

        kept.send();
        UiDriver.doOnScreen(() -> model.accept(kept.startEnteredToday().lines()));

        assertThat(UiDriver.onScreen(() -> model.isHere(fourth))).isFalse();
        assertThat(driver.words()).anyMatch(each -> each.startsWith("nro 4 · "));
        assertThat(driver.words()).contains("lähdössä");
    }

    @Test
    void itIsLegibleInEachDress() {
        for (Dress dress : List.of(
                new Dress("fi", Language.FI, Look.LIGHT, TextSize.BASE),
                new Dress("sv-dark", Language.SV, Look.DARK, TextSize.BASE),
                new Dress("fi-200", Language.FI, Look.LIGHT, new TextSize(200)))) {
            dress(dress.look(), dress.size());
            UiDriver.doOnScreen(() -> texts.language().set(dress.language()));
            driver.activate("entered-withdraw-2");
            driver.pictureOfWindow("entered-" + dress.name());
            assertThat(driver.complaints()).isEmpty();
            driver.activate("entered-leave");
        }
        UiDriver.doOnScreen(() -> texts.language().set(Language.FI));
    }

    private record Dress(String name, Language language, Look look, TextSize size) {}

    private void dress(Look look, TextSize size) {
        UiDriver.doOnScreen(() -> theme.wear(look, size));
    }

    private void enterPaper() {
        Interviews papers = kept.startPapers();
        papers.begin(national, Interview.Start.onPaper(Lehtola.WARD, LocalDate.of(2026, 11, 18)), Language.FI);
        Interview paper = requireNonNull(papers.state().current());
        FormItem first = national.allItems()
                .filter(each -> each.kind() instanceof ItemKind.Statement)
                .findFirst()
                .orElseThrow();
        papers.end(paper.answered(first.linkId(), new Given.Step(4)));
        kept.startEnteredToday().lines();
    }

    private void enterWords(String words) {
        Entries entries = kept.start();
        EntryForm empty = entries.state().form();
        entries.enter(new EntryForm(
                empty.caseId(),
                empty.message(),
                Lehtola.WARD,
                Channel.PAPER,
                FeedbackKind.CRITICISM,
                Language.FI,
                words,
                null,
                "",
                "",
                LocalDate.of(2026, 11, 18)));
        kept.startEnteredToday().lines();
    }
}
