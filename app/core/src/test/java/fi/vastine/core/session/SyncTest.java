package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.core.cases.CaseRow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes from a backend keeps a laptop in step, over real HTTP and with real files. */
final class SyncTest extends AinosLaptop {
    @BeforeEach
    void signIn() {
        laptop.signIn();
    }

    @Test
    void firstSignInBringsEveryCase() {
        assertThat(laptop.session().book().rows()).extracting(CaseRow::id).containsExactlyInAnyOrder(ward, clinic);
        assertThat(laptop.row(ward).excerpt()).isEqualTo("Jonotin puhelimessa 50 minuuttia.");
        assertThat(laptop.row(ward).owesReply()).isTrue();
        assertThat(laptop.open(ward)).isEqualTo(backend.theCase(ward));
    }

    @Test
    void aFirstDownloadTellsHowManyCasesThereWillBe() {
        for (int i = 0; i < 300; i++) {
            backend.receive(SmallBackend.WARD, "Palaute " + i);
        }
        // The other laptop asks for nothing: it would take the one request that does not fail.
        laptop.close();
        backend.next("/v1/changes", Fault.NONE);
        backend.keepFailing("/v1/changes", Fault.BUSY);
        try (Laptop fresh = new Laptop(folder.resolve("fresh"), backend, clock, "bo")) {
            fresh.beginSignIn();

            Eventually.until(
                    "200 of 302 are here",
                    () -> new Progress(200, 302)
                            .equals(fresh.session().syncState().firstPull()));
            backend.mend("/v1/changes");
            fresh.askUntilInStep();
            assertThat(fresh.session().book().rows()).hasSize(302);
        }
    }

    @Test
    void whatCameInAfterwardsAppearsByItself() {
        CaseId fresh = backend.receive(SmallBackend.WARD, "Ruoka oli kylmää.");

        Eventually.until(
                "the new case is here", () -> laptop.session().book().row(fresh).isPresent());
    }

    @Test
    void aPullCutShortLeavesNothingBehindAndComesWholeLater() {
        backend.keepFailing("/v1/changes", Fault.CUT_SHORT);
        CaseId fresh = backend.receive(SmallBackend.WARD, "Ruoka oli kylmää.");
        laptop.awaitConnection(Connection.OFFLINE);
        assertThat(laptop.session().book().row(fresh)).isEmpty();

        backend.mend("/v1/changes");
        laptop.askUntilInStep();

        Eventually.until(
                "the new case is here", () -> laptop.session().book().row(fresh).isPresent());
    }

    @Test
    void aProxysPageIsNeverTakenForData() {
        backend.keepFailing("/v1/changes", Fault.PROXY_PAGE);
        backend.keepFailing("/v1/commands", Fault.PROXY_PAGE);
        laptop.note(ward, "Soitan huomenna.");
        laptop.session().syncNow();
        laptop.awaitConnection(Connection.PROXY_PAGE);
        assertThat(laptop.session().book().rows()).hasSize(2);
        assertThat(laptop.waiting()).hasSize(1);

        backend.mend("/v1/changes");
        backend.mend("/v1/commands");
        laptop.askUntilInStep();
        laptop.askUntilNothingWaits();

        assertThat(backend.decided()).hasSize(1);
    }

    @Test
    void aStuckOutboxNeverHidesNews() {
        backend.keepFailing("/v1/commands", Fault.BUSY);
        laptop.note(ward, "Soitan huomenna.");
        CaseId fresh = backend.receive(SmallBackend.WARD, "Ruoka oli kylmää.");

        Eventually.until(
                "the new case is here", () -> laptop.session().book().row(fresh).isPresent());
        assertThat(laptop.waiting()).hasSize(1);
    }

    @Test
    void aProgramThatIsTooOldSaysSoAndKeepsWorking() {
        backend.next("/v1/changes", Fault.TOO_OLD);
        laptop.session().syncNow();

        laptop.awaitConnection(Connection.TOO_OLD);
        assertThat(laptop.session().book().rows()).hasSize(2);
    }

    @Test
    void aLossOfMuchAccessIsAskedTwiceBeforeAnythingIsRemoved() {
        int before = backend.requests("/v1/changes");
        backend.grant(Map.of(), SmallBackend.WARD);
        Eventually.until(
                "the clinic is gone", () -> laptop.session().book().row(clinic).isEmpty());

        assertThat(backend.requests("/v1/changes")).isGreaterThanOrEqualTo(before + 2);
        assertThat(laptop.session().book().rows()).extracting(CaseRow::id).containsExactly(ward);
        assertThat(laptop.session().open(clinic)).isEmpty();
    }

    @Test
    void aUnitGrantedAnewIsDownloadedAgain() {
        backend.grant(Map.of(), SmallBackend.WARD);
        Eventually.until(
                "the clinic is gone", () -> laptop.session().book().row(clinic).isEmpty());
        backend.grant(Map.of(), SmallBackend.WARD, SmallBackend.CLINIC);

        Eventually.until(
                "the clinic is back", () -> laptop.session().book().row(clinic).isPresent());
    }

    @Test
    void accessThatEndsByDateEndsOfflineToo() {
        backend.grant(
                Map.of(SmallBackend.CLINIC, LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Helsinki"))),
                SmallBackend.WARD,
                SmallBackend.CLINIC);
        Eventually.until(
                "the scope is known", () -> laptop.session().book().scope().version() == 2);
        assertThat(laptop.session().book().row(clinic)).isPresent();
        backend.goOffline();
        laptop.awaitConnection(Connection.OFFLINE);

        clock.pass(Duration.ofDays(1));
        laptop.session().syncNow();

        Eventually.until(
                "the clinic is hidden",
                () -> laptop.session().book().row(clinic).isEmpty());
        assertThat(laptop.session().open(clinic)).isEmpty();
        assertThat(laptop.session().book().row(ward)).isPresent();
    }

    @Test
    void anErasedCaseIsGoneWithAllThatWasWrittenOfIt() {
        backend.keepFailing("/v1/commands", Fault.BUSY);
        laptop.note(ward, "Soitan huomenna.");
        backend.erase(ward);

        Eventually.until(
                "the case is gone", () -> laptop.session().book().row(ward).isEmpty());
        // The list and the foot of the window are told one after the other.
        Eventually.until(
                "nothing of it waits",
                () -> laptop.waiting().stream().map(Waiting::command).noneMatch(Command.AddNote.class::isInstance));
    }

    @Test
    void aUnitWhoseSumIsWrongIsDownloadedAnewOnce() {
        backend.claimOf(ward);
        int before = backend.requests("/v1/changes");
        CaseId fresh = backend.receive(SmallBackend.CLINIC, "Ruoka oli kylmää.");
        Eventually.until(
                "the new case is here", () -> laptop.session().book().row(fresh).isPresent());
        Eventually.until("fetched anew", () -> backend.requests("/v1/changes") >= before + 2);
        laptop.session().syncNow();
        Eventually.until("looked once more", () -> backend.requests("/v1/changes") >= before + 3);
        laptop.awaitInStep();

        assertThat(backend.requests("/v1/changes")).isEqualTo(before + 3);
        assertThat(laptop.session().book().rows()).hasSize(3);
    }
}
