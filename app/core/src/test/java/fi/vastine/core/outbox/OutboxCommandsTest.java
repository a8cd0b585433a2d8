package fi.vastine.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.wire.Push;
import fi.vastine.core.outbox.Entry.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands are kept in the order they were made, under numbers without a gap, until they are offered. */
@ParameterizedClass
@EnumSource(EachOutbox.Kind.class)
class OutboxCommandsTest extends EachOutbox {
    OutboxCommandsTest(Kind kind) {
        super(kind);
    }

    @Test
    void aLaptopThatWasNeverSignedInTakesNoCommands() {
        try (Outbox fresh = another()) {
            assertThatThrownBy(() -> fresh.submit(List.of(note("a")))).isInstanceOf(IllegalStateException.class);
        }
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
}
