package fi.vastine.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.outbox.Entry.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Drafts, what is half written, reads and settings are kept beside the commands, and a case that is erased takes its own along. */
@ParameterizedClass
@EnumSource(EachOutbox.Kind.class)
class OutboxBesidesTest extends EachOutbox {
    OutboxBesidesTest(Kind kind) {
        super(kind);
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
}
