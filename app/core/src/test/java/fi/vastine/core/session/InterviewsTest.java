package fi.vastine.core.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.form.Condition;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Forms;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.outbox.Intention;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.SmallDisk;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Document;
import fi.vastine.core.replica.MemoryReplica;
import fi.vastine.core.replica.Page;
import fi.vastine.core.store.Forensics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A summer worker who asks all day, on real files. */
class InterviewsTest extends StartedOnFiles {
    private static final Form FORM = form(
            "koe",
            item("begin", new ItemKind.Display()),
            item("help", new ItemKind.Statement(1)),
            item("safe", new ItemKind.ThreeFaces()),
            item(
                    "afraid",
                    new ItemKind.Words(500),
                    new Condition("safe", Condition.Test.EQUAL, new Given.ThreeFaces(1))),
            item("likely", new ItemKind.Recommendation()),
            item("comment", new ItemKind.Comment()));

    private Interviews interviews;

    @BeforeEach
    void open() {
        interviews = interviews(Interviews.BEDSIDE);
    }

    @Override
    void restart() throws IOException {
        super.restart();
        open();
    }

    @Test
    void killedAfterAnyAnswerItGoesOnAtTheNextQuestionWithAllThatWasAnswered() throws IOException {
        begin();
        assertKilledHereItGoesOn("begin");
        interviews.keep(asked().passed("begin"));
        assertKilledHereItGoesOn("help");
        interviews.keep(asked().answered("help", new Given.Step(null)));
        assertKilledHereItGoesOn("safe");
        interviews.keep(asked().answered("safe", new Given.ThreeFaces(1)));
        assertKilledHereItGoesOn("afraid");
        interviews.keep(asked().written("afraid", "Yöllä on pim"));
        assertKilledHereItGoesOn("afraid");
        interviews.keep(asked().answered("afraid", new Given.Words("Yöllä on pimeää.")));
        assertKilledHereItGoesOn("likely");
        interviews.keep(asked().back());
        assertKilledHereItGoesOn("afraid");
        interviews.keep(asked().answered("afraid", new Given.Words("Yöllä on pimeää.")));
        interviews.keep(asked().answered("likely", new Given.Recommendation(10)));
        interviews.keep(asked().in(Language.SV));
        assertKilledHereItGoesOn("comment");
        interviews.keep(asked().passed("comment").remarked("Väsyi lopussa."));
        assertKilledHereItGoesOn(null);
    }

    /** The files as they lie while the program runs are what a killed one leaves. */
    private void assertKilledHereItGoesOn(@Nullable String at) throws IOException {
        Interview before = asked();
        assertThat(before.at()).isEqualTo(at);
        Path left = folder.resolve("killed-" + uuids.next());
        for (String part : List.of("outbox", "keys")) {
            copy(folder.resolve(part), left.resolve(part));
        }
        try (Outbox found =
                new SmallDisk().open(left.resolve("outbox"), new FileKeyHolder(left.resolve("keys")), JSON)) {
            var again = new Desk(found, new MemoryReplica(), JSON, ELIAS, clock);
            var resumed = new Interviews(Interviews.BEDSIDE, again, found, commands, ELIAS, JSON, clock);
            assertThat(resumed.state()).isEqualTo(interviews.state());
            assertThat(resumed.state().current()).isEqualTo(before);
        }
    }

