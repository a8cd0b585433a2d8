package fi.vastine.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Entry.Resolution;
import fi.vastine.core.outbox.Entry.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every outbox promises; after each step a reopened one must tell the same. */
abstract class OutboxContract {
    static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    static final Json JSON = new Json();

    final UuidSource ids = new UuidSource(() -> NOW, new SplittableRandom(1));
    final DeviceId device = new DeviceId(ids.next());
    final CaseId caseId = new CaseId(ids.next());

    /** The outbox under test; the same one until {@link #reopen}. */
    abstract Outbox outbox();

    /** Closes the outbox and opens it again, as a restart does. */
    abstract void reopen();

    @BeforeEach
    void register() {
        outbox().register(new Registration(device, "k1"));
    }

    @Test
    void commandsAreNumberedWithoutAGapInTheOrderTheyWereMade() {
        Submission first = note("yksi");
        Submission second = note("kaksi");
        Submission third = note("kolme");

        assertThat(outbox().submit(List.of(first))).extracting(Envelope::seq).containsExactly(1L);
        assertThat(outbox().submit(List.of(second, third)))
                .extracting(Envelope::seq)
                .containsExactly(2L, 3L);
        reopen();

        assertThat(envelopes()).extracting(Envelope::commandId).containsExactly(first.id(), second.id(), third.id());
        assertThat(envelopes()).extracting(Envelope::deviceId).containsOnly(device);
        assertThat(outbox().submit(List.of(note("neljä"))))
                .extracting(Envelope::seq)
                .containsExactly(4L);
    }

    @Test
    void aCommandComesBackAsItWasWritten() {
        Submission note = note("Soitin asiakkaalle – ”kiitos”, hän sanoi. \u263a");

        outbox().submit(List.of(note));
        reopen();

        assertThat(envelopes())
                .containsExactly(
                        new Envelope(note.id(), device, 1, caseId, note.madeAt(), Envelope.SHAPE, note.command()));
        assertThat(outbox().entries()).extracting(Entry::state).containsExactly(State.WAITING);
    }

    @Test
    void submittingTwiceAfterATroubledFirstTimeKeepsOneCommand() {
        Submission note = note("kerran");

        List<Envelope> first = outbox().submit(List.of(note));
        List<Envelope> second = outbox().submit(List.of(note, note));

        assertThat(second).containsExactly(first.getFirst(), first.getFirst());
        reopen();
        assertThat(envelopes()).hasSize(1);
    }

    @Test
    void aDroppedCommandsNumberIsNeverGivenAgain() {
        Submission first = note("a");
        outbox().submit(List.of(first));
        wire(10);
        outbox().settle(List.of(result(first, 1, new Outcome.Applied(7))), NOW);
        outbox().drop(List.of(first.id()));
        reopen();

        assertThat(outbox().submit(List.of(note("b"))))
                .extracting(Envelope::seq)
                .containsExactly(2L);
    }

    @Test
    void anIntentionHasNoNumberUntilItIsRipe() {
        Submission reply = note("vastaus");
        Submission later = note("muistiinpano");
        outbox().intend(new Intention(reply, NOW.plusSeconds(10)));
        outbox().submit(List.of(later));
        reopen();

        assertThat(outbox().ripen(NOW.plusSeconds(9))).isEmpty();
        assertThat(outbox().intentions()).containsExactly(new Intention(reply, NOW.plusSeconds(10)));
        assertThat(wire(10)).extracting(Envelope::commandId).containsExactly(later.id());

        assertThat(outbox().ripen(NOW.plusSeconds(10)))
                .extracting(Envelope::seq)
                .containsExactly(2L);
        reopen();
        assertThat(outbox().intentions()).isEmpty();
        assertThat(envelopes()).extracting(Envelope::commandId).containsExactly(later.id(), reply.id());
    }

    @Test
    void allIntentionsBecomeCommandsAtExit() {
        outbox().intend(new Intention(note("a"), NOW.plusSeconds(10)));
        outbox().intend(new Intention(note("b"), NOW.plusSeconds(3600)));

        assertThat(outbox().ripen(Instant.MAX)).extracting(Envelope::seq).containsExactly(1L, 2L);
    }

    @Test
    void anIntentionCanBeTakenBackAndLeavesNothing() {
        Submission reply = note("harkitsematon");
        outbox().intend(new Intention(reply, NOW.plusSeconds(10)));

        assertThat(outbox().takeBack(reply.id())).contains(reply);
        reopen();

        assertThat(outbox().ripen(Instant.MAX)).isEmpty();
        assertThat(envelopes()).isEmpty();
        assertThat(outbox().takeBack(reply.id())).isEmpty();
    }

