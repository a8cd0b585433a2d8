package fi.vastine.backend;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.identity.Passwords;
import fi.vastine.backend.identity.TestClock;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.Intake;
import fi.vastine.contract.wire.SignIn;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each role asks each thing of the whole backend over HTTP; what is answered is this table and nothing else. */
class WhoMayAskTest {
    /**
     * The status of the answer; where cases come, which of the three that there are: {@code o} of the role's own unit,
     * {@code x} of another unit, {@code t} of triage.
     *
     * <p>{@code stranger} shows no token, {@code none} has no grant, {@code ended} had one until yesterday. Bodies are such as
     * are refused with 422 by whoever may ask at all, where the answer itself would change something.
     */
    private static final String TABLE = """
                                 stranger none ended collector handler leader quality admin
        GET     /health          200      200  200   200       200     200    200     200
        POST    /v1/sign-in      422      422  422   422       422     422    422     422
        POST    /v1/token        422      422  422   422       422     422    422     422
        POST    /v1/sign-out     401      204  204   204       204     204    204     204
        POST    /v1/password     401      422  422   422       422     422    422     422
        POST    /v1/feedback     422      422  422   422       422     422    422     422
        OPTIONS /v1/feedback     204      204  204   204       204     204    204     204
        POST    /v1/commands     401      200  200   200       200     200    200     200
        POST    /v1/changes      401      -    -     -         o       o      otx     -
        GET     /v1/changes/wait 401      200  200   200       200     200    200     200
        POST    /v1/reads        401      204  204   204       204     204    204     204
        POST    /v1/device       422      422  422   422       422     422    422     422
        GET     /v1/devices      401      403  403   403       403     403    403     200
        POST    /v1/devices/block 401     403  403   403       403     403    403     422
        POST    /v1/erasures     401      403  403   403       403     403    403     422
        POST    /v1/erasures/done 401     204  204   204       204     204    204     204
        PUT     /v1/cases/{case}/pages/{number} 401 200 200 200 200    200    200     200
        GET     /v1/cases/{case}/pages/{number} 401 404 404 404 204    204    204     404
        """;

    private static final UnitId COUNTY = new UnitId("alue");
    private static final UnitId OWN = new UnitId("oma");
    private static final UnitId OTHER = new UnitId("muu");
    private static final String PASSWORD = "pitkä ja hyvä salasana";
    /** A laptop that claims to be in the middle of downloading units that it was never granted. */
    private static final String FORGED = """
            {"after":0,"scopeVersion":99,"limit":2000,"catchUp":{
              "oma":{"to":9223372036854775807},"muu":{"to":9223372036854775807},"triage":{"to":9223372036854775807}}}
            """;

    private final TestClock clock = new TestClock(TestBackend.MORNING);

    @TempDir
    Path folder;

    private Backend backend;
    private TestClient client;
    private final Map<String, UUID> cases = new HashMap<>();

    @BeforeEach
    void start() {
        var ground = new Ground(
                Database.inFolder(folder.resolve("data")),
                Ledger.inMemory(),
                clock,
                new Random(1),
                new Passwords(64, 1),
                Writer::new);
        backend = new Backend(BackendSettings.loopback(folder.resolve("data")), ground);
        LocalDate today = backend.directory().today();
        List<String> roles = heading().subList(1, heading().size());
        backend.directory()
                .put(
                        roles.stream()
                                .map(role -> new Person(new PersonId(role), role, null))
                                .toList(),
                        List.of(unit(COUNTY, null), unit(OWN, COUNTY), unit(OTHER, COUNTY)),
                        List.of(
                                grant("ended", Role.HANDLER, OWN, today.minusDays(1)),
                                new Grant(new PersonId("collector"), Role.COLLECTOR, OWN, today, null),
                                new Grant(new PersonId("handler"), Role.HANDLER, OWN, today, null),
                                new Grant(new PersonId("leader"), Role.LEADER, OWN, today, null),
                                new Grant(new PersonId("quality"), Role.QUALITY, COUNTY, today, null),
                                new Grant(new PersonId("admin"), Role.ADMIN, COUNTY, today, null)),
                        List.of());
        roles.forEach(role -> backend.accounts().put(new PersonId(role), role, PASSWORD));
        backend.start();
        client = new TestClient(backend.port());
        cases.put("o", comesIn("oma"));
        cases.put("x", comesIn("muu"));
        cases.put("t", comesIn(""));
    }

    private static Grant grant(String person, Role role, UnitId unit, LocalDate to) {
        return new Grant(new PersonId(person), role, unit, to.minusDays(30), to);
    }

    private static Unit unit(UnitId id, @Nullable UnitId parent) {
        return new Unit(id, parent, parent == null ? 1 : 2, new Names(id.value(), id.value(), id.value()), null, null);
    }

    @AfterEach
    void stop() {
        client.close();
        backend.close();
    }

    @Test
    void everyEndpointHasItsRow() {
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(backend.endpoints());
    }

    @TestFactory
    List<DynamicTest> everyCellIsAsTheTableSays() {
        List<DynamicTest> cells = new ArrayList<>();
        List<String> roles = heading();
        rows().forEach((endpoint, row) -> {
            for (int i = 0; i < roles.size(); i++) {
                String role = roles.get(i);
                String expected = row.get(i);
                cells.add(dynamicTest(
                        endpoint + " by " + role,
                        () -> assertThat(asked(endpoint, role)).isEqualTo(expected)));
            }
        });
        return cells;
    }

    /** Asks over HTTP and says what came, as the table does. */
    private String asked(String endpoint, String role) {
        String[] words = endpoint.split(" ", -1);
        HttpResponse<String> answer = client.send(request(words[0], words[1], role));
        if (!words[1].equals("/v1/changes") || answer.statusCode() != 200) {
            return Integer.toString(answer.statusCode());
        }
        String seen = cases.entrySet().stream()
                .filter(each -> answer.body().contains(each.getValue().toString()))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(joining());
        return seen.isEmpty() ? "-" : seen;
    }

    private HttpRequest.Builder request(String method, String path, String role) {
        String query = path.equals("/v1/changes/wait") ? "?after=-1&scopeVersion=99" : "";
        String page = path.replace("{case}", String.valueOf(cases.get("o"))).replace("{number}", "1");
        HttpRequest.Builder request = client.to(page + query)
                .header("Content-Type", "application/json")
                .method(method, method.equals("POST") ? BodyPublishers.ofString(body(path)) : BodyPublishers.noBody());
        return role.equals("stranger") ? request : request.header("Authorization", "Bearer " + token(role));
    }

    private static String body(String path) {
        return switch (path) {
            case "/v1/commands" -> "{\"commands\":[]}";
            case "/v1/changes" -> FORGED;
            case "/v1/sign-out" -> "";
            default -> "{}";
        };
    }

    private String token(String role) {
        HttpResponse<String> answer =
                client.post("/v1/sign-in", new SignIn.Request(role, PASSWORD, "kannettava", null, null));
        return client.read(answer, SignIn.Answer.class).tokens().access();
    }

    private UUID comesIn(String unit) {
        HttpResponse<String> answer = client.post("/v1/feedback", Map.of("unit", unit, "text", "Odotin kaksi tuntia."));
        return client.read(answer, Intake.Receipt.class).id();
    }

    private static List<String> heading() {
        return words(TABLE.lines().findFirst().orElseThrow());
    }

    private static Map<String, List<String>> rows() {
        return TABLE.lines()
                .skip(1)
                .map(WhoMayAskTest::words)
                .collect(toMap(row -> row.get(0) + " " + row.get(1), row -> row.subList(2, row.size())));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +", -1));
    }
}