    @Test
    void whatIsEndedInTheMiddleIsAnEntryWithTheFormsKeyAndOnlyWhatWasAnswered() throws IOException {
        begin();
        interviews.keep(asked().passed("begin"));
        interviews.keep(asked().answered("help", new Given.Step(4)));
        interviews.keep(asked().passed("safe").remarked("  Kuuli huonosti. "));

        Interviews.Ended ended = interviews.end(asked());

        assertThat(ended.now().current()).isNull();
        assertThat(ended.now().today()).containsExactly(Map.entry(WARD, 1));
        assertThat(ended.now().last()).isNotNull();
        restart();
        assertThat(interviews.state()).isEqualTo(ended.now());
        Command.EnterFeedback entry = entered().getFirst();
        assertThat(entry.channel()).isEqualTo(Channel.SUPPORTED);
        assertThat(entry.unit()).isEqualTo(WARD);
        assertThat(entry.collector()).isEqualTo(ELIAS);
        assertThat(entry.answers().form()).isEqualTo("koe/1");
        assertThat(entry.answers().statements()).containsExactly(new StatementAnswer(1, 4));
        assertThat(entry.answers().items()).isEmpty();
        assertThat(entry.answers().support())
                .isEqualTo(new Support(
                        Support.AnsweredBy.SELF_WITH_SUPPORT,
                        Support.HelperRole.SUMMER_WORKER,
                        true,
                        "Kuuli huonosti."));
        assertThat(entry.text()).isEmpty();
    }

    @Test
    void ownWordsAreTheCasesTextAndTheHelpersRemarkStaysApart() {
        begin();
        interviews.keep(asked().answered("comment", new Given.Words("Hoitaja jäi viereen.")));
        interviews.end(asked().remarked("Puhui hiljaa."));

        assertThat(entered().getFirst().text()).isEqualTo("Hoitaja jäi viereen.");
        assertThat(entered().getFirst().answers().support())
                .extracting(Support::remark)
                .isEqualTo("Puhui hiljaa.");
    }

    @Test
    void takenAwayAnswersAreNowhereNotEvenInTheLogOfTheStore() throws IOException {
        begin();
        interviews.keep(asked().answered("comment", new Given.Words("KANARIALINTU")));
        interviews.keep(asked().remarked("RASTAS"));
        assertThat(canBeRead("KANARIALINTU")).isTrue();

        Interviews.State now = interviews.withdraw(asked().caseId());

        assertThat(now.current()).isNull();
        assertThat(now.count()).isZero();
        assertThat(entered()).isEmpty();
        assertThat(canBeRead("KANARIALINTU")).isFalse();
        assertThat(canBeRead("RASTAS")).isFalse();
        restart();
        assertThat(interviews.state()).isEqualTo(now);
    }

    @Test
    void anAnswerThatComesLateDoesNotBringBackWhatWasTakenAway() {
        begin();
        Interview before = asked();
        interviews.withdraw(before.caseId());

        interviews.keep(before.answered("help", new Given.Step(5)));
        interviews.end(before.answered("help", new Given.Step(5)));

        assertThat(interviews.state().current()).isNull();
        assertThat(entered()).isEmpty();
    }

    @Test
    void whoSaysNoAfterTheEndIsTakenOutWhileTheEntryIsHere() {
        told(FORM);
        begin();
        Interviews.Ended ended = interviews.end(asked().answered("help", new Given.Step(5)));

        assertThat(interviews.takeBack(requireNonNull(ended.id()))).isPresent();
        interviews.withdraw(asked().caseId());
        assertThat(entered()).isEmpty();
        assertThat(interviews.state().count()).isZero();

        begin();
        Interviews.Ended late = interviews.end(asked().answered("help", new Given.Step(5)));
        commands.ripen(Instant.MAX);
        outbox.takeForWire(200, Push.MOST_BYTES);
        assertThat(interviews.takeBack(requireNonNull(late.id()))).isEmpty();
        assertThat(interviews.state().count()).isEqualTo(1);
    }

    @Test
    void nothingIsKeptOfWhoAnsweredNothing() {
        begin();
        interviews.keep(asked().passed("begin"));

        assertThat(interviews.end(asked()).id()).isNull();

        assertThat(entered()).isEmpty();
        assertThat(interviews.state().count()).isZero();
        assertThat(interviews.state().parked()).isEmpty();
    }

    @Test
    void aParkedCustomerIsTakenUpWhereSheWas() throws IOException {
        begin();
        interviews.keep(asked().passed("begin"));
        interviews.keep(asked().answered("help", new Given.Step(2)));
        Interview resting = asked();
        interviews.park();
        begin();
        interviews.keep(asked().passed("begin"));

        restart();
        assertThat(interviews.state().parked()).containsExactly(resting);
        Interview other = asked();
        assertThat(interviews.takeUp(resting.caseId()).current()).isEqualTo(resting);
        assertThat(interviews.state().parked()).containsExactly(other);
    }