    @Test
    void aCommandThatWasNeverSentCanBeTakenBackAndLeavesNoGap() {
        Submission first = note("a");
        Submission second = note("b");
        Submission third = note("c");
        outbox().submit(List.of(first));
        wire(10);
        outbox().submit(List.of(second, third));

        assertThat(outbox().takeBack(second.id())).contains(second);
        reopen();

        assertThat(wire(10)).extracting(Envelope::commandId).containsExactly(first.id(), third.id());
        assertThat(wire(10)).extracting(Envelope::seq).containsExactly(1L, 2L);
        assertThat(outbox().submit(List.of(note("d"))))
                .extracting(Envelope::seq)
                .containsExactly(3L);
    }

    @Test
    void whatWasOnceOnTheWireIsNotTakenBack() {
        Submission note = note("a");
        outbox().submit(List.of(note));
        wire(10);
        reopen();

        assertThat(outbox().takeBack(note.id())).isEmpty();
        assertThat(envelopes()).hasSize(1);
    }

    @Test
    void theSameBatchIsHandedOutAgainUntilItsOutcomeIsStored() {
        List<Submission> notes =
                IntStream.range(0, 5).mapToObj(i -> note("n" + i)).toList();
        outbox().submit(notes);

        List<Envelope> first = wire(3);
        reopen();

        assertThat(first).extracting(Envelope::seq).containsExactly(1L, 2L, 3L);
        assertThat(wire(3)).isEqualTo(first);
        assertThat(outbox().entries())
                .extracting(Entry::state)
                .containsExactly(State.ON_WIRE, State.ON_WIRE, State.ON_WIRE, State.WAITING, State.WAITING);
        outbox().settle(List.of(result(notes.getFirst(), 1, new Outcome.NoOp())), NOW);
        assertThat(wire(10)).extracting(Envelope::seq).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void aBatchStaysBelowItsSizeButALargeCommandGoesAlone() {
        outbox().submit(List.of(note("x".repeat(3_000)), note("y".repeat(400)), note("z".repeat(400))));
        long oneSmall = 1L + JSON.write(envelopes().get(1)).getBytes(StandardCharsets.UTF_8).length;

        assertThat(outbox().takeForWire(200, 1_000)).extracting(Envelope::seq).containsExactly(1L);
        outbox().settle(List.of(new Push.Result(envelopes().getFirst().commandId(), 1, new Outcome.NoOp())), NOW);

        assertThat(outbox().takeForWire(200, 2 * oneSmall - 1))
                .extracting(Envelope::seq)
                .containsExactly(2L);
        assertThat(outbox().takeForWire(200, 2 * oneSmall))
                .extracting(Envelope::seq)
                .containsExactly(2L, 3L);
    }

    @Test
    void whatWasAppliedIsDoneAndWhatWasNotNeedsAttentionWithItsText() {
        Submission applied = note("a");
        Submission refused = note("tärkeä teksti");
        Submission conflict = note("c");
        outbox().submit(List.of(applied, refused, conflict));
        wire(10);
        Outcome refusal = new Outcome.Refused(Refusal.NO_ACCESS, false);
        Outcome clash = new Outcome.Conflict(ConflictReason.VALUE_CHANGED, "CLOSED", null, NOW);

        outbox().settle(
                        List.of(
                                result(applied, 1, new Outcome.Applied(81)),
                                result(refused, 2, refusal),
                                result(conflict, 3, clash)),
                        NOW.plusSeconds(5));
        reopen();

        assertThat(outbox().entries())
                .extracting(Entry::state)
                .containsExactly(State.SETTLED, State.NEEDS_ATTENTION, State.NEEDS_ATTENTION);
        assertThat(outbox().entries())
                .extracting(Entry::outcome)
                .containsExactly(new Outcome.Applied(81), refusal, clash);
        assertThat(outbox().entries()).extracting(Entry::settledAt).containsOnly(NOW.plusSeconds(5));
        assertThat(envelopes().get(1).command()).isEqualTo(refused.command());
        assertThat(wire(10)).isEmpty();
    }

    @Test
    void anOutcomeIsStoredOnceAndOneForAnUnknownCommandChangesNothing() {
        Submission note = note("a");
        outbox().submit(List.of(note));
        wire(10);
        outbox().settle(List.of(result(note, 1, new Outcome.Applied(81))), NOW);

        outbox().settle(
                        List.of(result(note, 1, new Outcome.Gone()), result(note("never here"), 9, new Outcome.Gone())),
                        NOW.plusSeconds(9));

        assertThat(outbox().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(new Outcome.Applied(81));
            assertThat(entry.settledAt()).isEqualTo(NOW);
        });
    }

