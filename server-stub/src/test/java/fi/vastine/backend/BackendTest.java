package fi.vastine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.delivery.Handed;
import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.identity.TestClock;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.TestDatabase;
import fi.vastine.contract.cases.Delivery;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.Intake;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Reads;
import fi.vastine.contract.wire.SignIn;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class BackendTest {
    private static final PersonId AINO = new PersonId("p-aino");
    private static final String PASSWORD = "lumiukko ja kesäyö";

    private final TestDatabase kind;

    @TempDir
    Path folder;

    BackendTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void whatComesInIsReadAnsweredAndSentAndIsThereWhenTheBackendStartsAgain() throws IOException {
        var clock = new TestClock(TestBackend.MORNING);
        String form = """
                {"id":"0197c2a0-0000-7000-8000-000000000001","unit":"osasto-1","text":"Odotin kaksi tuntia.",
                 "contact":{"way":"MAIL","address":"maija@example.fi"}}
                """;
        try (var backend = new Backend(settings(), clock)) {
            settle(backend);
            backend.start();
            try (var client = new TestClient(backend.port())) {
                FeedbackCase open = pulled(client, receipt(client, form));
                SignIn.Answer in = signIn(client, null);
                var reply = new Command.SendReply(
                        new ReplyId(UUID.randomUUID()), open.latestMessage().id(), "Pahoittelemme.", null, null);
                var batch = new Push.Request(List.of(envelope(in, open.id(), 1, reply)));
                for (int time = 1; time <= 2; time++) {
                    var answer = client.postAs(in.tokens().access(), "/v1/commands", batch);
                    assertThat(client.read(answer, Push.Answer.class).outcomes())
                            .singleElement()
                            .satisfies(each -> assertThat(each.outcome()).isInstanceOf(Outcome.Applied.class));
                }
                var reads = new Reads(List.of(new Reads.Read(open.id(), Reads.What.CASE, TestBackend.MORNING)));
                assertThat(client.postAs(in.tokens().access(), "/v1/reads", reads)
                                .statusCode())
                        .isBetween(200, 204);
                var renewed = client.post(
                        "/v1/token", new SignIn.Renewal(in.device(), in.tokens().refresh()));
                assertThat(renewed.statusCode()).isEqualTo(200);
            }
            backend.step();
        }
        try (Stream<Path> mails = Files.list(folder.resolve("mails"))) {
            assertThat(mails)
                    .singleElement()
                    .satisfies(mail -> assertThat(Files.readString(mail)).contains("Pahoittelemme."));
        }
        try (var backend = new Backend(settings(), clock)) {
            backend.start();
            try (var client = new TestClient(backend.port())) {
                FeedbackCase answered = pulled(client, receipt(client, form));
                assertThat(answered.replies()).singleElement().satisfies(sent -> {
                    assertThat(sent.text()).isEqualTo("Pahoittelemme.");
                    assertThat(sent.delivery().state()).isEqualTo(DeliveryState.SENT);
                });
            }
        }
    }

    @Test
    void aBatchWhoseTokenIsOverIsNotTakenAtAllAndAppliesWholeAfterTheNextSignIn() {
        var clock = new TestClock(TestBackend.MORNING);
        try (var backend = new Backend(settings(), clock)) {
            settle(backend);
            backend.start();
            try (var client = new TestClient(backend.port())) {
                CaseId open = new CaseId(client.read(
                                client.post("/v1/feedback", "{\"unit\":\"osasto-1\",\"text\":\"Kiitos!\"}"),
                                Intake.Receipt.class)
                        .id());
                SignIn.Answer first = signIn(client, null);
                var batch = new Push.Request(List.of(note(first, open, 1), note(first, open, 2)));
                clock.pass(Duration.ofMinutes(15));

                HttpResponse<String> late = client.postAs(first.tokens().access(), "/v1/commands", batch);

                assertThat(late.statusCode()).isEqualTo(401);
                assertThat(client.problem(late).code()).isEqualTo(Problem.Code.TOKEN_EXPIRED);
                SignIn.Answer second = signIn(client, first);
                assertThat(second.lastSeq()).isZero();
                HttpResponse<String> again = client.postAs(second.tokens().access(), "/v1/commands", batch);
                assertThat(client.read(again, Push.Answer.class).outcomes())
                        .hasSize(2)
                        .allSatisfy(each -> assertThat(each.outcome()).isInstanceOf(Outcome.Applied.class));
            }
        }
    }

    @Test
    void afterABackupThatTheLedgerDoesNotKnowOfNoReplyLeavesAgainWithoutAPerson() throws IOException {
        var clock = new TestClock(TestBackend.MORNING);
        CaseId offered;
        CaseId waiting;
        // What database and ledger hold when both were put back: one reply that waited then, and nothing of the other.
        // Both have left since.
        try (var backend = new Backend(settings().withMail(letter -> new Handed.Later("451")), clock)) {
            settle(backend);
            backend.start();
            try (var client = new TestClient(backend.port())) {
                offered = wished(client, 1);
                waiting = wished(client, 2);
                SignIn.Answer in = signIn(client, null);
                push(client, in, reply(in, pulled(client, waiting), 1, false));
            }
            backend.restored();
        }
        clock.pass(Duration.ofMinutes(2));
        try (var backend = new Backend(settings(), clock)) {
            backend.start();
            try (var client = new TestClient(backend.port())) {
                SignIn.Answer in = signIn(client, null);
                CaseId fresh = wished(client, 3);
                push(client, in, reply(in, pulled(client, offered), 1, true));
                push(client, in, reply(in, pulled(client, fresh), 2, false));

                assertThat(settled(client, offered).reason()).isEqualTo("RESTORED");
                assertThat(settled(client, waiting).reason()).isEqualTo("RESTORED");
                assertThat(settled(client, offered).state()).isEqualTo(DeliveryState.IN_DOUBT);
                assertThat(settled(client, fresh).state()).isEqualTo(DeliveryState.SENT);
            }
        }
        try (Stream<Path> mails = Files.list(folder.resolve("mails"))) {
            assertThat(mails).hasSize(1);
        }
    }

    /** What became of a reply, once it is known. */
    private static Delivery settled(TestClient client, CaseId id) {
        Instant giveUp = Instant.now().plusSeconds(20);
        Delivery stands = pulled(client, id).replies().getFirst().delivery();
        while (stands.state() == DeliveryState.WAITING && Instant.now().isBefore(giveUp)) {
            stands = pulled(client, id).replies().getFirst().delivery();
        }
        return stands;
    }

    private static CaseId wished(TestClient client, int nth) {
        return receipt(client, """
                {"id":"0197c2a0-0000-7000-8000-00000000001%d","unit":"osasto-1","text":"Odotin kaksi tuntia.",
                 "contact":{"way":"MAIL","address":"maija@example.fi"}}
                """.formatted(nth));
    }

    private static Envelope reply(SignIn.Answer on, FeedbackCase to, long seq, boolean offeredBefore) {
        var reply = new Command.SendReply(
                new ReplyId(UUID.randomUUID()), to.latestMessage().id(), "Pahoittelemme.", null, null);
        Envelope fresh = envelope(on, to.id(), seq, reply);
        return new Envelope(
                fresh.commandId(),
                fresh.deviceId(),
                seq,
                to.id(),
                fresh.madeAt(),
                Envelope.SHAPE,
                reply,
                offeredBefore);
    }

    private static void push(TestClient client, SignIn.Answer on, Envelope command) {
        var answer = client.postAs(on.tokens().access(), "/v1/commands", new Push.Request(List.of(command)));
        assertThat(client.read(answer, Push.Answer.class).outcomes())
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isInstanceOf(Outcome.Applied.class));
    }

    private BackendSettings settings() {
        BackendSettings settings = BackendSettings.loopback(folder);
        return switch (kind) {
            case IN_FOLDER -> settings;
            case POSTGRESQL -> settings.withDatabase(TestDatabase.onServer(folder));
        };
    }

    private static void settle(Backend backend) {
        Unit ward = new Unit(new UnitId("osasto-1"), null, 1, new Names("Osasto", "Avd", "Ward"), AINO, null);
        backend.directory().put(List.of(new Person(AINO, "Testi Aino", null)), List.of(ward), List.of(), List.of());
        backend.accounts().put(AINO, "aino", PASSWORD);
    }

    private static CaseId receipt(TestClient client, String form) {
        return new CaseId(client.read(client.post("/v1/feedback", form), Intake.Receipt.class)
                .id());
    }

    /** The case as a new laptop gets it. */
    private static FeedbackCase pulled(TestClient client, CaseId id) {
        SignIn.Answer in = signIn(client, null);
        var asked = new PullRequest(null, -1, Map.of(), 0, 100);
        return client.postAs(in.tokens().access(), "/v1/changes", asked)
                .body()
                .lines()
                .map(line -> new Json().read(line, PullLine.class))
                .filter(PullLine.CaseLine.class::isInstance)
                .map(line -> ((PullLine.CaseLine) line).snapshot())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SignIn.Answer signIn(TestClient client, SignIn.@Nullable Answer before) {
        var asked = new SignIn.Request("aino", PASSWORD, "kannettava", before == null ? null : before.device(), null);
        return client.read(client.post("/v1/sign-in", asked), SignIn.Answer.class);
    }

    private static Envelope note(SignIn.Answer on, CaseId caseId, long seq) {
        return envelope(on, caseId, seq, new Command.AddNote(new NoteId(UUID.randomUUID()), "Muistiinpano " + seq));
    }

    private static Envelope envelope(SignIn.Answer on, CaseId caseId, long seq, Command command) {
        return new Envelope(
                new CommandId(UUID.randomUUID()),
                on.device(),
                seq,
                caseId,
                TestBackend.MORNING,
                Envelope.SHAPE,
                command);
    }
}
