package fi.vastine.backend.commands;

import static fi.vastine.backend.TestBackend.COLLECTOR;
import static fi.vastine.backend.TestBackend.QUALITY;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.ItemAnswer;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.PullLine;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of answers to the items of a form, and how laptops get the form. */
class FormAnswersTest {
    @TempDir
    Path folder;

    private TestBackend backend;
    private TestLaptop laptop;
    private Form child;

    @BeforeEach
    void open() {
        backend = new TestBackend(folder);
        laptop = backend.laptopOf(COLLECTOR);
        new Forms(backend.reference, backend.writer).addShipped();
        child = backend.reference.form("child/1").orElseThrow();
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void formsReachALaptopWholeAndAVersionAddedLaterComesByItself() {
        TestLaptop.Pulled first = laptop.pullAll(2_000);

        assertThat(first.all(PullLine.FormLine.class))
                .extracting(line -> line.form())
                .containsExactlyInAnyOrderElementsOf(Forms.shipped());

        Form next = version(child, "2");
        new Forms(backend.reference, backend.writer).add(next);

        assertThat(laptop.pull(first.next(
                                first.all(PullLine.ScopeLine.class)
                                        .getFirst()
                                        .scope()
                                        .version(),
                                2_000))
                        .all(PullLine.FormLine.class))
                .containsExactly(new PullLine.FormLine(next));
    }

    @Test
    void answersAreKeptInTheUnitWithTheVersionAndItsItems() {
        Answers answers = happy();

        FeedbackCase kept = entered(answers, "");

        assertThat(kept.unit()).isEqualTo(WARD);
        assertThat(kept.origin().answers()).isEqualTo(answers);
        assertThat(kept.origin().answers().form()).isEqualTo("child/1");
        assertThat(kept.status())
                .as("figures alone, which nobody needs to read")
                .isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void anOlderVersionIsTakenAsWellAsTheNewest() {
        new Forms(backend.reference, backend.writer).add(version(child, "2"));

        assertThat(entered(happy(), "").unit()).isEqualTo(WARD);
    }

    @Test
    void aVersionThatNobodyKnowsWaitsInTriageWithEveryWord() {
        Answers answers = FilledForm.empty(version(child, "99"))
                .with("safe", new Given.ThreeFaces(1))
                .answers(Language.FI, null);

        FeedbackCase kept = entered(answers, "Täällä oli pimeää.");

        assertThat(kept.unit()).isEqualTo(UnitId.TRIAGE);
        assertThat(kept.origin().answers()).isEqualTo(answers);
        assertThat(kept.feedback().text()).isEqualTo("Täällä oli pimeää.");
        assertThat(kept.history().getFirst().to()).as("the unit that was meant").isEqualTo(WARD.value());
        assertThat(backend.laptopOf(QUALITY).pullAll(2_000).caseIds()).contains(kept.id());
    }

    @Test
    void anAnswerThatDoesNotFitItsItemWaitsInTriageAndIsNeverTurnedIntoAnother() {
        var stranger = new ItemAnswer("safe", "Oliko sinulla turvallinen olo?", new Given.WholeNumber(5), null);
        var answers = new Answers(List.of(), null, null, "child/1", List.of(stranger), null);

        FeedbackCase kept = entered(answers, "");

        assertThat(kept.unit()).isEqualTo(UnitId.TRIAGE);
        assertThat(kept.status()).isEqualTo(CaseStatus.NEW);
        assertThat(kept.origin().answers().items()).containsExactly(stranger);
        assertThat(kept.origin().answers().threeFaces()).isEmpty();
    }

    @Test
    void wordsWrittenToASingleItemAreReadBySomebodyAndMayBeUrgent() {
        Form plain = backend.reference.form("plain/1").orElseThrow();
        String no = ((ItemKind.Choice) plain.item("safe").orElseThrow().kind())
                .options()
                .get(2)
                .code();
        Answers answers = FilledForm.empty(plain)
                .with("safe", new Given.Chosen(List.of(no)))
                .with("afraid", new Given.Words("Hoitaja löi minua."))
                .answers(Language.FI, null);

        FeedbackCase kept = entered(answers, "");

        assertThat(kept.unit()).isEqualTo(WARD);
        assertThat(kept.status()).isEqualTo(CaseStatus.NEW);
        assertThat(kept.signals()).contains(Signal.URGENT);
    }

    private Answers happy() {
        return FilledForm.empty(child)
                .with("feeling", new Given.ThreeFaces(3))
                .with("safe", new Given.ThreeFaces(2))
                .answers(Language.FI, null);
    }

    private FeedbackCase entered(Answers answers, String text) {
        var id = new CaseId(UUID.randomUUID());
        var entry = new Command.EnterFeedback(
                COLLECTOR,
                WARD,
                Channel.SUPPORTED,
                FeedbackKind.OTHER,
                Language.FI,
                new MessageId(UUID.randomUUID()),
                text,
                answers,
                null,
                backend.clock.instant());
        assertThat(laptop.does(id, entry)).isInstanceOf(Outcome.Applied.class);
        return backend.stored(id);
    }

    private static Form version(Form form, String version) {
        return new Form(
                form.id(),
                version,
                form.url(),
                form.from().plusYears(1),
                null,
                form.audience(),
                form.title(),
                form.official(),
                form.items(),
                form.images());
    }
}
