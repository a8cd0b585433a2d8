package fi.vastine.backend.commands;

import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.BO;
import static fi.vastine.backend.TestBackend.CLINIC;
import static fi.vastine.backend.TestBackend.COLLEAGUE;
import static fi.vastine.backend.TestBackend.COLLECTOR;
import static fi.vastine.backend.TestBackend.LEADER;
import static fi.vastine.backend.TestBackend.MORNING;
import static fi.vastine.backend.TestBackend.QUALITY;
import static fi.vastine.backend.TestBackend.QUEUE;
import static fi.vastine.backend.TestBackend.SUBSTITUTE;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.Push;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path folder;

    private TestBackend backend;

    @BeforeEach
    void start() {
        backend = new TestBackend(folder);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void aRepeatAfterALostAnswerGetsTheSameOutcomeAndChangesNothing() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        Envelope note = laptop.envelope(open.id(), note("Soitettu."));

        List<Push.Result> first = laptop.push(note);
        List<Push.Result> again = laptop.push(note);

        assertThat(first.getFirst().outcome()).isEqualTo(new Outcome.Applied(open.changeNo() + 1));
        assertThat(again).isEqualTo(first);
        assertThat(backend.stored(open.id()).notes()).extracting(Note::text).containsExactly("Soitettu.");
    }

    @Test
    void commandsTakeEffectInTheirOrder() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);

        List<Push.Result> outcomes = laptop.push(
                laptop.envelope(open.id(), new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.IN_PROGRESS)),
                laptop.envelope(open.id(), note("Ensin.")),
                laptop.envelope(open.id(), note("Sitten.")));

        assertThat(outcomes).extracting(Push.Result::seq).containsExactly(1L, 2L, 3L);
        assertThat(outcomes).allSatisfy(each -> assertThat(each.outcome()).isInstanceOf(Outcome.Applied.class));
        assertThat(backend.stored(open.id()).notes()).extracting(Note::text).containsExactly("Ensin.", "Sitten.");
        assertThat(backend.stored(open.id()).status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void aGapNamesTheExpectedNumberAndTakesNothingOfTheBatch() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        Envelope first = laptop.envelope(open.id(), note("Ensin."));
        laptop.envelope(open.id(), note("Kadonnut."));
        Envelope third = laptop.envelope(open.id(), note("Kolmas."));

        Problem problem = laptop.refused(first, third);

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo(Problem.Code.SEQ_GAP);
        assertThat(problem.expectedSeq()).isEqualTo(2);
        assertThat(backend.stored(open.id()).notes()).isEmpty();
    }

    @Test
    void aNumberUsedForAnotherCommandIsAForkAndTakesNothing() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        laptop.does(open.id(), note("Ensin."));
        laptop.restoredTo(0);

        Problem problem = laptop.refused(laptop.envelope(open.id(), note("Toinen.")));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo(Problem.Code.DEVICE_FORKED);
        assertThat(backend.stored(open.id()).notes()).hasSize(1);
    }

    @Test
    void aLaptopRegisteredAnewSendsItsOldCommandsAgainAndTheyStaySingle() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop before = backend.laptopOf(AINO);
        Envelope sent = before.envelope(open.id(), note("Ensin."));
        Outcome outcome = before.push(sent).getFirst().outcome();
        TestLaptop anew = backend.laptopOf(AINO);

        List<Push.Result> again = anew.push(
                with(sent.commandId(), anew.envelope(open.id(), sent.command())),
                anew.envelope(open.id(), note("Uusi.")));

        assertThat(again.getFirst().outcome()).isEqualTo(outcome);
        assertThat(backend.stored(open.id()).notes()).extracting(Note::text).containsExactly("Ensin.", "Uusi.");
    }

    @Test
    void ofTwoRepliesOneGoesOutAndTheOtherIsKeptBesideIt() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        Command.SendReply first = reply(open, "Pahoittelut odotuksesta.");
        Command.SendReply second = reply(open, "Kiitos palautteesta.");

        assertThat(backend.laptopOf(AINO).does(open.id(), first)).isInstanceOf(Outcome.Applied.class);
        Outcome met = backend.laptopOf(COLLEAGUE).does(open.id(), second);

        assertThat(met).isInstanceOfSatisfying(Outcome.Conflict.class, conflict -> {
            assertThat(conflict.why()).isEqualTo(ConflictReason.ANSWERED_ALREADY);
            assertThat(conflict.by()).isEqualTo(AINO);
        });
        assertThat(backend.queued).containsExactly(first.reply());
        FeedbackCase after = backend.stored(open.id());
        assertThat(after.replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.text()).isEqualTo("Pahoittelut odotuksesta."));
        assertThat(after.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.text()).isEqualTo("Kiitos palautteesta.");
            assertThat(draft.label()).isEqualTo(DraftLabel.BESIDE);
            assertThat(draft.author()).isEqualTo(COLLEAGUE);
        });
    }

    @Test
    void theSameReplyFromTwoSendingsIsQueuedOnce() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        Command.SendReply reply = reply(open, "Pahoittelut odotuksesta.");
        TestLaptop laptop = backend.laptopOf(AINO);

        laptop.does(open.id(), reply);

        assertThat(laptop.does(open.id(), reply)).isEqualTo(new Outcome.NoOp());
        assertThat(backend.queued).containsExactly(reply.reply());
    }

    @Test
    void whatASubstituteWroteAndHerTimeWasOverIsKeptForTheUnit() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(SUBSTITUTE);
        Command reply = reply(open, "Kirjoitettu junassa.");

        Outcome outcome = laptop.push(laptop.envelope(open.id(), reply, MORNING.minus(Duration.ofDays(12))))
                .getFirst()
                .outcome();

        assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.ACCESS_ENDED, true));
        assertThat(backend.queued).isEmpty();
        assertThat(backend.stored(open.id()).drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.label()).isEqualTo(DraftLabel.LEFT_BEHIND))
                .extracting(Draft::author, Draft::text)
                .containsExactly(SUBSTITUTE, "Kirjoitettu junassa.");
    }

    @Test
    void whatWasWrittenOnACaseThatHasMovedOnIsKeptForItsPresentUnit() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        backend.laptopOf(QUALITY).does(open.id(), new Command.MoveToUnit(WARD, CLINIC, "Koskee vastaanottoa."));

        Outcome outcome = backend.laptopOf(AINO).does(open.id(), note("Soitettu jo."));

        assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.ACCESS_ENDED, true));
        assertThat(backend.stored(open.id()).drafts()).extracting(Draft::text).containsExactly("Soitettu jo.");
    }

    @Test
    void eachRoleDoesWhatIsItsOwn() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");

        assertThat(outcomeOf(AINO, open)).isInstanceOf(Outcome.Applied.class);
        assertThat(outcomeOf(COLLEAGUE, open)).isInstanceOf(Outcome.Applied.class);
        assertThat(outcomeOf(QUALITY, open)).isInstanceOf(Outcome.Applied.class);
        for (PersonId each : List.of(BO, LEADER, COLLECTOR, SUBSTITUTE, new PersonId("p-tuntematon"))) {
            assertThat(outcomeOf(each, open)).as(each.value()).isEqualTo(new Outcome.Refused(Refusal.NO_ACCESS, false));
        }
        assertThat(backend.stored(open.id()).notes()).hasSize(3);
    }

    @Test
    void movingACaseGivesItToWhoAnswersForTheNewUnit() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");

        backend.laptopOf(AINO).does(open.id(), new Command.MoveToUnit(WARD, CLINIC, "Koskee vastaanottoa."));

        assertThat(open.assignee()).isEqualTo(AINO);
        assertThat(backend.stored(open.id()).assignee()).isEqualTo(BO);
        assertThat(backend.stored(open.id()).unit()).isEqualTo(CLINIC);
    }

    @Test
    void namesThatAreNotKnownAreRefusedEachInItsWay() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        PersonId nobody = new PersonId("p-ei-ole");

        assertThat(laptop.does(open.id(), new Command.MoveToUnit(WARD, new UnitId("ei-ole"), "")))
                .isEqualTo(new Outcome.Refused(Refusal.UNKNOWN_UNIT, false));
        assertThat(laptop.does(open.id(), new Command.AssignTo(AINO, nobody)))
                .isEqualTo(new Outcome.Refused(Refusal.UNKNOWN_PERSON, false));
        assertThat(laptop.does(open.id(), new Command.AskReview(new DraftId(UUID.randomUUID()), 1, nobody)))
                .isEqualTo(new Outcome.Refused(Refusal.UNKNOWN_PERSON, false));
        assertThat(laptop.does(open.id(), new Command.AddTheme(new ThemeId("ei-ole"))))
                .isEqualTo(new Outcome.Refused(Refusal.UNKNOWN_THEME, false));
        assertThat(laptop.does(new CaseId(UUID.randomUUID()), note("Kenelle?")))
                .isEqualTo(new Outcome.Refused(Refusal.UNKNOWN_CASE, false));
        assertThat(laptop.does(open.id(), new Command.AddTheme(QUEUE))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void whatACollectorEntersIsNeverRefusedAndIsPromisedItsReply() {
        TestLaptop laptop = backend.laptopOf(COLLECTOR);
        CaseId own = new CaseId(UUID.randomUUID());
        CaseId anothers = new CaseId(UUID.randomUUID());
        CaseId unknown = new CaseId(UUID.randomUUID());

        assertThat(laptop.does(own, entry(COLLECTOR, WARD))).isInstanceOf(Outcome.Applied.class);
        assertThat(laptop.does(anothers, entry(COLLECTOR, CLINIC))).isInstanceOf(Outcome.Applied.class);
        assertThat(laptop.does(unknown, entry(COLLECTOR, new UnitId("lakkautettu"))))
                .isInstanceOf(Outcome.Applied.class);

        assertThat(backend.stored(own).unit()).isEqualTo(WARD);
        assertThat(backend.stored(own).assignee()).isEqualTo(AINO);
        assertThat(backend.stored(own).promise())
                .satisfies(promise -> assertThat(promise.dueOn()).isEqualTo("2026-11-30"));
        for (CaseId routedOn : List.of(anothers, unknown)) {
            assertThat(backend.stored(routedOn).unit()).isEqualTo(UnitId.TRIAGE);
            assertThat(backend.stored(routedOn).assignee()).isNull();
        }
        assertThat(backend.stored(anothers).history().getFirst().to()).isEqualTo(CLINIC.value());
    }

    @Test
    void anEntryIsItsCollectorsWhoeverIsSignedInWhenItIsSent() {
        TestLaptop shared = backend.laptopOf(BO);
        CaseId id = new CaseId(UUID.randomUUID());

        assertThat(shared.does(id, entry(COLLECTOR, WARD))).isInstanceOf(Outcome.Applied.class);

        assertThat(backend.stored(id).unit()).isEqualTo(WARD);
        assertThat(backend.stored(id).origin().collector()).isEqualTo(COLLECTOR);
    }

    @Test
    void aCommandOfANewerProgramIsRefusedAloneAndHoldsNothingUp() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        String newer = text(laptop.envelope(open.id(), note("x")))
                .replace("\"shape\":" + Envelope.SHAPE, "\"shape\":" + (Envelope.SHAPE + 1));
        String unheardOf = text(laptop.envelope(open.id(), note("x"))).replace("add-note", "teleport");
        String incomplete = text(laptop.envelope(open.id(), note("x"))).replace(",\"text\":\"x\"", "");
        String fine = text(laptop.envelope(open.id(), note("Perille.")));

        List<Push.Result> outcomes = outcomes(laptop.post(batch(newer, unheardOf, incomplete, fine)));

        assertThat(outcomes.subList(0, 3))
                .extracting(Push.Result::outcome)
                .containsOnly(new Outcome.Refused(Refusal.UNKNOWN_SHAPE, false));
        assertThat(outcomes.get(3).outcome()).isInstanceOf(Outcome.Applied.class);
        assertThat(backend.stored(open.id()).notes()).extracting(Note::text).containsExactly("Perille.");
    }

    @Test
    void aCommandTooLargeByItselfIsRefusedByItself() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);

        assertThat(laptop.does(open.id(), note("x".repeat(2_000_000))))
                .isEqualTo(new Outcome.Refused(Refusal.TOO_LARGE, false));
        assertThat(laptop.does(open.id(), note("Perille."))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aBatchTooLargeIsToBeHalved() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        List<Envelope> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(laptop.envelope(open.id(), note("Rivi " + i)));
        }

        assertThat(laptop.refused(many.toArray(Envelope[]::new)).status()).isEqualTo(413);
        assertThat(laptop.push(many.subList(0, 200).toArray(Envelope[]::new))).hasSize(200);
        assertThat(backend.stored(open.id()).notes()).hasSize(200);
    }

    @Test
    void anotherDevicesCommandsAreNotTaken() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");

        Problem problem = backend.laptopOf(AINO).refused(backend.laptopOf(AINO).envelope(open.id(), note("Kenen?")));

        assertThat(problem.code()).isEqualTo(Problem.Code.FORBIDDEN);
        assertThat(backend.stored(open.id()).notes()).isEmpty();
    }

    @Test
    void aBatchThatCannotBePutInOrderIsMalformed() {
        TestLaptop laptop = backend.laptopOf(AINO);

        for (String batch : List.of("", "[]", "{}", "{\"commands\":[{}]}", "{\"commands\":[{\"seq\":\"yksi\"}]}")) {
            HttpResponse<String> answer = laptop.post(batch);
            assertThat(answer.statusCode()).as(batch).isEqualTo(400);
            assertThat(backend.client.problem(answer).code()).isEqualTo(Problem.Code.MALFORMED);
        }
    }

    private Outcome outcomeOf(PersonId person, FeedbackCase open) {
        return backend.laptopOf(person).does(open.id(), note("Minä kävin."));
    }

    private List<Push.Result> outcomes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return backend.client.read(answer, Push.Answer.class).outcomes();
    }

    private String text(Envelope envelope) {
        return backend.json.write(envelope);
    }

    private static String batch(String... envelopes) {
        return "{\"commands\":[" + String.join(",", envelopes) + "]}";
    }

    private static Envelope with(CommandId id, Envelope envelope) {
        return new Envelope(
                id,
                envelope.deviceId(),
                envelope.seq(),
                envelope.caseId(),
                envelope.madeAt(),
                envelope.shape(),
                envelope.command());
    }

    private static Command.AddNote note(String text) {
        return new Command.AddNote(new NoteId(UUID.randomUUID()), text);
    }

    private static Command.SendReply reply(FeedbackCase open, String text) {
        return new Command.SendReply(
                new ReplyId(UUID.randomUUID()), open.latestMessage().id(), text, null, null);
    }

    private static Command.EnterFeedback entry(PersonId collector, UnitId unit) {
        return new Command.EnterFeedback(
                collector,
                unit,
                Channel.PAPER,
                FeedbackKind.SUGGESTION,
                Language.FI,
                new MessageId(UUID.randomUUID()),
                "Lisää penkkejä.",
                Answers.NONE,
                new ReplyWish(Way.PHONE, "050 000 0000", null),
                MORNING);
    }
}
