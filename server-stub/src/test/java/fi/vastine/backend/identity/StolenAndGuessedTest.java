package fi.vastine.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.Ground;
import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.SignIn;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets by a token that is not hers, by guessing, or after she was told to go. */
class StolenAndGuessedTest {
    private static final PersonId ANNA = new PersonId("anna");
    private static final String PASSWORD = "lumiukko ja kevätaurinko";
    private static final UnitId WARD = new UnitId("osasto");

    private final TestClock clock = new TestClock(Instant.parse("2026-07-01T06:00:00Z"));
    private Backend backend;
    private TestClient client;

    @BeforeEach
    void open(@TempDir Path folder) {
        var ground = new Ground(
                Database.inFolder(folder.resolve("data")),
                Ledger.inMemory(),
                clock,
                new Random(1),
                new Passwords(),
                Writer::new);
        backend = new Backend(BackendSettings.loopback(folder.resolve("data")), ground);
        LocalDate began = LocalDate.of(2026, 1, 1);
        backend.directory()
                .put(
                        List.of(new Person(ANNA, "Anna Aalto", null)),
                        List.of(new Unit(WARD, null, 1, new Names("Osasto", "Osasto", "Osasto"), null, null)),
                        List.of(new Grant(ANNA, Role.HANDLER, WARD, began, LocalDate.of(2026, 7, 31))),
                        List.of());
        backend.accounts().put(ANNA, "anna.aalto", PASSWORD);
        backend.start();
        client = new TestClient(backend.port());
    }

    @AfterEach
    void close() {
        client.close();
        backend.close();
    }

    @Test
    void aThiefWhoUsesTheTokenFirstIsFoundOutWhenTheOwnerUsesIt() {
        SignIn.Answer owner = signIn(null);
        SignIn.Tokens thief = renewed(owner, owner.tokens().refresh());
        thief = renewed(owner, thief.refresh());

        assertThat(renew(owner, owner.tokens().refresh()).statusCode()).isEqualTo(401);

        assertThat(renew(owner, thief.refresh()).statusCode()).isEqualTo(401);
        assertThat(status(thief)).isEqualTo(401);
        assertThat(status(owner.tokens())).isEqualTo(401);
    }

    @Test
    void aThiefWhoUsesTheTokenOnceIsFoundOutBySecondUseAfterTheOwners() {
        SignIn.Answer owner = signIn(null);
        SignIn.Tokens thief = renewed(owner, owner.tokens().refresh());
        SignIn.Tokens owners = renewed(owner, owner.tokens().refresh());

        assertThat(renew(owner, thief.refresh()).statusCode()).isEqualTo(401);

        assertThat(renew(owner, owners.refresh()).statusCode()).isEqualTo(401);
        assertThat(status(thief)).isEqualTo(401);
    }

    @Test
    void aThiefWhoComesAfterTheOwnerGetsNothingAndEndsTheSession() {
        SignIn.Answer owner = signIn(null);
        SignIn.Tokens owners = renewed(owner, owner.tokens().refresh());
        owners = renewed(owner, owners.refresh());

        assertThat(renew(owner, owner.tokens().refresh()).statusCode()).isEqualTo(401);

        assertThat(status(owners)).isEqualTo(401);
        assertThat(status(signIn(owner.device()).tokens())).isEqualTo(200);
    }

    @Test
    void aLaptopThatNeverHeardThatItIsAnotherDeviceIsBlockedWithThatOne() {
        SignIn.Answer held = signIn(null);
        SignIn.Answer copied = signIn(null);
        clock.pass(Duration.ofMinutes(1));
        DeviceId unheard = anew(held);
        DeviceId other = anew(copied);
        clock.pass(Duration.ofMinutes(1));
        SignIn.Tokens inUse = renewed(copied, copied.tokens().refresh());

        backend.blocks().block(unheard, ANNA, null);
        backend.blocks().block(other, ANNA, null);

        HttpResponse<String> answer = renew(held, held.tokens().refresh());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(held.device().toString());
        // Of two laptops with one registration the other one was here since, and the list shows it by itself.
        assertThat(status(inUse)).isEqualTo(200);
    }

    /** The session's laptop goes on as another device. */
    private DeviceId anew(SignIn.Answer held) {
        var asked = new SignIn.Anew(held.device(), held.claim());
        return client.read(client.post("/v1/device", asked), SignIn.Answer.class)
                .device();
    }

