package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.core.cases.Lease;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A laptop that has not heard of the backend for the days of its lease shows no case, and loses nothing. */
final class LeaseTest extends AinosLaptop {
    @BeforeEach
    void signIn() {
        laptop.signIn();
    }

    @Test
    void pastItsLeaseALaptopShowsNoCaseAndLosesNothing() {
        backend.goOffline();
        laptop.awaitConnection(Connection.OFFLINE);
        clock.pass(Duration.ofDays(13));
        laptop.note(ward, "Soitan huomenna.");
        laptop.close();
        laptop.start();
        assertThat(laptop.session().lease()).isEqualTo(Lease.RUNNING);
        assertThat(laptop.session().book().row(ward)).isPresent();

        clock.pass(Duration.ofDays(1).plusMinutes(1));
        laptop.close();
        laptop.start();

        assertThat(laptop.session().lease()).isEqualTo(Lease.OVER);
        assertThat(laptop.session().book().rows()).isEmpty();
        assertThat(laptop.session().open(ward)).isEmpty();
        assertThat(laptop.waiting()).hasSize(1);
        assertThat(new Canaries(List.of("minuuttia", "Soitan huomenna")).in(folder))
                .isEmpty();

        backend.goOnline();
        laptop.session().syncNow();
        Eventually.until("it is shown again", () -> laptop.session().lease() == Lease.RUNNING);
        assertThat(laptop.row(ward)).isNotNull();
        laptop.awaitNothingWaits();
        assertThat(backend.theCase(ward).notes()).hasSize(1);
    }

    @Test
    void theLeaseEndsWhileTheProgramRunsToo() {
        backend.goOffline();
        laptop.awaitConnection(Connection.OFFLINE);
        clock.pass(Duration.ofDays(15));

        laptop.session().syncNow();

        Eventually.until("it is over", () -> laptop.session().lease() == Lease.OVER);
        assertThat(laptop.session().book().rows()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackDoesNotExtendTheLease() {
        backend.goOffline();
        laptop.awaitConnection(Connection.OFFLINE);
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofDays(5));
            laptop.close();
            laptop.start();
            clock.pass(Duration.ofDays(-5));
            laptop.close();
            laptop.start();
        }

        assertThat(laptop.session().lease()).isEqualTo(Lease.OVER);
        assertThat(laptop.session().book().rows()).isEmpty();
    }
}
