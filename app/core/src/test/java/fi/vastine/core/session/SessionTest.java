package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.PersonId;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.outbox.HsqlOutbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Signing in, going on offline, taking back, drafts: what a person relies on. */
final class SessionTest extends AinosLaptop {
    @Test
    void aWrongPasswordLeavesNothingBehind() throws IOException {
        assertThat(laptop.sessions().signIn(backend.address(), "aino", "väärä", "kannettava"))
                .isInstanceOf(SignInResult.WrongPassword.class);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        assertThat(laptop.sessions().resume()).isInstanceOf(SignInResult.NobodyYet.class);
    }

    @Test
    void aFirstSignInThatWasKilledHalfWayIsMadeAnew() {
        var person = new Known(backend.address(), "aino", "kannettava");
        Path profile = new People(folder, new Json()).profile(person);
        HsqlOutbox.open(profile.resolve("outbox"), new FileKeyHolder(profile.resolve("keys")), new Json())
                .close();

        assertThat(laptop.sessions().resume(person)).isInstanceOf(SignInResult.NobodyYet.class);
        laptop.signIn();
        assertThat(laptop.session().book().rows()).hasSize(2);
    }

    @Test
    void aPageInTheWayOrNoNetworkIsToldApart() {
        backend.next("/v1/sign-in", Fault.PROXY_PAGE);
        assertThat(laptop.sessions().signIn(backend.address(), "aino", SmallBackend.PASSWORD, "kannettava"))
                .isInstanceOf(SignInResult.NotVastine.class);

        backend.goOffline();
        assertThat(laptop.sessions().signIn(backend.address(), "aino", SmallBackend.PASSWORD, "kannettava"))
                .isInstanceOf(SignInResult.NoNetwork.class);
    }

    @Test
    void tooManyTriesAreToldWithTheTimeOfTheNext() {
        backend.next("/v1/sign-in", Fault.TOO_MANY);

        assertThat(laptop.sessions().signIn(backend.address(), "aino", SmallBackend.PASSWORD, "kannettava"))
                .isInstanceOfSatisfying(
                        SignInResult.Throttled.class,
                        throttled -> assertThat(throttled.retryAt()).isAfter(clock.instant()));
    }

    @Test
    void aClockThatIsDaysOffIsToldBeforeAnythingBegins() {
        clock.pass(Duration.ofDays(2));

        assertThat(laptop.sessions().signIn(backend.address(), "aino", SmallBackend.PASSWORD, "kannettava"))
                .isInstanceOf(SignInResult.ClockWrong.class);
    }

    @Test
    void theProgramGoesOnWithoutANetworkWhereItStopped() {
        laptop.signIn();
        laptop.close();
        backend.goOffline();

        laptop.start();

        assertThat(laptop.session().person()).isEqualTo(new PersonId("p-aino"));
        assertThat(laptop.row(ward).excerpt()).isEqualTo("Jonotin puhelimessa 50 minuuttia.");
        assertThat(laptop.open(ward).feedback().text()).isEqualTo("Jonotin puhelimessa 50 minuuttia.");
        laptop.awaitConnection(Connection.OFFLINE);
        assertThat(laptop.session().syncState().updatedAt()).isNotNull();
    }

    @Test
    void whatWasOpenedIsKnownAtTheNextStartUntilSomebodyTakesItUp() {
        laptop.signIn();
        laptop.open(ward);
        laptop.close();
        laptop.start();
        assertThat(laptop.session().opened()).containsExactly(ward);

        backend.change(ward, each -> each.edit().status(CaseStatus.IN_PROGRESS).done());
        Eventually.until("taken up", () -> laptop.row(ward).status() == CaseStatus.IN_PROGRESS);
        laptop.close();
        laptop.start();

        assertThat(laptop.session().opened()).isEmpty();
    }

    @Test
    void aSecondStartNoticesTheFirst() {
        laptop.signIn();

        assertThat(laptop.sessions().resume()).isInstanceOf(SignInResult.OpenElsewhere.class);
    }