    @Test
    void unitFormRoleAndLanguageAreRememberedAndTheCountIsTheDays() {
        begin();
        interviews.keep(asked().in(Language.SV));
        interviews.end(asked().answered("help", new Given.Step(5)));

        assertThat(interviews.state().last())
                .isEqualTo(
                        new Interviews.Remembered(WARD, "koe", Support.HelperRole.SUMMER_WORKER, Language.SV, null, 1));
        clock.pass(Duration.ofDays(1));
        assertThat(interviews.state().count()).isZero();
    }

    @Test
    void aDiskThatIsFullInTheMiddleLosesNothingAndTheSameAnswerIsTakenLater() throws IOException {
        begin();
        interviews.keep(asked().passed("begin"));
        Interview before = asked();
        Interview answered = before.answered("help", new Given.Step(3));
        disk.fill();

        assertThatThrownBy(() -> interviews.keep(answered)).isInstanceOf(DiskFull.class);
        assertThat(asked()).isEqualTo(before);
        assertThatThrownBy(() -> interviews.end(answered)).isInstanceOf(DiskFull.class);
        assertThat(asked()).isEqualTo(before);

        disk.makeRoom();
        restart();
        assertThat(asked()).isEqualTo(before);
        interviews.keep(answered);
        interviews.end(asked());
        assertThat(entered()).hasSize(1);
    }

    @Test
    void aCrashBetweenTheEntryAndTheEndEntersItOnce() throws IOException {
        begin();
        interviews.keep(asked().answered("help", new Given.Step(5)));
        desk.intend(new Intention(
                commands.submission(asked().caseId(), asked().command(ELIAS)),
                clock.instant().plusSeconds(10)));

        restart();

        assertThat(interviews.state().current()).isNull();
        assertThat(interviews.state().count()).isEqualTo(1);
        assertThat(entered()).hasSize(1);
    }

    @Test
    void aClockSetTo1970StopsNobody() throws IOException {
        clock.pass(Duration.between(clock.instant(), Instant.EPOCH.plus(Duration.ofDays(1))));
        restart();

        assertThat(interviews.usable(new Forms(List.of(FORM)))).containsExactly(FORM);
        begin();
        interviews.keep(asked().answered("help", new Given.Step(5)));
        restart();
        interviews.end(asked());
        assertThat(interviews.state().count()).isEqualTo(1);
        assertThat(entered()).hasSize(1);
        assertThat(commands.ripen(clock.instant().plusSeconds(11))).isEmpty();
        assertThat(outbox.takeForWire(200, Push.MOST_BYTES)).hasSize(1);
    }

    @Test
    void whatWasEndedCanBeCorrectedAfterARestartWhileItIsHere() throws IOException {
        begin();
        interviews.keep(asked().answered("help", new Given.Step(4)).answered("safe", new Given.ThreeFaces(1)));
        interviews.keep(asked().answered("afraid", new Given.Words("Yö.")));
        interviews.keep(asked().answered("comment", new Given.Words("Ruoka oli kylmää.")));
        Interview before = asked().remarked("Väsyi.").atTheEnd();
        CommandId entry = requireNonNull(interviews.end(before).id());

        restart();
        assertThat(interviews.takeBack(entry)).as("without its form").isEmpty();
        told(FORM);

        assertThat(interviews.takeBack(entry)).isPresent();
        assertThat(asked()).isEqualTo(before);
        assertThat(entered()).isEmpty();
        assertThat(interviews.state().count()).isZero();
    }

    @Test
    void wordsThatCannotBeKeptLeaveWhatWasKeptBefore() {
        begin();
        Interview now = asked().passed("begin").passed("help").answered("safe", new Given.ThreeFaces(1));
        Interview kept = now.written("afraid", "Yöllä on pimeää.");

        assertThat(kept.written("afraid", "x".repeat(501))).isEqualTo(kept);
        assertThat(kept.written("afraid", " ").filled().answer("afraid")).isEmpty();
    }

