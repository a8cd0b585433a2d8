package fi.vastine.backend.commands;

import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.BO;
import static fi.vastine.backend.TestBackend.COLLECTOR;
import static fi.vastine.backend.TestBackend.QUALITY;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.TestDatabase;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.wire.PullLine.ForgetLine;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An entry that should not be there goes, for all and for good; what is left says who took it away and why. */
class WithdrawalTest {
    private static final Command WITHDRAW = new Command.WithdrawEntry(WithdrawalReason.CONSENT_WITHDRAWN);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsWithdrawnIsOnNoLaptopAndInNoCountAndTheLogSaysWhoAndWhy(TestDatabase kind) {
        try (var backend = new TestBackend(kind, folder)) {
            TestLaptop collector = backend.laptopOf(COLLECTOR);
            CaseId entered = entered(backend, collector);
            assertThat(backend.laptopOf(AINO).pullAll(100).caseIds()).contains(entered);
            Envelope withdraw = collector.envelope(entered, WITHDRAW);

            Outcome outcome = collector.push(withdraw).getFirst().outcome();

            assertThat(outcome).isInstanceOf(Outcome.Applied.class);
            assertThat(collector.push(withdraw).getFirst().outcome()).isEqualTo(outcome);
            assertThat(collector.does(entered, WITHDRAW)).isEqualTo(new Outcome.NoOp());
            TestLaptop.Pulled pulled = backend.laptopOf(AINO).pullAll(100);
            assertThat(pulled.caseIds()).doesNotContain(entered);
            assertThat(backend.laptopOf(BO).pullAll(100).all(ForgetLine.class))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.caseId()).isEqualTo(entered);
                        assertThat(line.why()).isEqualTo(ForgetReason.ERASED);
                        assertThat(new Outcome.Applied(line.changeNo())).isEqualTo(outcome);
                    });
            assertThat(count(backend, "feedback_case")).isZero();
            assertThat(count(backend, "figures_of_erased")).isZero();
            assertThat(backend.audited())
                    .filteredOn(entry -> entry.what().equals("withdraw-entry"))
                    .extracting(AuditEntry::outcome, AuditEntry::person, AuditEntry::caseId, AuditEntry::why)
                    .containsExactly(
                            tuple("applied", COLLECTOR, entered, "CONSENT_WITHDRAWN"),
                            tuple("no-op", COLLECTOR, entered, "CONSENT_WITHDRAWN"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void onlyWhoEnteredItAndTheQualityTeamMayAndNobodyOnceThereIsAReply(TestDatabase kind) {
        try (var backend = new TestBackend(kind, folder)) {
            TestLaptop collector = backend.laptopOf(COLLECTOR);
            CaseId replied = entered(backend, collector);
            CaseId other = entered(backend, collector);
            TestLaptop aino = backend.laptopOf(AINO);
            MessageId message = backend.stored(replied).latestMessage().id();

            assertThat(aino.does(other, WITHDRAW)).isEqualTo(new Outcome.Refused(Refusal.NOT_WHO_ENTERED, false));
            aino.does(
                    replied,
                    new Command.RecordAnswer(new ReplyId(UUID.randomUUID()), message, Way.PHONE, "Soitettu.", null));

            assertThat(collector.does(replied, WITHDRAW))
                    .isEqualTo(new Outcome.Refused(Refusal.REPLIED_ALREADY, false));
            assertThat(backend.stored(replied).replies()).hasSize(1);
            assertThat(backend.laptopOf(QUALITY).does(other, WITHDRAW)).isInstanceOf(Outcome.Applied.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDatabaseThatHasForgottenAWithdrawalIsTaughtItAndCountsNothing(TestDatabase kind) {
        CaseId entered;
        try (var backend = new TestBackend(kind, folder)) {
            entered = entered(backend, backend.laptopOf(COLLECTOR));
            // As after a backup was restored that was made before the withdrawal.
            backend.ledger.withdrew(entered, backend.clock.instant());
        }

        try (var again = new TestBackend(kind, folder)) {
            assertThat(again.ledger.erased()).containsEntry(entered, Ledger.Erasure.WITHDRAWN);
            assertThat(again.laptopOf(AINO).pullAll(100).caseIds()).doesNotContain(entered);
            assertThat(count(again, "figures_of_erased")).isZero();
        }
    }

    private static CaseId entered(TestBackend backend, TestLaptop collector) {
        var id = new CaseId(UUID.randomUUID());
        Outcome outcome = collector.does(
                id,
                new Command.EnterFeedback(
                        COLLECTOR,
                        WARD,
                        Channel.SUPPORTED,
                        FeedbackKind.CRITICISM,
                        Language.FI,
                        new MessageId(UUID.randomUUID()),
                        "Odotin kaksi tuntia.",
                        Answers.NONE,
                        new ReplyWish(Way.PHONE, "040 000 0012", null),
                        backend.clock.instant()));
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return id;
    }

    private static long count(TestBackend backend, String table) {
        return backend.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }
}