    @Test
    void twoPeopleOnOneLaptopSeeNothingOfEachOther() {
        laptop.signIn();
        backend.keepFailing("/v1/commands", Fault.BUSY);
        laptop.note(ward, "Ainon muistiinpano");

        try (Laptop other = new Laptop(folder, backend, clock, "veikko").signIn()) {
            assertThat(other.waiting()).isEmpty();
            assertThat(other.open(ward).notes()).isEmpty();
            assertThat(other.sessions().known()).extracting(Known::user).containsExactly("veikko", "aino");
        }
    }

    @Test
    void aLostKeyIsToldAndNothingIsDeleted() {
        laptop.signIn();
        laptop.close();
        Map<String, String> kept = Map.copyOf(laptop.keyStore().secrets());
        laptop.keyStore().secrets().clear();

        assertThat(laptop.sessions().resume()).isInstanceOf(SignInResult.KeyLost.class);

        laptop.keyStore().secrets().putAll(kept);
        assertThat(laptop.start().rebuilt()).isFalse();
    }

    @Test
    void aDamagedReplicaIsFetchedAnewAndWhatWasWrittenIsKept() throws IOException {
        laptop.signIn();
        backend.goOffline();
        laptop.note(ward, "Soitan huomenna.");
        laptop.close();
        Path data = find("store.data");
        byte[] bytes = Files.readAllBytes(data);
        Arrays.fill(bytes, 32, bytes.length, (byte) 7);
        Files.write(data, bytes);

        backend.goOnline();
        assertThat(laptop.start().rebuilt()).isTrue();
        laptop.awaitNothingWaits();
        laptop.awaitInStep();

        assertThat(laptop.session().book().rows()).hasSize(2);
        assertThat(backend.decided()).hasSize(1);
    }

    @Test
    void aReplyTakenBackInTimeNeverLeaves() {
        laptop.signIn();
        Sending sending = laptop.reply(ward, "Kiitos palautteesta.");
        assertThat(laptop.row(ward).owesReply()).isFalse();
        assertThat(laptop.session().commands().sendings()).hasSize(1);

        assertThat(laptop.session().commands().takeBack(sending.reply().reply()))
                .isTrue();
        clock.pass(Duration.ofMinutes(1));
        laptop.session().syncNow();
        laptop.note(ward, "Sittenkin muistiinpano.");
        laptop.awaitNothingWaits();

        assertThat(laptop.row(ward).owesReply()).isTrue();
        assertThat(backend.decided())
                .extracting(Envelope::command)
                .doesNotHaveAnyElementsOfTypes(Command.SendReply.class);
    }

    @Test
    void aReplyLeavesWhenItsTimeToBeTakenBackIsOver() {
        laptop.signIn();
        Sending sending = laptop.reply(ward, "Kiitos palautteesta.");
        laptop.session().syncNow();
        assertThat(laptop.waiting()).hasSize(1);

        clock.pass(Duration.ofSeconds(11));
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(backend.theCase(ward).replies()).hasSize(1);
        assertThat(laptop.session().commands().takeBack(sending.reply().reply()))
                .isFalse();
    }

    @Test
    void aReplyLeavesAtOnceWhenTheProgramIsClosed() {
        laptop.signIn();
        laptop.reply(ward, "Kiitos palautteesta.");

        laptop.close();

        assertThat(backend.theCase(ward).replies()).hasSize(1);
    }

    @Test
    void aReplyWrittenOfflineIsOnItsWayAfterTheNextStart() {
        laptop.signIn();
        backend.goOffline();
        laptop.awaitConnection(Connection.OFFLINE);
        laptop.reply(ward, "Kiitos palautteesta.");
        laptop.close();
        assertThat(backend.theCase(ward).replies()).isEmpty();

        backend.goOnline();
        laptop.start();
        laptop.awaitNothingWaits();

        assertThat(backend.theCase(ward).replies()).hasSize(1);
    }

