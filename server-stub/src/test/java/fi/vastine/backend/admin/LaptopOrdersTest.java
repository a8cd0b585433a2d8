package fi.vastine.backend.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.identity.TestClock;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.SignIn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator reads of the organisation's laptops. */
class LaptopOrdersTest {
    private static final PersonId AINO = new PersonId("aino");
    private static final PersonId OPERATOR = new PersonId("os:test");
    private static final String PASSWORD = "kevätsade-2026";

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T07:00:00Z"));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Backend backend;
    private TestClient client;
    private LaptopOrders orders;

    @BeforeEach
    void open(@TempDir Path folder) {
        backend = new Backend(BackendSettings.loopback(folder), clock);
        var top = new UnitId("alue");
        backend.directory()
                .put(
                        List.of(new Person(AINO, "Aino Aalto", null)),
                        List.of(new Unit(top, null, 1, new Names("Alue", "Alue", "Alue"), null, null)),
                        List.of(new Grant(AINO, Role.HANDLER, top, LocalDate.of(2026, 1, 1), null)),
                        List.of());
        backend.accounts().put(AINO, "aino", PASSWORD);
        backend.start();
        client = new TestClient(backend.port());
        orders = new LaptopOrders(backend, OPERATOR, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        client.close();
        backend.close();
    }

    @Test
    void theListSaysWhoHasWhichLaptopWhenItWasHereAndWhatItHasNotErased() {
        DeviceId device = signIn("LT-0042").device();
        clock.pass(Duration.ofHours(1));
        orders.carryOut(List.of("erase", new CaseId(UUID.randomUUID()).toString()));

        assertThat(line(device))
                .contains("LT-0042", "Aino Aalto", "2026-11-23 09:00", "  1  ")
                .doesNotContain("told");
        assertThat(said()).contains("With erasures not yet carried out: 1. Blocked: 0.");
    }

    @Test
    void aBlockedLaptopIsListedUntilItWasToldToWipeItself() {
        SignIn.Answer signedIn = signIn("LT-0042");
        orders.carryOut(List.of("block", signedIn.device().toString()));

        assertThat(line(signedIn.device())).contains("2026-11-23 09:00, not here since");

        clock.pass(Duration.ofMinutes(30));
        assertThat(client.post(
                                "/v1/token",
                                new SignIn.Renewal(
                                        signedIn.device(), signedIn.tokens().refresh()))
                        .statusCode())
                .isEqualTo(403);

        assertThat(line(signedIn.device())).contains("2026-11-23 09:00, told to wipe itself 2026-11-23 09:30");
        assertThat(said()).contains("Blocked: 1.");
    }

    @Test
    void anIdOfNoLaptopIsSaidToBeOne() {
        orders.carryOut(List.of("block", UUID.randomUUID().toString()));

        assertThat(said()).contains("No laptop here has that id");
    }

    private String line(DeviceId device) {
        said.reset();
        orders.carryOut(List.of("devices"));
        return said().lines()
                .filter(line -> line.startsWith(device.toString()))
                .findFirst()
                .orElseThrow();
    }

    private SignIn.Answer signIn(String laptop) {
        return client.read(
                client.post("/v1/sign-in", new SignIn.Request("aino", PASSWORD, laptop, null, null)),
                SignIn.Answer.class);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
