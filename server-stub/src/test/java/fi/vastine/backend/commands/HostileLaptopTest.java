package fi.vastine.backend.commands;

import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.COLLECTOR;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.wire.PullLine.CaseLine;
import fi.vastine.contract.wire.Push;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a laptop in the wrong hands sends: it is signed in, and keeps to no rule. */
class HostileLaptopTest {
    private static final String LAST = "+1000000000-12-31T23:59:59.999999999Z";
    private static final String FIRST = "-1000000000-01-01T00:00:00Z";

    private static TestBackend backend;

    @BeforeAll
    static void start(@TempDir Path folder) {
        backend = new TestBackend(folder);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {LAST, FIRST})
    void aTimeAtTheEndOfTheWorldIsHeldWithinWhatEveryLaptopCanShow(String time) {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        TestLaptop collector = backend.laptopOf(COLLECTOR);
        CaseId entered = new CaseId(UUID.randomUUID());

        String note = "{\"type\":\"add-note\",\"note\":\"%s\",\"text\":\"Soitettu.\"}".formatted(UUID.randomUUID());
        String entry = backend.json.write(new Command.EnterFeedback(
                COLLECTOR,
                WARD,
                Channel.PAPER,
                FeedbackKind.THANKS,
                Language.FI,
                new MessageId(UUID.randomUUID()),
                "Kiitos!",
                Answers.NONE,
                null,
                Instant.parse(time)));
        assertThat(sent(laptop, "1", open.id(), time, note).statusCode()).isEqualTo(200);
        assertThat(sent(collector, "1", entered, time, entry).body()).contains("applied");

        assertThat(backend.stored(open.id()).notes())
                .extracting(Note::writtenAt)
                .allSatisfy(HostileLaptopTest::assertCanBeShown);
        assertThat(backend.stored(entered).messages())
                .extracting(Message::at)
                .allSatisfy(HostileLaptopTest::assertCanBeShown);
        assertThat(laptop.pullAll(100).cases())
                .extracting(CaseLine::snapshot)
                .extracting(FeedbackCase::id)
                .contains(open.id(), entered);
    }