    @Test
    void whoeverGuessesFromElsewhereForEverNeverKeepsAPersonFromHerOwnLaptop() {
        DeviceId laptop = signIn(null).device();
        for (int hour = 0; hour < 6; hour++) {
            for (int guess = 0; guess < 12; guess++) {
                attempt("anna.aalto", "wrong", null);
            }
            clock.pass(Duration.ofMinutes(15));
        }
        attempt("anna.aalto", "wrong", null);

        assertThat(attempt("anna.aalto", PASSWORD, null).statusCode()).isEqualTo(429);
        assertThat(attempt("anna.aalto", PASSWORD, laptop).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverFillsTheLimitOfTheOfficesAddressKeepsNobodyFromHerOwnLaptop() {
        DeviceId laptop = signIn(null).device();
        for (int i = 0; i < 51; i++) {
            attempt("name" + i, "wrong", null);
        }

        assertThat(attempt("anna.aalto", PASSWORD, null).statusCode()).isEqualTo(429);
        assertThat(attempt("anna.aalto", PASSWORD, laptop).statusCode()).isEqualTo(200);
    }

    @Test
    void guessingOnALaptopThatWasFoundIsSlowedDownAsElsewhere() {
        DeviceId laptop = signIn(null).device();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(attempt("anna.aalto", "wrong", laptop).statusCode()).isEqualTo(401);
        }

        assertThat(attempt("anna.aalto", PASSWORD, laptop).statusCode()).isEqualTo(429);
        assertThat(attempt("anna.aalto", PASSWORD, null).statusCode()).isEqualTo(200);
    }

    @Test
    void waitingForOnesOwnAccountDoesNotUseUpWhatTheOfficeHas() {
        for (int i = 0; i < 5; i++) {
            attempt("anna.aalto", "wrong", null);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(attempt("anna.aalto", "wrong", null).statusCode()).isEqualTo(429);
        }

        assertThat(attempt("berit.berg", "wrong", null).statusCode()).isEqualTo(401);
    }

    @Test
    void aGreatManyNamesTakeNoMoreThanSoMuchMemory() {
        var throttle = new Throttle(clock, 5);
        for (int i = 0; i < 2 * Throttle.MOST_KEYS; i++) {
            throttle.attempt("name" + i);
        }

        assertThat(throttle.size()).isEqualTo(Throttle.MOST_KEYS);
        assertThat(attempt("x".repeat(3_000), "wrong", null).statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownNameTakesAsLongAsAWrongPassword() {
        long[] known = new long[4];
        long[] unknown = new long[4];
        // In turn, so that a busy moment of the machine is one of both.
        for (int i = 0; i < known.length; i++) {
            known[i] = nanos(() -> attempt("anna.aalto", "wrong", null));
            unknown[i] = nanos(() -> attempt("nobody", "wrong", null));
        }
        Arrays.sort(known);
        Arrays.sort(unknown);

        // Without the hash of nobody it would be some fifty times as short.
        assertThat(unknown[1]).isGreaterThan(known[1] / 4);
    }

    @Test
    void whoHasNoRoleAnyMoreHasFourteenDaysToSendWhatSheWroteAndNoLonger() {
        SignIn.Answer signedIn = signIn(null);
        SignIn.Tokens tokens = signedIn.tokens();
        clock.pass(Duration.ofDays(31));
        for (int day = 0; day < 13; day++) {
            tokens = renewed(signedIn, tokens.refresh());
            clock.pass(Duration.ofDays(1));
        }
        assertThat(status(tokens)).isEqualTo(401);
        tokens = renewed(signedIn, tokens.refresh());
        assertThat(status(tokens)).isEqualTo(200);

        clock.pass(Duration.ofDays(1));
        assertThat(renew(signedIn, tokens.refresh()).statusCode()).isEqualTo(401);
    }

    @Test
    void anAccountThatIsEndedLetsNobodyInAndEndsEverySessionAtOnce() {
        SignIn.Answer here = signIn(null);
        SignIn.Answer there = signIn(null);

        backend.accounts().end(ANNA);

        assertThat(status(here.tokens())).isEqualTo(401);
        assertThat(renew(there, there.tokens().refresh()).statusCode()).isEqualTo(401);
        assertThat(attempt("anna.aalto", PASSWORD, here.device()).body())
                .isEqualTo(attempt("nobody", PASSWORD, null).body());
    }

    @Test
    void aPasswordThatIsSetAnewByWhoeverRunsTheBackendEndsEverySession() {
        SignIn.Answer here = signIn(null);

        backend.accounts().reset(ANNA, "anna.aalto", "uusi ja pitkä salasana");

        assertThat(status(here.tokens())).isEqualTo(401);
        assertThat(attempt("anna.aalto", PASSWORD, null).statusCode()).isEqualTo(401);
    }

    @Test
    void aDevicesNameHoldsNothingThatATerminalTakesForAnOrder() {
        var request = new SignIn.Request("anna.aalto", PASSWORD, "a\u001b[2Jb", null, null);

        assertThat(client.problem(client.post("/v1/sign-in", request)).field()).isEqualTo("/deviceName");
    }

    private static long nanos(Supplier<HttpResponse<String>> attempt) {
        long began = System.nanoTime();
        assertThat(attempt.get().statusCode()).isEqualTo(401);
        return System.nanoTime() - began;
    }

    private SignIn.Answer signIn(@Nullable DeviceId device) {
        return client.read(attempt("anna.aalto", PASSWORD, device), SignIn.Answer.class);
    }

    private HttpResponse<String> attempt(String user, String password, @Nullable DeviceId device) {
        return client.post("/v1/sign-in", new SignIn.Request(user, password, "kannettava", device, null));
    }

    private HttpResponse<String> renew(SignIn.Answer signedIn, String refresh) {
        return client.post("/v1/token", new SignIn.Renewal(signedIn.device(), refresh));
    }

    private SignIn.Tokens renewed(SignIn.Answer signedIn, String refresh) {
        HttpResponse<String> answer = renew(signedIn, refresh);
        assertThat(answer.statusCode()).isEqualTo(200);
        return client.read(answer, SignIn.Tokens.class);
    }

    private int status(SignIn.Tokens tokens) {
        return client.postAs(tokens.access(), "/v1/commands", "{\"commands\":[]}")
                .statusCode();
    }
}
