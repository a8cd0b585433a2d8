package fi.vastine.desktop.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.command.Actor;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Decision;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Books;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.cases.CaseRows;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Campaigns;
import fi.vastine.core.session.MemoryCampaigns;
import fi.vastine.core.session.Plan;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Leaving;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.Place;
import fi.vastine.desktop.shell.ShellView;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.syncfoot.SyncFootView;
import fi.vastine.desktop.syncfoot.SyncFootViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/** The quality team plans who asks what where and when, by the keys and the words on the screen. */
class CampaignsViewTest {
    private static final PersonId KAISA = new PersonId("kaisa");
    private static final PersonId ELIAS = new PersonId("elias");
    private static final PersonId WILMA = new PersonId("wilma");
    private static final PersonId SUMMERS = new PersonId("sanni");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final MemoryCampaigns memory = new MemoryCampaigns(KAISA, Lehtola.CLOCK);
    private final SameThreadBackground background = new SameThreadBackground();
    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Lehtola.CLOCK);
    private final Campaign running =
            campaign(1, "Syksyn kierros", List.of(Lehtola.WARD, Lehtola.CLINIC), TODAY.minusDays(7), TODAY.plusDays(6));
    private final Campaign past =
            campaign(2, "Kesän kierros", List.of(Lehtola.CLINIC), TODAY.minusDays(120), TODAY.minusDays(100));
    private final Campaign coming =
            campaign(3, "Talven kierros", List.of(Lehtola.WARD), TODAY.plusDays(30), TODAY.plusDays(43));
    private Theme theme;
    private CampaignsViewModel model;
    private UiDriver driver;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        dress(Look.LIGHT, 100);
        start();
    }

    /** The program is started anew on what is on the disk. */
    private void restart() {
        driver.close();
        start();
    }

    private void start() {
        var notices = new Notices(texts, background);
        Campaigns campaigns = memory.start();
        model = UiDriver.onScreen(() -> {
            var opened = new CampaignsViewModel(campaigns, background, notices, texts, times);
            Reference known = Lehtola.reference();
            var withForms = new Reference(
                    known.units(),
                    people(known),
                    known.themes(),
                    known.templates(),
                    known.rules(),
                    new fi.vastine.core.cases.Forms(Forms.shipped()));
            List<CaseRow> rows = Stream.concat(
                            answers(Lehtola.WARD, 14, TODAY.minusDays(1)), answers(Lehtola.CLINIC, 31, TODAY))
                    .toList();
            var scope = new Scope(1, List.of(Lehtola.WARD), Map.of(), List.of(Role.QUALITY), List.of());
            opened.accept(Books.of(rows, withForms, scope, 1));
            campaigns.onShown(shown -> UiDriver.doOnScreen(() -> opened.accept(shown)));
            memory.attention().onItems(items -> UiDriver.doOnScreen(() -> opened.acceptAttention(items)));
            return opened;
        });
        driver = UiDriver.open(() -> {
            CampaignsView view = new CampaignsView(model, texts, times);
            ShellViewModel shell = new ShellViewModel(texts, notices);
            shell.personName().set("Kaisa Lehto");
            shell.showPlaces(List.of(new Place(
                    "campaigns",
                    "campaign.title",
                    Feather.CALENDAR,
                    new SimpleIntegerProperty(),
                    Place.Tone.WORK,
                    view::panes,
                    view::shortcuts)));
            return new ShellView(
                    shell,
                    new SyncFootView(new SyncFootViewModel(texts, times), texts),
                    new Leaving(() -> {}, () -> {}, () -> {}));
        });
    }

    @AfterEach
    void close() {
        dress(Look.LIGHT, 100);
        driver.close();
    }

    @Test
    void theResponseOfEachUnitIsSeenBesideItsTargetInEachDress() {
        memory.come(past, coming, running);
        driver.settle();

        assertThat(driver.text("campaign-state")).isEqualTo("Käynnissä");
        assertThat(driver.text("campaign-answers-" + Lehtola.WARD)).isEqualTo("14 vastausta, tavoite 30");
        assertThat(driver.text("campaign-answers-" + Lehtola.CLINIC)).isEqualTo("31 vastausta, tavoite 30");
        assertThat(driver.words()).contains("45 vastausta, tavoite 60", "Tulossa", "Päättynyt");
        driver.picture("campaigns-light");
        assertThat(driver.complaints()).isEmpty();

        dress(Look.DARK, 100);
        UiDriver.doOnScreen(() -> texts.language().set(Language.SV));
        driver.picture("campaigns-dark-sv");
        assertThat(driver.complaints()).isEmpty();

        dress(Look.LIGHT, 200);
        UiDriver.doOnScreen(() -> texts.language().set(Language.EN));
        assertThat(driver.complaintsInPicture("campaigns-200-en")).isEmpty();
    }

    @Test
    void beforeTheFirstCampaignItIsSaidWhatOneIs() {
        driver.waitForText("Yhtään keräystä ei ole vielä suunniteltu");
        driver.picture("campaigns-none");
        assertThat(driver.complaints()).isEmpty();
        assertThat(driver.shows("campaign-new")).isTrue();
    }

    @Test
    void aCampaignIsPlannedByTheKeysAlone() {
        driver.press(KeyCode.U);
        driver.type("Talvikierros");
        driver.press(KeyCode.TAB).press(KeyCode.SPACE);
        tabInto("campaign-units");
        driver.type("hyvin").press(KeyCode.ENTER);
        tabInto("campaign-until");
        driver.press(KeyCode.SHORTCUT, KeyCode.A).type("1.2.");
        tabInto("campaign-target");
        driver.type("30");
        driver.picture("campaign-plan-light");
        assertThat(driver.complaints()).isEmpty();
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(memory.decided()).singleElement().isInstanceOfSatisfying(Command.PlanCampaign.class, plan -> {
            assertThat(plan.beside()).isEmpty();
            Campaign planned = plan.campaign();
            assertThat(planned.name()).isEqualTo("Talvikierros");
            assertThat(planned.units()).containsExactlyInAnyOrder(Lehtola.WARD, Lehtola.CLINIC);
            assertThat(planned.from()).isEqualTo(TODAY);
            assertThat(planned.until()).isEqualTo(LocalDate.of(2027, 2, 1));
            assertThat(planned.target()).isEqualTo(30);
            assertThat(planned.form()).isEqualTo(Forms.shipped().getFirst().id());
        });
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(memory.decided()).hasSize(1);
        driver.waitForText("Odottaa lähetystä");
    }

    @Test
    void collectorsOfTheChosenUnitsAreNamedByTypingAndWhileNobodyIsItIsForAll() {
        driver.press(KeyCode.U);
        driver.type("Osaston kierros");
        assertThat(driver.text("campaign-askers-help")).startsWith("Valitse ensin yksiköt");
        UiDriver.doOnScreen(() -> {
            planning().form().set(model.forms().getFirst());
            planning().units().add(Lehtola.CLINIC);
        });
        assertThat(driver.text("campaign-askers-help")).contains("tarjotaan kaikille");
        tabInto("campaign-askers");
        assertThat(driver.words()).contains("Elias Kotavuori").doesNotContain("Wilma Åstrand");

        UiDriver.doOnScreen(() -> planning().units().add(Lehtola.WARD));
        driver.type("wil").press(KeyCode.ENTER);
        assertThat(driver.words()).contains("Wilma Åstrand").doesNotContain("Sanni Suvi");
        assertThat(driver.text("campaign-askers-help")).isEqualTo("Keräys tarjotaan vain nimetyille.");
        assertThat(driver.text("campaign-nobody-in")).endsWith("Suun terveydenhuolto");
        driver.picture("campaign-askers-light");
        assertThat(driver.complaints()).isEmpty();
        dress(Look.DARK, 200);
        UiDriver.doOnScreen(() -> texts.language().set(Language.SV));
        assertThat(driver.complaintsInPicture("campaign-askers-dark-200-sv")).isEmpty();
        dress(Look.LIGHT, 100);
        UiDriver.doOnScreen(() -> texts.language().set(Language.FI));

        UiDriver.doOnScreen(() -> planning().units().remove(Lehtola.WARD));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(memory.decided()).isEmpty();
        assertThat(driver.text("campaign-fault-collectors")).startsWith("Poista ne");
        assertThat(driver.words()).contains("Wilma Åstrand · ei kerää näissä yksiköissä");

        UiDriver.doOnScreen(() -> planning().units().add(Lehtola.WARD));
        tabInto("campaign-askers");
        driver.type("kota").press(KeyCode.ENTER).press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(memory.decided())
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.PlanCampaign.class,
                        plan -> assertThat(plan.campaign().collectors()).containsExactly(ELIAS, WILMA));
        driver.waitForText("Kysyjät: Elias Kotavuori, Wilma Åstrand");
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndAnOverlapIsNamedUntilItIsMeant() {
        memory.come(running);
        driver.click("campaign-new");
        driver.click("campaign-plan");
        assertThat(driver.text("campaign-fault-name")).isEqualTo("Anna keräykselle nimi.");
        assertThat(driver.text("campaign-fault-form")).isEqualTo("Valitse lomake.");
        assertThat(driver.text("campaign-fault-units")).isEqualTo("Valitse ainakin yksi yksikkö.");
        assertThat(driver.shows("campaign-fault-until")).isFalse();

        driver.type("Toinen");
        UiDriver.doOnScreen(() -> {
            Planning planning = planning();
            planning.form().set(model.forms().getFirst());
            planning.units().add(Lehtola.WARD);
            planning.target().set("monta");
            planning.until().set("ylihuomenna");
        });
        assertThat(driver.text("campaign-fault-target")).contains("kokonaisluku");
        assertThat(driver.text("campaign-fault-until")).contains("17.11.2026");
        UiDriver.doOnScreen(() -> {
            planning().target().set("");
            planning().until().set("30.11.2026");
        });
        driver.waitForText("Syksyn kierros, ma 16.11. – su 29.11.: Osasto 2 Lehtola");
        driver.activate("campaign-plan");
        assertThat(memory.decided()).isEmpty();
        driver.picture("campaign-overlap-light");
        assertThat(driver.complaints()).isEmpty();
        dress(Look.DARK, 200);
        UiDriver.doOnScreen(() -> texts.language().set(Language.SV));
        assertThat(driver.complaintsInPicture("campaign-overlap-dark-200-sv")).isEmpty();
        dress(Look.LIGHT, 100);

        driver.activate("campaign-beside").activate("campaign-plan");
        assertThat(memory.decided())
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.PlanCampaign.class,
                        plan -> assertThat(plan.beside()).containsExactly(running.id()));
    }

    @Test
    void whatWasBegunIsThereAgainAfterALookAtTheList() {
        memory.come(running);
        driver.click("campaign-new");
        driver.type("Kesken");
        driver.press(KeyCode.ESCAPE).press(KeyCode.J);
        assertThat(driver.text("campaign-state")).isEqualTo("Käynnissä");

        driver.click("campaign-new");
        assertThat(driver.text("campaign-name")).isEqualTo("Kesken");
    }

    @Test
    void aHalfPlanIsOnTheDiskWithinASecondAndThereAfterAKillWithEachField() {
        driver.click("campaign-new");
        driver.type("Kesken jäänyt");
        UiDriver.doOnScreen(() -> {
            planning().form().set(model.forms().get(1));
            planning().units().add(Lehtola.WARD);
            planning().collectors().add(WILMA);
            planning().until().set("ylihuomenna");
            planning().target().set("4");
            background.pass(Duration.ofSeconds(1));
        });
        Plan before = UiDriver.onScreen(() -> planning().plan());

        // Nobody has left the form: the program of before is simply no more.
        restart();
        assertThat(driver.words()).contains("Kesken: Kesken jäänyt");
        driver.picture("campaign-half-planned-light");
        assertThat(driver.complaints()).isEmpty();
        driver.click("campaign-half-planned-0");
        assertThat(UiDriver.onScreen(() -> planning().plan())).isEqualTo(before);
        assertThat(driver.text("campaign-name")).isEqualTo("Kesken jäänyt");
        assertThat(driver.words()).contains("Wilma Åstrand");

        UiDriver.doOnScreen(() -> planning().until().set("30.11.2026"));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(memory.decided()).hasSize(1);
        assertThat(memory.campaigns().plans()).isEmpty();
        restart();
        assertThat(driver.words()).doesNotContain("Kesken: Kesken jäänyt");
    }

    @Test
    void aPlanThatWasNotTakenIsWholeInTheFormAgainWithTheReasonAndTakesItsOldPlace() {
        driver.click("campaign-new");
        driver.type("Osaston kierros");
        UiDriver.doOnScreen(() -> {
            planning().form().set(model.forms().getFirst());
            planning().units().addAll(Lehtola.WARD, Lehtola.CLINIC);
            planning().collectors().addAll(ELIAS, WILMA);
            planning().target().set("12");
        });
        Plan sent = UiDriver.onScreen(() -> planning().plan());
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        memory.refuses(new Outcome.Refused(Refusal.UNKNOWN_PERSON, false));
        driver.settle();

        driver.click("campaign-not-taken-0");
        assertThat(UiDriver.onScreen(() -> planning().plan())).isEqualTo(sent);
        assertThat(driver.text("campaign-refused")).contains("ei suunniteltu", "Poista hänet");
        driver.picture("campaign-refused-light");
        assertThat(driver.complaints()).isEmpty();
        dress(Look.DARK, 200);
        UiDriver.doOnScreen(() -> texts.language().set(Language.SV));
        assertThat(driver.complaintsInPicture("campaign-refused-dark-200-sv")).isEmpty();
        dress(Look.LIGHT, 100);
        UiDriver.doOnScreen(() -> texts.language().set(Language.FI));

        UiDriver.doOnScreen(() -> {
            planning().collectors().remove(WILMA);
            background.pass(Duration.ofSeconds(1));
        });
        restart();
        assertThat(driver.words()).contains("Ei suunniteltu: Osaston kierros");
        driver.click("campaign-not-taken-0");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(memory.decided()).singleElement().isInstanceOfSatisfying(Command.PlanCampaign.class, plan -> {
            assertThat(plan.campaign().id()).isEqualTo(sent.id());
            assertThat(plan.campaign().collectors()).containsExactly(ELIAS);
        });
        assertThat(memory.attention().items()).isEmpty();
        assertThat(driver.words()).doesNotContain("Ei suunniteltu: Osaston kierros");
    }

    @Test
    void anEndIsAskedInPlaceAndOneThatIsToComeIsCalledOff() {
        memory.come(running, coming);
        driver.activate("campaign-end");
        driver.picture("campaign-end-light");
        assertThat(driver.complaints()).isEmpty();
        driver.press(KeyCode.SPACE);
        assertThat(memory.decided())
                .as("the answer offered first changes nothing")
                .isEmpty();
        driver.activate("campaign-end").activate("campaign-end-yes");
        assertThat(memory.decided()).containsExactly(new Command.EndCampaign(running.id(), TODAY));

        driver.press(KeyCode.J);
        driver.waitForText("Talven kierros");
        driver.activate("campaign-end").activate("campaign-end-yes");
        assertThat(memory.decided())
                .last()
                .isEqualTo(new Command.EndCampaign(coming.id(), coming.from().minusDays(1)));
        driver.waitForText("Peruttu");
    }

    private Planning planning() {
        Planning now = model.planning().get();
        if (now == null) {
            throw new AssertionError("nothing is being planned");
        }
        return now;
    }

    private void tabInto(String id) {
        for (int i = 0; i < 40 && !focusIsIn(id); i++) {
            driver.press(KeyCode.TAB);
        }
        assertThat(focusIsIn(id)).as("Tab leads to " + id).isTrue();
    }

    private boolean focusIsIn(String id) {
        return UiDriver.onScreen(() -> {
            Node each = driver.stage().getScene().getFocusOwner();
            while (each != null && !id.equals(each.getId())) {
                each = each.getParent();
            }
            return each != null;
        });
    }

    private void dress(Look look, int size) {
        UiDriver.doOnScreen(() -> theme.wear(look, new TextSize(size)));
    }

    /** Besides those who answer for units: one who collects everywhere, one in the ward, and one whose summer is over. */
    private static Map<PersonId, Person> people(Reference known) {
        var people = new HashMap<>(known.people());
        Stream.of(
                        collector(ELIAS, "Elias Kotavuori", new UnitId("top"), null),
                        collector(WILMA, "Wilma Åstrand", Lehtola.WARD, null),
                        collector(SUMMERS, "Sanni Suvi", Lehtola.WARD, TODAY.minusDays(80)))
                .forEach(each -> people.put(each.id(), each));
        return people;
    }

    private static Person collector(PersonId id, String name, UnitId unit, @Nullable LocalDate to) {
        return new Person(id, name, "kesätyöntekijä", List.of(new Person.Collecting(unit, TODAY.minusDays(170), to)));
    }

    private static Campaign campaign(int number, String name, List<UnitId> units, LocalDate from, LocalDate until) {
        return new Campaign(new CampaignId(new UUID(4, number)), name, "national", units, List.of(), from, until, 30);
    }

    /** Customers who answered with somebody's support on a day. */
    private static Stream<CaseRow> answers(UnitId unit, int customers, LocalDate day) {
        var at = day.atTime(LocalTime.NOON).atZone(Lehtola.CLOCK.getZone()).toInstant();
        return IntStream.range(0, customers).mapToObj(number -> {
            var id = new CaseId(new UUID(unit.hashCode(), number));
            var entry = new Command.EnterFeedback(
                    KAISA,
                    unit,
                    Channel.SUPPORTED,
                    FeedbackKind.OTHER,
                    Language.FI,
                    new MessageId(id.value()),
                    "",
                    new Answers(List.of(new StatementAnswer(1, 5)), null, null, "national/1"),
                    null,
                    at);
            Decision decision = Decisions.decide(id, null, entry, new Actor(KAISA, at, at));
            return CaseRows.of(((Decision.Apply) decision).next());
        });
    }
}