    private static void assertCanBeShown(Instant time) {
        assertThat(time).isBetween(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"1\"", "1e400", "9223372036854775808", "null", "{}", "[1]"})
    void aSequenceNumberThatIsNoneIsRefused(String seq) {
        TestLaptop laptop = backend.laptopOf(AINO);

        assertThat(sent(laptop, seq, new CaseId(UUID.randomUUID()), "2026-11-23T07:00:00Z", "{\"type\":\"void\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theLargestSequenceNumberIsAGap() {
        TestLaptop laptop = backend.laptopOf(AINO);

        assertThat(sent(
                                laptop,
                                Long.toString(Long.MAX_VALUE),
                                new CaseId(UUID.randomUUID()),
                                "2026-11-23T07:00:00Z",
                                "{\"type\":\"void\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void theEnvelopesOfAnotherDeviceAreRefusedAndUseUpNoneOfItsNumbers() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop owner = backend.laptopOf(AINO);
        TestLaptop thief = backend.laptopOf(AINO);
        String command = "{\"type\":\"void\"}";

        HttpResponse<String> answer = backend.client.postAs(
                thief.token(), "/v1/commands", batch(owner, "1", open.id(), "2026-11-23T07:00:00Z", command));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(sent(owner, "1", open.id(), "2026-11-23T07:00:00Z", command).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"add-note\",\"note\":null,\"text\":null}",
                "{\"type\":\"class java.lang.Runtime\"}",
                "{\"type\":\"save-draft\",\"draft\":\"x\",\"seen\":99999999999}",
                "{\"type\":\"change-status\",\"from\":99,\"to\":\"NOTHING\"}",
                "{\"type\":\"move\",\"from\":\"\",\"to\":\"\",\"reason\":\"\"}",
                "{\"@class\":\"javax.swing.JEditorPane\",\"type\":\"add-theme\"}",
                "{}",
            })
    void aCommandThatMakesNoSenseIsRefusedByItselfAndTheNextIsTaken(String command) {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);

        HttpResponse<String> answer = sent(laptop, "1", open.id(), "2026-11-23T07:00:00Z", command);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(backend.client
                        .read(answer, Push.Answer.class)
                        .outcomes()
                        .getFirst()
                        .outcome()
                        .toString())
                .contains("Refused");
        assertThat(sent(laptop, "2", open.id(), "2026-11-23T07:00:00Z", "{\"type\":\"void\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nestingWithoutEndAndBatchesWithoutEndAreRefused() {
        TestLaptop laptop = backend.laptopOf(AINO);
        String deep = "{\"commands\":[{\"command\":" + "{\"a\":".repeat(200_000);
        String many = "{\"commands\":[" + "{},".repeat(300_000) + "{}]}";

        assertThat(backend.client.postAs(laptop.token(), "/v1/commands", deep).statusCode())
                .isEqualTo(400);
        assertThat(backend.client.postAs(laptop.token(), "/v1/commands", many).statusCode())
                .isEqualTo(413);
    }

    @Test
    void halfACharacterAndTheEmptyOneAreKeptWithoutHarm() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        String note = "{\"type\":\"add-note\",\"note\":\"%s\",\"text\":\"a\\u0000b\\ud83dc\\u202e\"}"
                .formatted(UUID.randomUUID());

        assertThat(sent(laptop, "1", open.id(), "2026-11-23T07:00:00Z", note).body())
                .contains("applied");
        assertThat(laptop.pullAll(100).caseIds()).contains(open.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"after\":9223372036854775807,\"limit\":2147483647}",
                "{\"after\":-9223372036854775808,\"limit\":-2147483648}",
                "{\"after\":9223372036854775808}",
                "{\"after\":0,\"catchUp\":{\"osasto-1\":null}}",
                "{\"after\":0,\"catchUp\":{\"osasto-1\":{}}}",
                "{\"after\":0,\"catchUp\":{\"\":{\"to\":1}}}",
                "{\"after\":0,\"catchUp\":{\"osasto-1\":{\"to\":-9223372036854775808,\"at\":\"1:1-1-1-1-1\"}}}",
                "{\"after\":0,\"catchUp\":{\"osasto-1\":{\"to\":9,\"at\":\":\"}}}",
                "{\"after\":0,\"catchUp\":{\"osasto-1\":{\"to\":9,\"at\":\"9223372036854775807:ffffffff-ffff-ffff-ffff-ffffffffffff\"}}}",
                "{\"after\":0,\"catchUp\":{\"osasto-1\":{\"to\":9,\"at\":\"-9223372036854775808:x\"}}}",
                "{\"after\":0,\"catchUp\":{\"osasto-1\":{\"to\":9,\"at\":\"99999999999999999999:x\"}}}",
                "{\"after\":0,\"epoch\":\"' OR 1=1 --\"}",
                "{\"scopeVersion\":-1}",
            })
    void aCursorThatNobodyGaveOutIsAnsweredOrRefusedAndNeverAFailure(String asked) {
        TestLaptop laptop = backend.laptopOf(AINO);

        assertThat(backend.client.postAs(laptop.token(), "/v1/changes", asked).statusCode())
                .isIn(200, 400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=x&scopeVersion=1", "after=1", "", "after=9223372036854775808&scopeVersion=1"})
    void waitingForNonsenseIsRefused(String query) {
        HttpResponse<String> answer = backend.client.send(backend.client
                .to("/v1/changes/wait?" + query)
                .header("Authorization", "Bearer " + backend.laptopOf(AINO).token()));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    private static HttpResponse<String> sent(
            TestLaptop laptop, String seq, CaseId about, String madeAt, String command) {
        return backend.client.postAs(laptop.token(), "/v1/commands", batch(laptop, seq, about, madeAt, command));
    }

    private static String batch(TestLaptop laptop, String seq, CaseId about, String madeAt, String command) {
        return """
                {"commands":[{"commandId":"%s","deviceId":"%s","seq":%s,"caseId":"%s","madeAt":"%s","shape":1,"command":%s}]}
                """.formatted(UUID.randomUUID(), laptop.device, seq, about, madeAt, command);
    }
}
