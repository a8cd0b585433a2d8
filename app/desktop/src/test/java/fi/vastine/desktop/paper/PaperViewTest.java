package fi.vastine.desktop.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.ItemAnswer;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.reference.Names;
import fi.vastine.core.session.MemoryEntries;
import fi.vastine.desktop.casework.Lehtola;
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
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A summer worker with a pile of papers, by the keys alone. */
class PaperViewTest {
    private static final KeyCode[] KEEP = {KeyCode.CONTROL, KeyCode.ENTER};
    private static final Form LARGE = large();

    private final MemoryEntries kept = new MemoryEntries(Lehtola.BERTIL, Lehtola.CLOCK);
    private final SameThreadBackground background = new SameThreadBackground();
    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Lehtola.CLOCK);
    private Theme theme;
    private PaperViewModel model;
    private UiDriver driver;
    private final List<Path> opened = new ArrayList<>();
    private int keys;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        dress(Look.LIGHT, TextSize.BASE);
        openWindow();
    }

    /** As a program that starts now shows it. */
    private void openWindow() {
        var notices = new Notices(texts, background);
        model = UiDriver.onScreen(() -> {
            var started = new PaperViewModel(kept.startPapers(), background, notices, texts, times);
            started.accept(CollectorsWindow.book(
                    Stream.concat(Forms.shipped().stream(), Stream.of(LARGE)).toList()));
            return started;
        });
        driver = CollectorsWindow.open(texts, times, notices, () -> {
            PaperView view =
                    new PaperView(model, CollectorsWindow.entered(kept, texts, times), texts, times, opened::add);
            return CollectorsWindow.place("paper", view.node(), view::shortcuts);
        });
    }

    @AfterEach
    void close() {
        dress(Look.LIGHT, TextSize.BASE);
        driver.close();
    }

    @Test
    void aWholeNationalPaperTakesOneKeyAQuestionAndTheNextOneIsThereAtOnce() {
        begin("national", LocalDate.of(2026, 11, 18));
        keys = 0;

        type(5, 4, 0, 5, 3, 2, 1).type(9);
        driver.type("Hyvin hoidettu.");
        press(KEEP);

        // Nine questions: seven statements and the recommendation by one key each, the comment by its letters, and two
        // held to keep it.
        assertThat(keys).isEqualTo(9);
        Command.EnterFeedback entry = kept.entered().getFirst();
        assertThat(entry.channel()).isEqualTo(Channel.PAPER);
        assertThat(entry.unit()).isEqualTo(Lehtola.WARD);
        assertThat(entry.answers().form()).isEqualTo("national/2");
        assertThat(entry.answers().statements())
                .containsExactly(
                        new StatementAnswer(1, 5),
                        new StatementAnswer(2, 4),
                        new StatementAnswer(3, null),
                        new StatementAnswer(4, 5),
                        new StatementAnswer(5, 3),
                        new StatementAnswer(6, 2),
                        new StatementAnswer(7, 1));
        assertThat(entry.answers().recommendation()).isEqualTo(9);
        assertThat(entry.text()).isEqualTo("Hyvin hoidettu.");
        assertThat(entry.givenAt())
                .isEqualTo(LocalDate.of(2026, 11, 18)
                        .atTime(LocalTime.NOON)
                        .atZone(DueDates.ZONE)
                        .toInstant());
        assertThat(driver.text("paper-number")).isEqualTo("Paperi 2");
        assertThat(driver.text("paper-about")).contains("18.11.").contains("Palaute hoidosta");
        assertThat(driver.text("paper-counts")).startsWith("Tänään 1 paperi");
        type(1);
        press(KEEP);
        assertThat(kept.entered().get(1).answers().statements()).containsExactly(new StatementAnswer(1, 1));
    }

    @Test
    void keysPressedInTheWordsOfAPaperThatIsBeingKeptGoOntoTheNextOne() {
        begin("national");
        for (int question = 0; question < 8; question++) {
            driver.press(KeyCode.ENTER);
        }
        driver.type("Kiitos");
        background.hold(Lane.WRITE);
        press(KEEP);

        type(5, 4);

        UiDriver.doOnScreen(background::release);
        driver.settle();
        assertThat(kept.entered().getFirst().text()).isEqualTo("Kiitos");
        assertThat(driver.text("paper-number")).isEqualTo("Paperi 2");
        press(KEEP);
        assertThat(kept.entered().get(1).answers().statements())
                .containsExactly(new StatementAnswer(1, 5), new StatementAnswer(2, 4));
        assertThat(kept.entered().get(1).text()).isEmpty();
    }

    @Test
    void aPileIsBegunByTheKeysAlone() {
        begin("short");
        UiDriver.doOnScreen(model::leaveBatch);
        driver.settle();
        driver.press(KeyCode.ENTER);

        assertThat(driver.text("paper-number")).isEqualTo("Paperi 1");
    }

    @Test
    void whatIsLeftBlankIsNoAnswerAndArrowsGoBackToOneThatWasWrong() {
        begin("national");

        driver.press(KeyCode.ENTER).press(KeyCode.DOWN);
        type(4, 4);
        driver.press(KeyCode.UP);
        type(2);
        driver.press(KeyCode.SUBTRACT);
        driver.press(KeyCode.UP).press(KeyCode.DELETE);
        press(KEEP);

        assertThat(kept.entered().getFirst().answers().statements())
                .containsExactly(new StatementAnswer(3, 4), new StatementAnswer(4, 2));
    }

    @Test
    void aTenIsAOneAndAZeroAndAOneIsTakenByWhateverFollows() {
        begin("short");
        driver.press(KeyCode.DOWN).press(KeyCode.DOWN);
        type(1, 0);
        press(KEEP);
        driver.press(KeyCode.DOWN).press(KeyCode.DOWN);
        type(1);
        press(KEEP);
        driver.press(KeyCode.DOWN).press(KeyCode.DOWN);
        type(1);
        driver.press(KeyCode.ENTER).type("Kiitos");
        press(KEEP);

        assertThat(kept.entered())
                .extracting(each -> each.answers().recommendation())
                .containsExactly(10, 1, 1);
        assertThat(kept.entered().get(2).text()).isEqualTo("Kiitos");
    }

    @Test
    void childrensFacesHaveTheirOwnScaleAndOtherNumbersAreNotTaken() {
        begin("child");
        type(4);
        assertThat(driver.text("paper-hint")).startsWith("Tätä ei voi");
        type(3, 1);
        press(KEEP);

        assertThat(kept.entered().getFirst().answers().items())
                .extracting(ItemAnswer::given)
                .containsExactly(new Given.ThreeFaces(3), new Given.ThreeFaces(1));
        assertThat(kept.entered().getFirst().answers().statements()).isEmpty();
    }

    @Test
    void anAnswerOpensTheQuestionThatHangsOnIt() {
        begin("plain");
        driver.press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.DOWN);
        assertThat(driver.shows("paper-row-afraid")).isFalse();
        type(3);
        driver.type("Pimeä.").press(KeyCode.ENTER);
        type(1);
        press(KEEP);

        assertThat(kept.entered().getFirst().answers().items())
                .extracting(ItemAnswer::linkId)
                .containsExactly("safe", "afraid", "food");
    }

    @Test
    void aWishForAReplyIsTakenDownBehindTheLastQuestion() {
        begin("short");
        type(5);
        driver.press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.DOWN);
        type(2);
        driver.type("040");
        press(KEEP);
        assertThat(kept.entered()).isEmpty();
        assertThat(driver.text("paper-hint")).startsWith("Tarkista puhelinnumero");

        driver.type(" 1234567");
        press(KEEP);

        assertThat(kept.entered().getFirst().replyWish()).isEqualTo(new ReplyWish(Way.PHONE, "040 1234567", null));
    }

    @Test
    void thePaperBeforeIsCorrectedInOneKeyAndTheOneUnderWayComesBack() {
        begin("short");
        type(5);
        press(KEEP);
        type(3);

        driver.press(KeyCode.CONTROL, KeyCode.UP);

        assertThat(driver.text("paper-number")).isEqualTo("Paperi 1");
        assertThat(kept.entered()).isEmpty();
        driver.press(KeyCode.UP);
        type(4);
        press(KEEP);
        assertThat(kept.entered().getFirst().answers().statements()).containsExactly(new StatementAnswer(1, 4));
        assertThat(driver.text("paper-number")).isEqualTo("Paperi 2");
        press(KEEP);
        assertThat(kept.entered().get(1).answers().statements()).containsExactly(new StatementAnswer(1, 3));
    }

    @Test
    void whatIsHalfTypedIsThereWhenTheProgramStartsAgain() {
        begin("short");
        type(5, 4);
        driver.press(KeyCode.DOWN).type("Ruoka oli ky");
        UiDriver.doOnScreen(() -> background.pass(Duration.ofSeconds(1)));
        driver.close();

        openWindow();

        assertThat(driver.text("paper-row-comment")).isEqualTo("Ruoka oli ky");
        driver.type("lmää");
        press(KEEP);
        assertThat(kept.entered().getFirst().text()).isEqualTo("Ruoka oli kylmää");
        assertThat(kept.entered().getFirst().answers().statements()).hasSize(2);
    }

    @Test
    void typedTwiceTheSameIsKeptAtOnce() {
        begin("short");
        type(5, 4, 9);
        driver.type("Kiitos");
        driver.press(KeyCode.CONTROL, KeyCode.D);
        assertThat(driver.text("paper-number")).isEqualTo("Paperi 1, toinen kerta");
        assertThat(driver.shows("paper-row-comment")).isFalse();

        type(5, 4, 9);
        press(KEEP);

        driver.waitForText("Tarkistettu: molemmat kerrat ovat samat.");
        assertThat(kept.entered()).hasSize(1);
        assertThat(kept.entered().getFirst().text()).isEqualTo("Kiitos");
    }

    @Test
    void whereTwoTypingsDifferEachRowIsNamedAndTheTypistSaysWhichHolds() {
        begin("short");
        type(5, 4, 9);
        driver.press(KeyCode.CONTROL, KeyCode.D);
        type(5, 3);
        driver.press(KeyCode.DOWN);
        press(KEEP);

        assertThat(driver.shows("paper-difference-statement-1")).isFalse();
        assertThat(driver.words()).anyMatch(each -> each.startsWith("1: 4")).contains("2: tyhjä");
        driver.picture("paper-differences-fi");
        assertThat(driver.complaints()).isEmpty();
        type(2);
        press(KEEP);
        driver.waitForText("Valitse vielä jokaiselta riviltä");
        type(1);
        press(KEEP);

        assertThat(kept.entered().getFirst().answers().statements())
                .containsExactly(new StatementAnswer(1, 5), new StatementAnswer(2, 3));
        assertThat(kept.entered().getFirst().answers().recommendation()).isEqualTo(9);
    }

    @Test
    void anotherPileLeavesThePaperUnderWayAside() {
        begin("short");
        type(5);

        driver.press(KeyCode.ESCAPE);

        driver.waitForText("Kesken jääneet");
        assertThat(kept.entered()).isEmpty();
    }

    @Test
    void theEmptyFormIsPutWhereThePersonSaysAndOpenedFromThere(@TempDir Path folder) {
        begin("national");
        UiDriver.doOnScreen(model::leaveBatch);
        Path file = folder.resolve("lomake.pdf");
        UiDriver.doOnScreen(
                () -> model.printing().print(model.printing().sheet().orElseThrow(), file));

        assertThat(file).isNotEmptyFile();
        assertThat(driver.text("paper-printed")).contains(file.toString());
        driver.click("paper-open-print");
        assertThat(opened).containsExactly(file);

        Path nowhere = folder.resolve("no").resolve("lomake.pdf");
        UiDriver.doOnScreen(
                () -> model.printing().print(model.printing().sheet().orElseThrow(), nowhere));
        driver.waitForText("V-215");
    }

    @Test
    void aFormOfFiveThousandQuestionsIsTypedAtTheSamePaceAsAShortOne() {
        begin("large");
        long working = UiDriver.onScreen(() -> {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            IntStream.range(0, 100).forEach(each -> model.keys().digit(2));
            return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
        });
        driver.settle();

        assertThat(driver.shows("paper-row-q100")).isTrue();
        assertThat(driver.shows("paper-row-q10")).isFalse();
        // Less than a twentieth of a second of the screen's own time a key, the writing to a store in memory included.
        assertThat(working).isLessThan(100 * 50);
    }

    @Test
    void eachPageIsLegibleInEachDress() {
        for (Dress dress : List.of(
                new Dress("fi", Language.FI, Look.LIGHT, TextSize.BASE),
                new Dress("sv-dark", Language.SV, Look.DARK, TextSize.BASE),
                new Dress("fi-200", Language.FI, Look.LIGHT, new TextSize(200)))) {
            dress(dress.look(), dress.size());
            UiDriver.doOnScreen(() -> texts.language().set(dress.language()));
            driver.picture("paper-start-" + dress.name());
            assertThat(driver.complaints()).isEmpty();
            for (String form : List.of("national", "plain", "child")) {
                begin(form, LocalDate.of(2026, 11, 18));
                type(3, 1, 2);
                driver.picture("paper-" + form + "-" + dress.name());
                driver.pictureOfWindow("paper-window-" + form + "-" + dress.name());
                assertThat(driver.complaints()).isEmpty();
                UiDriver.doOnScreen(model::leaveBatch);
            }
        }
        UiDriver.doOnScreen(() -> texts.language().set(Language.FI));
    }

    private record Dress(String name, Language language, Look look, TextSize size) {}

    private void dress(Look look, TextSize size) {
        UiDriver.doOnScreen(() -> theme.wear(look, size));
    }

    private void begin(String form) {
        begin(form, Lehtola.CLOCK.instant().atZone(DueDates.ZONE).toLocalDate());
    }

    private void begin(String form, LocalDate day) {
        UiDriver.doOnScreen(() -> {
            Batch batch = model.batch();
            batch.day().set(times.date(day));
            batch.form()
                    .set(batch.forms().stream()
                            .filter(each -> each.id().equals(form))
                            .findFirst()
                            .orElseThrow());
            batch.language().set(texts.language().get());
        });
        UiDriver.doOnScreen(model::begin);
        driver.settle();
    }

    private PaperViewTest type(int... digits) {
        for (int digit : digits) {
            press(KeyCode.valueOf("DIGIT" + digit));
        }
        return this;
    }

    private void press(KeyCode... together) {
        keys++;
        driver.press(together);
    }

    private static Form large() {
        return new Form(
                "large",
                "1",
                "https://vastine.example/large",
                LocalDate.of(2026, 1, 1),
                null,
                Audience.RELATIVE,
                new Names("Pitkä", "Lång", "Long"),
                List.of(),
                IntStream.range(0, 5_000)
                        .mapToObj(each -> new FormItem(
                                "q" + each,
                                null,
                                new Names("Kysymys " + each, "Fråga " + each, "Question " + each),
                                null,
                                null,
                                List.of(),
                                FormItem.Join.ALL,
                                new ItemKind.ThreeFaces()))
                        .toList(),
                List.of());
    }
}
