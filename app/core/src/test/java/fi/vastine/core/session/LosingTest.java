package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes something away from a laptop, and what never does: only a whole, typed answer takes anything away. */
final class LosingTest extends AinosLaptop {
    @BeforeEach
    void signIn() {
        laptop.signIn();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "ANSWER_LOST", "TOO_MANY", "TOO_LARGE", "BUSY", "TOO_OLD", "SESSION_ENDED", "EMPTY_SCOPE"},
            mode = EnumSource.Mode.EXCLUDE)
    void noOtherAnswerTakesAnythingAway(Fault fault) {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        backend.goOffline();
        laptop.note(clinic, "Kiitos välitetty.");
        laptop.awaitConnection(Connection.OFFLINE);
        int asked = backend.requests("/v1/changes");
        backend.next("/v1/changes", fault, fault, fault);
        backend.next("/v1/commands", fault);
        backend.next("/v1/changes/wait", fault);
        backend.next("/v1/reads", fault);
        backend.goOnline();

        laptop.session().syncNow();
        Eventually.until("asked", () -> backend.requests("/v1/changes") > asked);

        assertThat(laptop.session().book().rows()).hasSize(2);
        assertThat(laptop.open(ward).notes()).hasSize(1);
        assertThat(laptop.open(clinic).notes()).hasSize(1);
        Eventually.until("all of it has gone wrong", () -> {
            laptop.session().syncNow();
            return !backend.isFaulty();
        });
        laptop.askUntilNothingWaits();
        laptop.askUntilInStep();
        assertThat(laptop.session().book().rows()).hasSize(2);
        assertThat(backend.theCase(clinic).notes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "UNAUTHORISED",
                "SESSION_ENDED",
                "FORBIDDEN",
                "BARE_FORBIDDEN",
                "BARE_GONE",
                "PROXY_PAGE",
                "EMPTY_BODY"
            })
    void noAnswerToTokensThatRanOutTakesAnythingAway(Fault fault) {
        backend.next("/v1/token", fault);
        backend.expireTokens();
        int asked = backend.requests("/v1/token");

        laptop.session().syncNow();
        Eventually.until("asked", () -> backend.requests("/v1/token") > asked);

        assertThat(laptop.session().book().rows()).hasSize(2);
        laptop.close();
        laptop.start();
        assertThat(laptop.session().book().rows()).hasSize(2);
        assertThat(laptop.open(ward).messages()).hasSize(1);
    }

    @Test
    void aSessionThatEndedTakesNothingAway() {
        backend.next("/v1/changes", Fault.SESSION_ENDED);

        laptop.session().syncNow();

        laptop.awaitConnection(Connection.SIGN_IN_NEEDED);
        assertThat(laptop.session().book().rows()).hasSize(2);
        assertThat(laptop.open(ward).messages()).hasSize(1);
    }

    @Test
    void aScopeThatWouldTakeAwayAllIsAskedForOnceMoreFirst() {
        int asked = backend.requests("/v1/changes");
        backend.next("/v1/changes", Fault.EMPTY_SCOPE);

        laptop.session().syncNow();

        Eventually.until("asked twice", () -> backend.requests("/v1/changes") > asked + 1);
        laptop.awaitInStep();
        assertThat(laptop.session().book().rows()).hasSize(2);

        backend.next("/v1/changes", Fault.EMPTY_SCOPE, Fault.EMPTY_SCOPE);
        laptop.session().syncNow();
        Eventually.until("told twice", () -> laptop.session().book().rows().isEmpty());
    }

    @Test
    void accessThatIsTakenBackTakesItsCasesAndLeavesTheOthers() throws IOException {
        assertThat(disk.canBeRead("replica", "Kiitos!")).isTrue();
        byte[] secrets = disk.secrets();

        backend.grant(Map.of(), SmallBackend.WARD);

        Eventually.until(
                "the clinic is gone", () -> laptop.session().book().row(clinic).isEmpty());
        assertThat(disk.canBeRead("replica", "Kiitos!")).isFalse();
        assertThat(disk.canBeRead("replica", "minuuttia")).isTrue();
        assertThat(disk.couldBeReadWith(secrets, "Kiitos!"))
                .as("a program that only deleted it")
                .isTrue();
        assertThat(laptop.open(ward)).isNotNull();
        laptop.close();
        laptop.start();
        assertThat(laptop.session().book().row(clinic)).isEmpty();
        assertThat(laptop.session().book().row(ward)).isPresent();
        assertThat(disk.canBeRead("replica", "Kiitos!")).isFalse();
    }

    @Test
    void aCaseThatMovedOutOfSightCanBeReadHereNoMore() throws IOException {
        byte[] secrets = disk.secrets();

        backend.moveAway(clinic);

        Eventually.until(
                "the clinic is gone", () -> laptop.session().book().row(clinic).isEmpty());
        assertThat(disk.canBeRead("replica", "Kiitos!")).isFalse();
        assertThat(disk.couldBeReadWith(secrets, "Kiitos!"))
                .as("a program that only deleted it")
                .isTrue();
        assertThat(disk.canBeRead("replica", "minuuttia")).isTrue();
    }
}
