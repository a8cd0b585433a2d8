package fi.vastine.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fi.vastine.backend.http.ClientAddress;
import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.HttpServer;
import fi.vastine.backend.http.HttpSettings;
import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.AccountStore;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.DeviceStore;
import fi.vastine.backend.store.Epoch;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.OrganisationStore;
import fi.vastine.backend.store.SessionStore;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.wire.Problem.Code;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.contract.wire.WipeOrder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    private static final PersonId ANNA = new PersonId("anna");
    private static final String PASSWORD = "lumiukko ja kevätaurinko";

    private final TestClock clock = new TestClock(Instant.parse("2026-07-01T06:00:00Z"));
    private Database database;
    private Ledger ledger;
    private Writer writer;
    private Blocks blocks;
    private Accounts accounts;
    private HttpServer server;
    private TestClient client;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.inFolder(folder);
        ledger = Ledger.in(folder.resolve("ledger"));
        new Epoch(database);
        writer = new Writer(database, new Json(), committed -> {});
        blocks = new Blocks(ledger, new DeviceStore(database.jdbi()), writer, clock);
        new OrganisationStore(database.jdbi())
                .put(
                        List.of(
                                new Person(ANNA, "Anna Aalto", null),
                                new Person(new PersonId("b"), "Bertta Berg", null)),
                        List.of(),
                        List.of(),
                        List.of());
        accounts = new Accounts(new AccountStore(database.jdbi()), new Passwords(), clock);
        accounts.put(ANNA, "anna.aalto", PASSWORD);
        var ids = new UuidSource(clock, new Random(1));
        var sessions = sessions("e-1");
        var signIn = new SignInEndpoints(accounts, sessions, new ClientAddress(Set.of()), device -> 42, null);
        Endpoints mine = routes -> routes.get("/v1/mine", (request, who, body) -> request.json(who.person()));
        server = new HttpServer(HttpSettings.loopback(), new Json(), ids, sessions, List.of(signIn, mine));
        server.start();
        client = new TestClient(server.port());
    }

    private Sessions sessions(String epoch) {
        return new Sessions(
                new SessionStore(database.jdbi()),
                new DeviceStore(database.jdbi()),
                blocks,
                clock,
                new UuidSource(clock, new Random()),
                epoch,
                person -> true);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        writer.close();
        database.close();
    }

    @Test
    void whoSignsInIsKnownByTheAccessTokenForAQuarterOfAnHour() {
        SignIn.Answer answer = signIn(null);

        assertThat(answer.person()).isEqualTo(ANNA);
        assertThat(answer.epoch()).isEqualTo("e-1");
        assertThat(answer.lastSeq()).isEqualTo(42);
        clock.pass(Duration.ofMinutes(15).minusMillis(1));
        assertThat(mine(answer.tokens()).body()).isEqualTo("\"anna\"");
        clock.pass(Duration.ofMillis(1));
        assertThat(client.problem(mine(answer.tokens())).code()).isEqualTo(Code.TOKEN_EXPIRED);
    }

    @Test
    void aDeviceKeepsItsIdOverSignInsAndAnUnknownOneGetsANewOne() {
        DeviceId first = signIn(null).device();

        assertThat(signIn(first).device()).isEqualTo(first);
        assertThat(signIn(new DeviceId(new UUID(7, 7))).device()).isNotEqualTo(new DeviceId(new UUID(7, 7)));
    }

    @Test
    void theUserNameIsReadWithoutCaseOrSpaceAndThePasswordAsItIs() {
        assertThat(attempt(" Anna.Aalto ", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(client.problem(attempt("anna.aalto", PASSWORD + " ")).code()).isEqualTo(Code.WRONG_PASSWORD);
        assertThat(attempt("anna.aalto", "lumiukko ja keva\u0308taurinko").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnknownUserIsAnsweredAsAWrongPasswordIs() {
        HttpResponse<String> unknown = attempt("nobody", PASSWORD);
        HttpResponse<String> wrong = attempt("anna.aalto", "wrong");

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void afterFiveWrongPasswordsTheNextHasToWaitAndTheRightOneThenHelps() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("anna.aalto", "wrong").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> sixth = attempt("anna.aalto", PASSWORD);

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("15");
        clock.pass(Duration.ofSeconds(15));
        assertThat(attempt("anna.aalto", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(attempt("anna.aalto", "wrong").statusCode()).isEqualTo(401);
        assertThat(attempt("anna.aalto", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void oneAddressMayNotTryManyNames() {
        for (int i = 0; i < 50; i++) {
            assertThat(attempt("name" + i, "wrong").statusCode()).isEqualTo(401);
        }

        assertThat(attempt("anna.aalto", PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void aRefreshTokenIsGoodUntilTheOneGivenForItIsUsed() {
        SignIn.Answer signedIn = signIn(null);
        SignIn.Tokens lost = renewed(signedIn.device(), signedIn.tokens().refresh());

        SignIn.Tokens again = renewed(signedIn.device(), signedIn.tokens().refresh());
        SignIn.Tokens next = renewed(signedIn.device(), again.refresh());

        assertThat(lost.refresh()).isNotEqualTo(again.refresh());
        assertThat(mine(next).statusCode()).isEqualTo(200);
        assertThat(mine(again).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenThatWasReplacedEndsTheSession() {
        SignIn.Answer signedIn = signIn(null);
        SignIn.Tokens second = renewed(signedIn.device(), signedIn.tokens().refresh());
        SignIn.Tokens third = renewed(signedIn.device(), second.refresh());

        HttpResponse<String> stolen = renew(signedIn.device(), signedIn.tokens().refresh());

        assertThat(client.problem(stolen).code()).isEqualTo(Code.SESSION_ENDED);
        assertThat(client.problem(renew(signedIn.device(), third.refresh())).code())
                .isEqualTo(Code.SESSION_ENDED);
        assertThat(client.problem(mine(third)).code()).isEqualTo(Code.NOT_SIGNED_IN);
    }

    @Test
    void aRefreshTokenIsGoodOnItsOwnDeviceForSixtyDays() {
        SignIn.Answer signedIn = signIn(null);
        String refresh = signedIn.tokens().refresh();

        assertThat(renew(new DeviceId(new UUID(7, 7)), refresh).statusCode()).isEqualTo(401);
        clock.pass(Duration.ofDays(60).minusSeconds(1));
        String next = renewed(signedIn.device(), refresh).refresh();
        clock.pass(Duration.ofDays(60));
        assertThat(client.problem(renew(signedIn.device(), next)).code()).isEqualTo(Code.SESSION_ENDED);
    }

    @Test
    void nonsenseForARefreshTokenIsAnEndedSession() {
        DeviceId device = signIn(null).device();

        assertThat(client.problem(renew(device, "nonsense")).code()).isEqualTo(Code.SESSION_ENDED);
        assertThat(client.problem(renew(device, "a.b")).code()).isEqualTo(Code.SESSION_ENDED);
    }

    @Test
    void signingOutEndsThisSessionOnly() {
        SignIn.Answer here = signIn(null);
        SignIn.Answer there = signIn(null);

        assertThat(client.postAs(here.tokens().access(), "/v1/sign-out", "").statusCode())
                .isEqualTo(204);

        assertThat(mine(here.tokens()).statusCode()).isEqualTo(401);
        assertThat(mine(there.tokens()).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangedPasswordSignsOutEverywhereElse() {
        SignIn.Answer here = signIn(null);
        SignIn.Answer there = signIn(null);
        String next = "uusi ja pitkä salasana";

        assertThat(change(here, "wrong", next).statusCode()).isEqualTo(401);
        assertThat(client.problem(change(here, PASSWORD, "lyhyt")).field()).isEqualTo("/next");
        assertThat(change(here, PASSWORD, next).statusCode()).isEqualTo(204);

        assertThat(mine(here.tokens()).statusCode()).isEqualTo(200);
        assertThat(mine(there.tokens()).statusCode()).isEqualTo(401);
        assertThat(attempt("anna.aalto", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(attempt("anna.aalto", next).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(client.problem(client.post("/v1/sign-in", Map.of("user", "a", "deviceName", "x")))
                        .field())
                .isEqualTo("/password");
        assertThat(client.problem(client.post(
                                "/v1/sign-in", Map.of("user", "a", "password", "b", "deviceName", "x".repeat(65))))
                        .field())
                .isEqualTo("/deviceName");
        assertThat(client.problem(client.post("/v1/token", Map.of("refresh", "a")))
                        .field())
                .isEqualTo("/device");
    }

    @Test
    void noPasswordAndNoTokenIsKeptAsItIs() {
        SignIn.Answer signedIn = signIn(null);
        String refresh = signedIn.tokens().refresh();

        String kept = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM account")
                                .mapToMap()
                                .list()
                                .toString()
                        + handle.createQuery("SELECT * FROM session").mapToMap().list()
                        + handle.createQuery("SELECT * FROM access_token")
                                .mapToMap()
                                .list());

        assertThat(kept)
                .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD, signedIn.tokens().access(), refresh.substring(refresh.lastIndexOf('.') + 1));
    }

    @Test
    void aTokenGivenOutAfterTheBackupIsNoTheftAndTheClaimOfItsSessionGivesANewDevice() {
        SignIn.Answer before = signIn(null);
        String session = before.tokens().refresh().split("\\.", -1)[0];
        Sessions restored = sessions("e-2");

        assertThat(codeOf(() -> restored.renew(new SignIn.Renewal(before.device(), session + ".e-1.x"), null)))
                .isEqualTo(Code.RESTORED);
        Sessions.Begun anew = restored.anew(new SignIn.Anew(before.device(), before.claim()), null);

        assertThat(anew.person()).isEqualTo(ANNA);
        assertThat(anew.device()).isNotEqualTo(before.device());
        assertThat(mine(anew.tokens()).body()).isEqualTo("\"anna\"");
    }

    @Test
    void aTokenOfThisEpochThatWasReplacedEndsTheSessionAndItsClaim() {
        SignIn.Answer signedIn = signIn(null);
        String first = signedIn.tokens().refresh();
        renewed(signedIn.device(), renewed(signedIn.device(), first).refresh());

        assertThat(client.problem(renew(signedIn.device(), first)).code()).isEqualTo(Code.SESSION_ENDED);
        assertThat(client.problem(anew(signedIn)).code()).isEqualTo(Code.SESSION_ENDED);
    }

    @Test
    void aClaimShownAgainEndsWhatWasBegunWithItBefore() {
        SignIn.Answer signedIn = signIn(null);
        SignIn.Answer lost = client.read(anew(signedIn), SignIn.Answer.class);

        SignIn.Answer again = client.read(anew(signedIn), SignIn.Answer.class);

        assertThat(client.problem(mine(lost.tokens())).code()).isEqualTo(Code.NOT_SIGNED_IN);
        assertThat(mine(again.tokens()).statusCode()).isEqualTo(200);
        assertThat(mine(signedIn.tokens()).statusCode()).isEqualTo(200);
    }

    @Test
    void aBlockedDeviceIsToldToWipeItselfWhateverItShows() {
        SignIn.Answer signedIn = signIn(null);
        blocks.block(signedIn.device(), new PersonId("b"), null);

        for (HttpResponse<String> answer : List.of(
                mine(signedIn.tokens()),
                renew(signedIn.device(), "nothing"),
                anew(signedIn),
                client.post(
                        "/v1/sign-in",
                        new SignIn.Request("anna.aalto", PASSWORD, "osaston kannettava", signedIn.device(), null)),
                client.post(
                        "/v1/sign-in",
                        new SignIn.Request("anna.aalto", PASSWORD, "osaston kannettava", null, signedIn.device())))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            WipeOrder order = Objects.requireNonNull(client.problem(answer).order());
            assertThat(order.device()).isEqualTo(signedIn.device());
            assertThat(order.isSignedBy(signedIn.orderKey())).isTrue();
        }
        assertThat(signIn(null).device()).isNotEqualTo(signedIn.device());
    }

    private HttpResponse<String> anew(SignIn.Answer signedIn) {
        return client.post("/v1/device", new SignIn.Anew(signedIn.device(), signedIn.claim()));
    }

    private static Code codeOf(ThrowingCallable asked) {
        return catchThrowableOfType(HttpProblem.class, asked).problem().code();
    }

    @Test
    void aUserNameBelongsToOnePerson() {
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.put(new PersonId("b"), "Anna.Aalto", PASSWORD));
    }

    private SignIn.Answer signIn(@Nullable DeviceId device) {
        var answer = client.post(
                "/v1/sign-in", new SignIn.Request("anna.aalto", PASSWORD, "osaston kannettava", device, null));
        assertThat(answer.statusCode()).isEqualTo(200);
        return client.read(answer, SignIn.Answer.class);
    }

    private HttpResponse<String> attempt(String user, String password) {
        return client.post("/v1/sign-in", new SignIn.Request(user, password, "kannettava", null, null));
    }

    private HttpResponse<String> renew(DeviceId device, String refresh) {
        return client.post("/v1/token", new SignIn.Renewal(device, refresh));
    }

    private SignIn.Tokens renewed(DeviceId device, String refresh) {
        return client.read(renew(device, refresh), SignIn.Tokens.class);
    }

    private HttpResponse<String> mine(SignIn.Tokens tokens) {
        return client.send(client.to("/v1/mine").header("Authorization", "Bearer " + tokens.access()));
    }

    private HttpResponse<String> change(SignIn.Answer who, String old, String next) {
        return client.postAs(who.tokens().access(), "/v1/password", Map.of("old", old, "next", next));
    }
}