    @Test
    void theLaptopForgetsATextThatTheBackendKeepsSinceAccessEnded() {
        Submission note = note("sijaisen teksti");
        outbox().submit(List.of(note));
        wire(10);

        outbox().settle(List.of(result(note, 1, new Outcome.Refused(Refusal.ACCESS_ENDED, true))), NOW);
        reopen();

        assertThat(outbox().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.NEEDS_ATTENTION);
            assertThat(entry.envelope().command()).isEqualTo(new Command.Voided());
        });
    }

    @Test
    void attentionEndsWhenItIsDismissed() {
        Submission note = refused("a");

        outbox().dismiss(note.id());
        reopen();

        assertThat(outbox().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.SETTLED);
            assertThat(entry.resolution()).isEqualTo(Resolution.DISMISSED);
            assertThat(entry.envelope().command()).isEqualTo(note.command());
        });
    }

    @Test
    void oneClickMakesTheCommandAnewAndEndsTheAttention() {
        Submission old = refused("a");
        Submission anew = note("a");

        Envelope envelope = outbox().makeAnew(old.id(), anew);
        reopen();

        assertThat(envelope.seq()).isEqualTo(2);
        assertThat(outbox().entries())
                .extracting(Entry::state, Entry::resolution)
                .containsExactly(tuple(State.SETTLED, Resolution.MADE_ANEW), tuple(State.WAITING, null));
    }

    @Test
    void onlyWhatIsSettledCanBeDropped() {
        Submission attention = refused("a");
        Submission waiting = note("b");
        Submission applied = note("c");
        outbox().submit(List.of(applied, waiting));
        outbox().settle(List.of(result(applied, 2, new Outcome.Applied(5))), NOW);

        outbox().drop(List.of(
                attention.id(), waiting.id(), applied.id(), note("unknown").id()));
        reopen();

        assertThat(envelopes()).extracting(Envelope::commandId).containsExactly(attention.id(), waiting.id());
    }

    @Test
    void aForkedLaptopNumbersWhatIsUnsettledFromOneAndKeepsTheIds() {
        Submission done = note("a");
        Submission sent = note("b");
        Submission waiting = note("c");
        outbox().submit(List.of(done, sent));
        wire(10);
        outbox().settle(List.of(result(done, 1, new Outcome.Applied(5))), NOW);
        outbox().submit(List.of(waiting));
        DeviceId fresh = new DeviceId(ids.next());

        outbox().register(new Registration(fresh, "k1"));
        reopen();

        assertThat(outbox().registration()).contains(new Registration(fresh, "k1"));
        assertThat(outbox().entries())
                .extracting(Entry::state)
                .containsExactly(State.SETTLED, State.ON_WIRE, State.WAITING);
        assertThat(wire(10)).extracting(Envelope::commandId).containsExactly(sent.id(), waiting.id());
        assertThat(wire(10)).extracting(Envelope::seq).containsExactly(1L, 2L);
        assertThat(wire(10)).extracting(Envelope::deviceId).containsOnly(fresh);
        assertThat(outbox().submit(List.of(note("d"))))
                .extracting(Envelope::seq)
                .containsExactly(3L);
    }

    @Test
    void afterTheBackendWasRestoredWhatItMayHaveLostIsOfferedAgainInOrder() {
        Submission dismissed = refused("x");
        outbox().dismiss(dismissed.id());
        Submission attention = refused("y");
        Submission done = note("a");
        Submission waiting = note("b");
        outbox().submit(List.of(done));
        wire(10);
        outbox().settle(List.of(result(done, 3, new Outcome.Applied(5))), NOW);
        outbox().submit(List.of(waiting));

        outbox().register(new Registration(new DeviceId(ids.next()), "k2"));
        reopen();

        assertThat(wire(10)).extracting(Envelope::commandId).containsExactly(done.id(), waiting.id());
        assertThat(wire(10)).extracting(Envelope::seq).containsExactly(1L, 2L);
        assertThat(outbox().entries())
                .filteredOn(entry -> entry.envelope().commandId().equals(attention.id()))
                .extracting(Entry::state)
                .containsExactly(State.NEEDS_ATTENTION);
    }

    @Test
    void whatARestoredBackendMayHaveHadSaysSoAndWhatWasNeverSentDoesNot() {
        Submission done = note("a");
        Submission sent = note("b");
        Submission waiting = note("c");
        outbox().submit(List.of(done, sent));
        wire(10);
        outbox().settle(List.of(result(done, 1, new Outcome.Applied(5))), NOW);
        outbox().submit(List.of(waiting));
        assertThat(envelopes()).extracting(Envelope::offeredBefore).containsOnly(false);

        outbox().register(new Registration(new DeviceId(ids.next()), "k2"));
        outbox().register(new Registration(new DeviceId(ids.next()), "k2"));
        reopen();

        assertThat(wire(10)).extracting(Envelope::commandId).containsExactly(done.id(), sent.id(), waiting.id());
        assertThat(wire(10)).extracting(Envelope::offeredBefore).containsExactly(true, true, false);
    }

    @Test
    void theSameRegistrationChangesNoNumbers() {
        outbox().submit(List.of(note("a"), note("b")));
        wire(1);

        outbox().register(new Registration(device, "k1"));

        assertThat(outbox().submit(List.of(note("c"))))
                .extracting(Envelope::seq)
                .containsExactly(3L);
    }

    @Test
    void aDraftKnowsItsSavingInTheSameWriteAndForgetsItWhenThatIsTakenBack() {
        KeptDraft draft = draft(caseId, "Hei, kiitos", NOW).goingOn(new DraftId(ids.next()), 3);
        var save = new Command.SaveDraft(draft.draft(), 3, new DraftId(ids.next()), draft.answers(), draft.text());
        var saving = new Submission(new CommandId(ids.next()), caseId, NOW, save);
        outbox().keepDraft(draft);

        outbox().submit(List.of(saving));
        reopen();
        assertThat(outbox().draft(caseId)).contains(draft.goingOn(draft.draft(), 4));
        outbox().takeBack(saving.id());
        reopen();
        assertThat(outbox().draft(caseId)).contains(draft);
        outbox().intend(new Intention(saving, NOW.plusSeconds(10)));
        reopen();
        assertThat(outbox().draft(caseId)).contains(draft.goingOn(draft.draft(), 4));
        outbox().takeBack(saving.id());
        assertThat(outbox().draft(caseId)).contains(draft);
    }

    @Test
    void aDraftIsThereAgainAfterARestart() {
        KeptDraft early = draft(caseId, "Hei, kiitos", NOW);
        KeptDraft late = draft(caseId, "Hei, kiitos palautteesta", NOW.plusSeconds(2));
        KeptDraft other = draft(new CaseId(ids.next()), "Toinen", NOW.plusSeconds(1));
        outbox().keepDraft(early);
        outbox().keepDraft(other);
        outbox().keepDraft(late);
        reopen();

        assertThat(outbox().draft(caseId)).contains(late);
        assertThat(outbox().drafts()).containsExactly(other, late);

        outbox().dropDraft(caseId);
        reopen();
        assertThat(outbox().drafts()).containsExactly(other);
    }

    @Test
    void aSettingIsThereAgainAfterARestart() {
        outbox().keepSetting("refresh", "r1");
        outbox().keepSetting("refresh", "r2");
        outbox().keepSetting("language", "sv");
        outbox().dropSetting("language");
        reopen();

        assertThat(outbox().setting("refresh")).contains("r2");
        assertThat(outbox().setting("language")).isEmpty();
        assertThat(outbox().registration()).contains(new Registration(device, "k1"));
    }

    @Test
    void readsWaitInOrderUntilTheBackendHasThem() {
        Reads.Read first = new Reads.Read(caseId, Reads.What.CASE, NOW);
        Reads.Read second = new Reads.Read(caseId, Reads.What.CONTACT, NOW.plusSeconds(1));
        Reads.Read third = new Reads.Read(caseId, Reads.What.IDENTITY_CODE, NOW.plusSeconds(2));
        outbox().keepReads(List.of(first, second));
        outbox().keepReads(List.of(third));
        reopen();

        List<KeptRead> sent = outbox().reads(2);
        assertThat(sent).extracting(KeptRead::read).containsExactly(first, second);
        outbox().dropReads(sent.getLast().number());
        reopen();

        assertThat(outbox().reads(10)).extracting(KeptRead::read).containsExactly(third);
    }

    @Test
    void thatACaseWasOpenedIsKeptLongerThanTheReadThatTold() {
        outbox().keepReads(List.of(
                new Reads.Read(caseId, Reads.What.CASE, NOW),
                new Reads.Read(caseId, Reads.What.CASE, NOW.plusSeconds(1))));
        outbox().dropReads(Long.MAX_VALUE);
        reopen();

        assertThat(outbox().opened()).containsExactly(caseId);
        outbox().forgetOpened(List.of(caseId));
        reopen();
        assertThat(outbox().opened()).isEmpty();
    }

    @Test
    void whatIsHalfWrittenIsKeptByFieldUntilNothingIsLeftOfIt() {
        outbox().keepJottings(new KeptJottings(caseId, Map.of("NOTE", "Soitan", "SAID", "Kerroin")));
        reopen();
        assertThat(outbox().jottings(caseId).orElseThrow().texts()).containsOnlyKeys("NOTE", "SAID");

        outbox().keepJottings(new KeptJottings(caseId, Map.of("SAID", "Kerroin kaiken")));
        reopen();
        assertThat(outbox().jottings(caseId).orElseThrow().texts())
                .containsExactly(Map.entry("SAID", "Kerroin kaiken"));

        outbox().keepJottings(new KeptJottings(caseId, Map.of()));
        reopen();
        assertThat(outbox().jottings(caseId)).isEmpty();
    }

    @Test
    void whatIsHalfWrittenIsErasedWithItsCase() {
        outbox().keepJottings(new KeptJottings(caseId, Map.of("NOTE", "Soitan")));
        outbox().erase(caseId);
        reopen();

        assertThat(outbox().jottings(caseId)).isEmpty();
    }

    @Test
    void nothingTellsThatAnErasedCaseWasOpened() {
        outbox().keepReads(List.of(new Reads.Read(caseId, Reads.What.CASE, NOW)));
        outbox().erase(caseId);
        reopen();

        assertThat(outbox().opened()).isEmpty();
    }

    @Test
    void erasingACaseLeavesPlaceAndIdAndNoWord() {
        CaseId other = new CaseId(ids.next());
        Submission erased = note("salainen");
        Submission kept = new Submission(new CommandId(ids.next()), other, NOW, new Command.ThankTeam());
        Submission conflict = note("ristiriita");
        outbox().submit(List.of(conflict, erased, kept));
        outbox().settle(
                        List.of(result(
                                conflict,
                                1,
                                new Outcome.Conflict(ConflictReason.ANSWERED_ALREADY, "teksti", null, NOW))),
                        NOW);
        outbox().intend(new Intention(note("aie"), NOW.plusSeconds(10)));
        outbox().keepDraft(draft(caseId, "luonnos", NOW));

        outbox().erase(caseId);
        reopen();

        assertThat(envelopes()).extracting(Envelope::seq).containsExactly(1L, 2L, 3L);
        assertThat(envelopes())
                .extracting(Envelope::command)
                .containsExactly(new Command.Voided(), new Command.Voided(), new Command.ThankTeam());
        assertThat(outbox().entries().getFirst().outcome()).isEqualTo(new Outcome.Gone());
        assertThat(outbox().intentions()).isEmpty();
        assertThat(outbox().drafts()).isEmpty();

        wire(10);
        outbox().settle(List.of(result(erased, 2, new Outcome.Gone())), NOW);
        assertThat(outbox().entries().get(1).state()).isEqualTo(State.SETTLED);
    }

    Submission note(String text) {
        return new Submission(
                new CommandId(ids.next()), caseId, NOW, new Command.AddNote(new NoteId(ids.next()), text));
    }

    List<Envelope> wire(int most) {
        return outbox().takeForWire(most, Push.MOST_BYTES);
    }

    List<Envelope> envelopes() {
        return outbox().entries().stream().map(Entry::envelope).toList();
    }

    private Submission refused(String text) {
        Submission note = note(text);
        long seq = outbox().submit(List.of(note)).getFirst().seq();
        wire(10);
        outbox().settle(List.of(result(note, seq, new Outcome.Refused(Refusal.NOT_POSSIBLE, false))), NOW);
        return note;
    }

    private KeptDraft draft(CaseId of, String text, Instant at) {
        return new KeptDraft(of, new DraftId(ids.next()), new MessageId(ids.next()), 0, text, List.of("THANKED"), at);
    }

    static Push.Result result(Submission submission, long seq, Outcome outcome) {
        return new Push.Result(submission.id(), seq, outcome);
    }
}