    @Test
    void whoIsParkedAtTheFirstQuestionStaysWhenAnotherIsCorrected() {
        told(FORM);
        begin();
        CaseId first = asked().caseId();
        interviews.park();
        begin();
        CommandId entry = requireNonNull(
                interviews.end(asked().answered("help", new Given.Step(5))).id());

        interviews.takeBack(entry);

        assertThat(interviews.state().parked()).extracting(Interview::caseId).containsExactly(first);
    }

    @Test
    void aFormThatCannotBeReadSetsItsInterviewAsideWithItsAnswersAndStopsNobody() throws IOException {
        begin();
        interviews.keep(asked().answered("help", new Given.Step(4)));
        CaseId first = asked().caseId();
        outbox.keepSetting("interview-form " + FORM.key(), "{\"id\":");

        restart();

        assertThat(interviews.state().current()).isNull();
        assertThat(outbox.setting("interview-aside " + first.value()))
                .hasValueSatisfying(kept -> assertThat(kept).contains("help", "4"));
        begin();
        assertThat(asked().at()).isEqualTo("begin");
    }

    @Test
    void onlyTheCountStaysOnceTheBackendHasIt() throws IOException {
        told(new Scope(1, List.of(), Map.of(), List.of(Role.COLLECTOR), List.of(WARD)));
        begin();
        interviews.keep(asked().answered("comment", new Given.Words("KANARIALINTU")));
        interviews.end(asked());
        commands.ripen(Instant.MAX);
        desk.settle(outbox.takeForWire(200, Push.MOST_BYTES).stream()
                .map(each -> new Push.Result(each.commandId(), each.seq(), new Outcome.Applied(7)))
                .toList());

        assertThat(outbox.entries()).isEmpty();
        assertThat(canBeRead("KANARIALINTU")).isFalse();
        assertThat(interviews.state().today()).containsExactly(Map.entry(WARD, 1));
    }

    @Test
    void anAnswerThatWasChangedOpensAndClosesWhatHangsOnIt() {
        begin();
        interviews.keep(asked().passed("begin"));
        interviews.keep(asked().passed("help"));
        assertThat(asked().questions()).isEqualTo(4);
        interviews.keep(asked().answered("safe", new Given.ThreeFaces(1)));
        assertThat(asked().at()).isEqualTo("afraid");
        assertThat(asked().questions()).isEqualTo(5);
        assertThat(asked().number()).isEqualTo(3);

        interviews.keep(asked().back());
        interviews.keep(asked().answered("safe", new Given.ThreeFaces(3)));

        assertThat(asked().at()).isEqualTo("likely");
        assertThat(asked().number()).isEqualTo(3);
        assertThat(asked().back().at()).isEqualTo("safe");
    }

    private void begin() {
        interviews.begin(
                FORM,
                Interview.Start.asked(
                        WARD, Support.AnsweredBy.SELF_WITH_SUPPORT, Support.HelperRole.SUMMER_WORKER, true),
                Language.FI);
    }

    private Interview asked() {
        return requireNonNull(interviews.state().current());
    }

    private void told(Form form) {
        var cursors = new Cursors("epoch", 1, Map.of(), Scope.NONE);
        var document = new Document("form", form.key(), JSON.write(form));
        desk.apply(new Page(List.of(), List.of(), List.of(document), Set.of(), Set.of(), cursors), Map.of());
    }

    private void told(Scope scope) {
        var cursors = new Cursors("epoch", 1, Map.of(), scope);
        desk.apply(new Page(List.of(), List.of(), List.of(), Set.of(), Set.of(), cursors), Map.of());
    }

    /** Whether whoever has the outbox's files and its key can read a word. */
    private boolean canBeRead(String word) {
        var keys = new FileKeyHolder(folder.resolve("keys"));
        return new Forensics(folder.resolve("outbox"), keys.load("outbox").orElseThrow()).finds(word);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
