package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A laptop whose clock was hours or years ahead and is set right while its user works. */
final class WrongClockTest extends AinosLaptop {
    private static final Duration YEARS = Duration.ofDays(3 * 365);

    @BeforeEach
    void signIn() {
        laptop.signIn();
    }

    @Test
    void whatFailedUnderAClockAheadIsTriedAgainSoonAfterItIsSetRight() {
        clock.pass(YEARS);
        backend.goOffline();
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitConnection(Connection.OFFLINE);
        clock.pass(YEARS.negated());
        backend.goOnline();

        // Nobody presses anything: the next turn, seconds away, notices.
        laptop.awaitNothingWaits();
        Eventually.until(
                "the cases are shown again",
                () -> laptop.session().book().row(ward).isPresent());
        assertThat(laptop.open(ward).notes()).hasSize(1);
    }

    @Test
    void aReplyDoesNotWaitForTheTimeThatTheClockOnceShowed() {
        clock.pass(Duration.ofHours(3));
        laptop.reply(ward, "Kiitos palautteesta.");
        laptop.session().syncNow();
        clock.pass(Duration.ofHours(-3));
        laptop.session().syncNow();

        Eventually.until(
                "the reply has left",
                () -> backend.decided().stream().map(Envelope::command).anyMatch(Command.SendReply.class::isInstance));
    }

    @Test
    void aDraftIsSavedThoughTheClockWasSetBackWhileItRested() {
        clock.pass(Duration.ofHours(3));
        laptop.session()
                .drafts()
                .keep(
                        ward,
                        new LocalDraft(
                                laptop.session().commands().ids().newDraft(),
                                0,
                                laptop.open(ward).latestMessage().id(),
                                "Kiitos, ett",
                                Set.of(),
                                clock.instant()));
        laptop.session().syncNow();
        clock.pass(Duration.ofHours(-3));
        laptop.session().syncNow();

        Eventually.until(
                "the draft is at the backend",
                () -> backend.decided().stream().map(Envelope::command).anyMatch(Command.SaveDraft.class::isInstance));
    }
}
