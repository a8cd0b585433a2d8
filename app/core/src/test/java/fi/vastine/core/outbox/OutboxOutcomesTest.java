package fi.vastine.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.core.outbox.Entry.Resolution;
import fi.vastine.core.outbox.Entry.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the backend answered is stored once, and what was not done needs attention. */
@ParameterizedClass
@EnumSource(EachOutbox.Kind.class)
class OutboxOutcomesTest extends EachOutbox {
    OutboxOutcomesTest(Kind kind) {
        super(kind);
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
}
