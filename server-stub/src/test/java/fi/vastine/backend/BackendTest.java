package fi.vastine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.identity.TestClock;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.Intake;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.SignIn;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendTest {
    private static final PersonId AINO = new PersonId("p-aino");
    private static final String PASSWORD = "lumiukko ja kesäyö";

    @Test
    void aBatchWhoseTokenIsOverIsNotTakenAtAllAndAppliesWholeAfterTheNextSignIn(@TempDir Path folder) {
        var clock = new TestClock(TestBackend.MORNING);
        try (var backend = new Backend(BackendSettings.loopback(folder), clock)) {
            Unit ward = new Unit(new UnitId("osasto-1"), null, 1, new Names("Osasto", "Avd", "Ward"), AINO, null);
            backend.directory().put(List.of(new Person(AINO, "Testi Aino", null)), List.of(ward), List.of(), List.of());
            backend.accounts().put(AINO, "aino", PASSWORD);
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

    private static SignIn.Answer signIn(TestClient client, SignIn.@Nullable Answer before) {
        var asked = new SignIn.Request("aino", PASSWORD, "kannettava", before == null ? null : before.device());
        return client.read(client.post("/v1/sign-in", asked), SignIn.Answer.class);
    }

    private static Envelope note(SignIn.Answer on, CaseId caseId, long seq) {
        return new Envelope(
                new CommandId(UUID.randomUUID()),
                on.device(),
                seq,
                caseId,
                TestBackend.MORNING,
                Envelope.SHAPE,
                new Command.AddNote(new NoteId(UUID.randomUUID()), "Muistiinpano " + seq));
    }
}
