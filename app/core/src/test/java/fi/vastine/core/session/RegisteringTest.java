package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.DeviceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backend restored from a backup, or a laptop from an image: the laptop registers anew, and nothing is lost or done twice. */
final class RegisteringTest extends AinosLaptop {
    @BeforeEach
    void signIn() {
        laptop.signIn();
    }

    @Test
    void afterTheBackendsBackupEverythingIsOfferedAgainWithNobodySigningIn() {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        backend.restoreFromBackup();
        laptop.session().syncNow();
        laptop.note(clinic, "Kiitos välitetty.");

        Eventually.until("both are there", () -> backend.decided().size() == 2);
        laptop.awaitNothingWaits();
        laptop.awaitInStep();

        assertThat(backend.decided()).extracting(Envelope::caseId).containsExactly(ward, clinic);
        assertThat(backend.decided()).extracting(Envelope::seq).containsExactly(1L, 2L);
        assertThat(backend.requests("/v1/sign-in")).isEqualTo(1);
        Eventually.until("all is here", () -> laptop.session().book().rows().size() == 2);
    }

    @Test
    void onlyWhereTheBackupKnowsNoSessionDoesThePersonSignInAndThenAllGoesOn() {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        // In this order: a laptop that asks in between must not be known to the restored backend.
        backend.endSessions();
        backend.restoreFromBackup();
        laptop.session().syncNow();
        laptop.note(clinic, "Kiitos välitetty.");
        laptop.awaitConnection(Connection.SIGN_IN_NEEDED);
        assertThat(laptop.session().book().rows()).hasSize(2);

        assertThat(laptop.session().signInAgain(SmallBackend.PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        laptop.awaitNothingWaits();

        assertThat(backend.decided()).extracting(Envelope::caseId).containsExactly(ward, clinic);
        Eventually.until("all is here", () -> laptop.session().book().rows().size() == 2);
    }

    @Test
    void anAnswerToRegisteringAnewThatIsLostIsAskedForAgain() {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        backend.next("/v1/device", Fault.ANSWER_LOST);
        backend.restoreFromBackup();
        laptop.session().syncNow();
        Eventually.until("asked twice", () -> backend.requests("/v1/device") == 2);
        laptop.awaitNothingWaits();

        Eventually.until("it is there", () -> backend.decided().size() == 1);
        laptop.awaitInStep();
        assertThat(backend.requests("/v1/sign-in")).isEqualTo(1);
    }

    @Test
    void aLaptopRestoredFromAnImageRegistersAnewAndSendsAgain() {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        backend.takeSeq(backend.decided().getFirst().deviceId());
        laptop.note(clinic, "Kiitos välitetty.");
        Eventually.until("sent again", () -> backend.decided().size() == 2);
        laptop.awaitNothingWaits();

        assertThat(backend.requests("/v1/sign-in")).isEqualTo(1);
        assertThat(backend.decided().getLast().deviceId())
                .isNotEqualTo(backend.decided().getFirst().deviceId());
        Eventually.until("all is here", () -> laptop.session().book().rows().size() == 2);
    }

    @Test
    void aLaptopRestoredFromAnImageIsAnotherBeforeItDecidesAnythingUnderNumbersThatAreTaken() {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        DeviceId before = backend.lastDevice();

        backend.takeSeq(before, ward);

        Eventually.until("registered anew", () -> !backend.lastDevice().equals(before));
        laptop.awaitInStep();
        laptop.note(ward, "Soitin.");
        laptop.awaitNothingWaits();
        assertThat(laptop.open(ward).notes()).hasSize(2);
        assertThat(backend.decided()).hasSize(2);
    }
}
