package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.wire.WipeOrder;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.store.Forensics;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only a true order wipes what a person had on a laptop. */
final class WipingTest extends AinosLaptop {
    @BeforeEach
    void signIn() {
        laptop.signIn();
    }

    @Test
    void aTrueOrderWipesAllThatThePersonHadHere() {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        backend.block(backend.order(device()));
        laptop.session().syncNow();

        laptop.awaitConnection(Connection.WIPED);

        assertThat(laptop.session().book().rows()).isEmpty();
        assertThat(disk.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("people.json");
        assertThat(laptop.sessions().known()).isEmpty();
        assertThat(laptop.sessions().resume()).isInstanceOf(SignInResult.NobodyYet.class);
    }

    @Test
    void anOrderThatIsNotTrueChangesNothing() {
        DeviceId another = new DeviceId(new UUID(1, 1));
        WipeOrder genuine = backend.order(device());
        List<WipeOrder> untrue = List.of(
                backend.order(another),
                WipeOrder.signed(device(), Instant.EPOCH, SmallBackend.newKeys().getPrivate()),
                new WipeOrder(device(), Instant.EPOCH.plusSeconds(1), genuine.signature()),
                new WipeOrder(device(), Instant.EPOCH, "AAAA"),
                new WipeOrder(device(), Instant.EPOCH, "ei mitään"));
        for (WipeOrder each : untrue) {
            blockedBy(each, 2);
        }
        backend.block(null);
        laptop.session().syncNow();
        laptop.awaitConnection(Connection.DEVICE_BLOCKED);
        assertThat(laptop.session().book().rows()).hasSize(2);
        laptop.close();
        laptop.start();
        assertThat(laptop.session().book().rows()).hasSize(2);
    }

    @Test
    void anOrderOfAnEarlierRegistrationThatIsPlayedBackChangesNothing() {
        DeviceId former = device();
        WipeOrder earlier = backend.order(former);
        backend.restoreFromBackup();
        laptop.session().syncNow();
        Eventually.until("registered anew", () -> !device().equals(former));
        backend.receive(SmallBackend.WARD, "Tuli palautuksen jälkeen.");
        Eventually.until(
                "all is fetched anew", () -> laptop.session().book().rows().size() == 3);

        blockedBy(earlier, 3);
    }

    @Test
    void whoSignsInOnABlockedLaptopThatMustRegisterAnewDoesNotMakeAnotherOfIt() {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        backend.forgetClaims();
        backend.takeSeq(device());
        laptop.note(ward, "Soitin.");
        laptop.awaitConnection(Connection.SIGN_IN_NEEDED);
        backend.block(backend.order(device()));

        assertThat(laptop.session().signInAgain(SmallBackend.PASSWORD)).isNotInstanceOf(SignInResult.SignedIn.class);

        laptop.awaitConnection(Connection.WIPED);
        assertThat(disk.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("people.json");
    }

    @Test
    void aWipeThatACrashInterruptedIsEndedAtTheNextStart() throws IOException {
        laptop.close();
        Files.createFile(disk.profile().resolve("wiped"));

        assertThat(laptop.sessions().resume()).isInstanceOf(SignInResult.Wiped.class);

        assertThat(disk.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("people.json");
    }

    @Test
    void withoutItsKeysWhatLiesOnTheDiskOpensNoMore() throws IOException {
        laptop.close();
        try (GuardedKeys keys = disk.keys()) {
            SecretKey former = keys.load("replica").orElseThrow();
            keys.destroyAll();

            assertThat(keys.load("replica")).isEmpty();
            assertThat(new Forensics(disk.profile().resolve("replica"), former).finds("minuuttia"))
                    .as("a program that left the keys")
                    .isTrue();
        }
        assertThat(new Canaries(List.of("minuuttia", "Kiitos!")).in(folder)).isEmpty();
        assertThat(laptop.keyStore().secrets()).isEmpty();
    }

    private void blockedBy(WipeOrder order, int cases) {
        int asked = backend.requests("/v1/changes");
        backend.block(order);
        Eventually.until("asked twice", () -> {
            laptop.session().syncNow();
            return backend.requests("/v1/changes") > asked + 1;
        });
        laptop.awaitConnection(Connection.DEVICE_BLOCKED);
        assertThat(laptop.session().book().rows()).hasSize(cases);
    }

    private DeviceId device() {
        return backend.lastDevice();
    }
}
