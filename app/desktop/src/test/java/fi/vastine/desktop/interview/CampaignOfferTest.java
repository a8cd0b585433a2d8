package fi.vastine.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.Response;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Books;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.MemoryEntries;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collector is offered on a day on which a campaign runs in her units. */
class CampaignOfferTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final SameThreadBackground background = new SameThreadBackground();
    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Lehtola.CLOCK);
    private final Campaign inTheWard = campaign(1, List.of(Lehtola.WARD), List.of(), TODAY);
    private MemoryEntries kept;
    private Theme theme;
    private InterviewViewModel model;
    private UiDriver driver;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        dress(Look.LIGHT, 100);
        kept = new MemoryEntries(Lehtola.BERTIL, Lehtola.CLOCK);
        var interviews = kept.startInterviews();
        model = UiDriver.onScreen(() -> new InterviewViewModel(
                interviews,
                kept.campaigns(interviews),
                Lehtola.BERTIL,
                background,
                new Notices(texts, background),
                Optional::empty,
                texts,
                times));
        driver = UiDriver.open(
                () -> new InterviewView(model, CollectorsWindow.entered(kept, texts, times), texts, times).node());
    }

    @AfterEach
    void close() {
        dress(Look.LIGHT, 100);
        driver.close();
    }

    @Test
    void theOneCampaignOfTheDayIsChosenBeforeAnythingIsPressedAndItsCountIsSeen() {
        comes(inTheWard);

        assertThat(model.nextCustomer().unit().get()).isEqualTo(Lehtola.WARD);
        assertThat(driver.text("interview-campaign-0"))
                .isEqualTo("Syksyn kierros · Palaute hoidosta · Osasto 2 Lehtola");
        assertThat(driver.text("interview-campaign-count"))
                .isEqualTo("Keräyksessä sinulta 0, kaikilta 0 / tavoite 30 tässä yksikössä · tänään sinulta 0");

        answers();
        assertThat(driver.text("interview-campaign-count"))
                .as("before anything is sent")
                .isEqualTo("Keräyksessä sinulta 1, kaikilta 1 / tavoite 30 tässä yksikössä · tänään sinulta 1");
        kept.hears(new Response(inTheWard.id(), Map.of(Lehtola.WARD, 12)));
        comes(inTheWard);
        assertThat(driver.text("interview-campaign-count"))
                .as("twelve others, as the backend told, and one who waits here")
                .isEqualTo("Keräyksessä sinulta 1, kaikilta 13 / tavoite 30 tässä yksikössä · tänään sinulta 1");
        driver.picture("interview-campaign-light");
        assertThat(driver.complaints()).isEmpty();
        dress(Look.DARK, 200);
        UiDriver.doOnScreen(() -> texts.language().set(Language.SV));
        assertThat(driver.complaintsInPicture("interview-campaign-dark-200-sv")).isEmpty();
    }

    @Test
    void oneKeyLeadsBackToTheCampaignWithFormAndUnit() {
        comes(inTheWard);
        UiDriver.doOnScreen(() -> {
            NextCustomer next = model.nextCustomer();
            next.unit().set(Lehtola.CLINIC);
            next.form().set(next.forms().getLast());
        });
        assertThat(driver.shows("interview-campaign-count")).isFalse();

        UiDriver.doOnScreen(() -> driver.await("interview-campaign-0").requestFocus());
        driver.press(KeyCode.ENTER);

        assertThat(model.nextCustomer().unit().get()).isEqualTo(Lehtola.WARD);
        assertThat(model.nextCustomer().taken()).contains(inTheWard);
        assertThat(model.asked()).as("nothing has begun").isNull();
    }

    @Test
    void whereSeveralUnitsAreHersNoneIsGuessed() {
        comes(campaign(2, List.of(Lehtola.WARD, Lehtola.CLINIC), List.of(), TODAY));
        assertThat(model.nextCustomer().unit().get()).isNull();
        assertThat(driver.text("interview-campaign-0")).endsWith("2 yksikköä");

        UiDriver.doOnScreen(() -> model.nextCustomer().unit().set(Lehtola.CLINIC));
        assertThat(driver.text("interview-campaign-0")).endsWith("Suun terveydenhuolto");
    }

    @Test
    void oneOfAnotherDayOfOtherPeopleOrOfOtherUnitsIsNotOffered() {
        comes(
                campaign(3, List.of(Lehtola.WARD), List.of(), TODAY.minusDays(1)),
                campaign(4, List.of(Lehtola.WARD), List.of(Lehtola.AINO), TODAY),
                campaign(5, List.of(new UnitId("muualla")), List.of(), TODAY));
        assertThat(driver.shows("interview-campaign-0")).isFalse();
        assertThat(driver.words()).doesNotContain("Keräys tänään");
    }

    private void comes(Campaign... campaigns) {
        Reference known = Lehtola.reference();
        var reference = new Reference(
                known.units(),
                known.people(),
                known.themes(),
                known.templates(),
                known.rules(),
                new fi.vastine.core.cases.Forms(Forms.shipped()),
                List.of(campaigns));
        var scope = new Scope(1, List.of(), Map.of(), List.of(Role.COLLECTOR), List.of(Lehtola.WARD, Lehtola.CLINIC));
        UiDriver.doOnScreen(() -> model.accept(Books.of(List.of(), reference, scope, 1)));
        driver.settle();
    }

    /** A customer answers the first question and has had enough. */
    private void answers() {
        UiDriver.doOnScreen(() -> {
            model.nextCustomer().answeredBy().set(Support.AnsweredBy.SELF);
            model.nextCustomer().assent().set(true);
            model.begin();
            while (model.asked() != null
                    && model.asked().current().filter(item -> item.asks()).isEmpty()) {
                model.pass();
            }
            model.answer(new Given.Step(5));
            model.stopHere();
            model.end();
        });
        driver.settle();
    }

    private void dress(Look look, int size) {
        UiDriver.doOnScreen(() -> theme.wear(look, new TextSize(size)));
    }

    private static Campaign campaign(int number, List<UnitId> units, List<PersonId> collectors, LocalDate day) {
        return new Campaign(
                new CampaignId(new UUID(4, number)), "Syksyn kierros", "national", units, collectors, day, day, 30);
    }
}