    @Test
    void aDraftSurvivesTheProgramAndGoesToTheBackendWhenTheCaseIsLeft() {
        laptop.signIn();
        backend.goOffline();
        LocalDraft draft = draft("Kiitos palaut");
        laptop.session().drafts().keep(ward, draft);
        assertThat(laptop.row(ward).hasDraft()).isTrue();
        laptop.close();
        laptop.start();
        assertThat(laptop.session().drafts().of(ward))
                .hasValueSatisfying(kept -> assertThat(kept.text()).isEqualTo("Kiitos palaut"))
                .hasValueSatisfying(kept -> assertThat(kept.ticked()).containsExactly(Reminder.THANKED));

        backend.goOnline();
        laptop.session().drafts().leave(ward);
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(backend.theCase(ward).drafts()).extracting(Draft::text).containsExactly("Kiitos palaut");
    }

    @Test
    void aDraftThatRestsIsSavedByItselfAndGoesOnAsTheSameDraft() {
        laptop.signIn();
        LocalDraft draft = draft("Kiitos");
        laptop.session().drafts().keep(ward, draft);
        clock.pass(Duration.ofSeconds(31));
        laptop.session().syncNow();
        Eventually.until("saved", () -> !backend.theCase(ward).drafts().isEmpty());
        long savedAs = backend.theCase(ward).changeNo();
        Eventually.until("carried", () -> laptop.open(ward).changeNo() == savedAs);

        laptop.session().drafts().keep(ward, changed(draft, "Kiitos palautteesta."));
        laptop.session().drafts().leave(ward);
        laptop.awaitNothingWaits();
        Eventually.until("saved", () -> backend.decided().size() == 2);

        assertThat(backend.theCase(ward).drafts()).singleElement().satisfies(held -> {
            assertThat(held.text()).isEqualTo("Kiitos palautteesta.");
            assertThat(held.revision()).isEqualTo(2);
        });
    }

    @Test
    void twoSavingsOfflineBecomeOne() {
        laptop.signIn();
        backend.goOffline();
        laptop.awaitConnection(Connection.OFFLINE);
        LocalDraft draft = draft("Kiitos");
        for (String text : List.of("Kiitos", "Kiitos palautteesta", "Kiitos palautteesta.")) {
            laptop.session().drafts().keep(ward, changed(draft, text));
            laptop.session().drafts().leave(ward);
        }

        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();
        // What was on the wire already could not be saved over: the rest comes after a rest.
        Eventually.until("saved", () -> {
            clock.pass(Duration.ofSeconds(31));
            laptop.session().syncNow();
            return backend.theCase(ward).drafts().stream()
                    .map(Draft::text)
                    .toList()
                    .equals(List.of("Kiitos palautteesta."));
        });
    }

    @Test
    void aDraftThatWasSentIsNoDraftAnyMore() {
        laptop.signIn();
        laptop.session().drafts().keep(ward, draft("Kiitos palautteesta."));
        laptop.reply(ward, "Kiitos palautteesta.");
        assertThat(laptop.session().drafts().of(ward)).isPresent();

        clock.pass(Duration.ofSeconds(11));
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(laptop.session().drafts().of(ward)).isEmpty();
        assertThat(laptop.row(ward).hasDraft()).isFalse();
    }

    @Test
    void whatIsWrittenAfterAReplyWasSentOutlivesItsDraft() {
        laptop.signIn();
        LocalDraft draft = draft("Kiitos palautteesta.");
        laptop.session().drafts().keep(ward, draft);
        laptop.reply(ward, "Kiitos palautteesta.");
        clock.pass(Duration.ofSeconds(5));
        laptop.session().drafts().keep(ward, changed(draft, "Vielä yksi asia."));

        clock.pass(Duration.ofSeconds(11));
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(laptop.session().drafts().of(ward))
                .hasValueSatisfying(left -> assertThat(left.text()).isEqualTo("Vielä yksi asia."));
    }

    private LocalDraft draft(String text) {
        return new LocalDraft(
                laptop.session().commands().ids().newDraft(),
                0,
                laptop.open(ward).latestMessage().id(),
                text,
                Set.of(Reminder.THANKED),
                clock.instant());
    }

    private LocalDraft changed(LocalDraft draft, String text) {
        return new LocalDraft(draft.id(), draft.revision(), draft.answers(), text, draft.ticked(), clock.instant());
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
