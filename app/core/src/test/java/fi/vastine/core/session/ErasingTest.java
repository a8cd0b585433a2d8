package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.command.Command;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that is erased leaves a laptop with every word that was written of it. */
final class ErasingTest extends AinosLaptop {
    @BeforeEach
    void signIn() {
        laptop.signIn();
    }

    @Test
    void anErasedCaseGoesWithDraftsAndCommandsAndTheBackendHearsThatItIsDone() throws IOException {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        backend.keepFailing("/v1/commands", Fault.BUSY);
        laptop.note(ward, "Kanarialintu lauloi.");
        laptop.session()
                .drafts()
                .keep(
                        ward,
                        new LocalDraft(
                                laptop.session().commands().ids().newDraft(),
                                0,
                                laptop.open(ward).latestMessage().id(),
                                "Kanarialintu kiittää.",
                                Set.of(),
                                clock.instant()));
        laptop.session().jottings().keep(ward, Jottings.What.NOTE, "Kanarialintu oli juuri");
        assertThat(disk.canBeRead("outbox", "Kanarialintu")).isTrue();
        assertThat(disk.canBeRead("replica", "minuuttia")).isTrue();
        byte[] secrets = disk.secrets();

        backend.erase(ward);

        Eventually.until("it is told", () -> backend.erasedUpTo() == backend.changeNo());
        assertThat(disk.canBeRead("outbox", "Kanarialintu")).isFalse();
        assertThat(disk.canBeRead("replica", "minuuttia")).isFalse();
        assertThat(disk.couldBeReadWith(secrets, "minuuttia"))
                .as("a program that only deleted it")
                .isTrue();
        assertThat(disk.canBeRead("replica", "Kiitos!")).isTrue();
        assertThat(laptop.session().jottings().of(ward)).isEmpty();
        assertThat(laptop.session().book().row(ward)).isEmpty();
        assertThat(laptop.session().open(ward)).isEmpty();
        assertThat(laptop.session().drafts().of(ward)).isEmpty();
        assertThat(laptop.waiting()).extracting(Waiting::command).allMatch(Command.Voided.class::isInstance);
        backend.mend("/v1/commands");
        laptop.askUntilNothingWaits();
        laptop.close();
        laptop.start();
        assertThat(laptop.session().book().row(ward)).isEmpty();
        assertThat(laptop.session().drafts().of(ward)).isEmpty();
        assertThat(laptop.session().book().row(clinic)).isPresent();
    }

    @Test
    void whatAnEditorStillWantsToKeepOfAnErasedCaseIsErasedToo() {
        var ids = laptop.session().commands().ids();
        var written = new LocalDraft(
                ids.newDraft(),
                0,
                laptop.open(ward).latestMessage().id(),
                "Kanarialintu kiittää.",
                Set.of(),
                clock.instant());
        backend.erase(ward);
        Eventually.until("it is told", () -> backend.erasedUpTo() == backend.changeNo());

        laptop.session().drafts().keep(ward, written);
        laptop.session().jottings().keep(ward, Jottings.What.NOTE, "Kanarialintu oli juuri");

        assertThat(laptop.session().drafts().of(ward)).isEmpty();
        assertThat(laptop.session().jottings().of(ward)).isEmpty();
        assertThat(disk.canBeRead("outbox", "Kanarialintu")).isFalse();
    }
}
