package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.SmallBackend.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a laptop and a backend do to stay in step, over real HTTP and with real files. */
final class SyncTest {
    private static final String PUSH = "/v1/commands";
    private static final String PULL = "/v1/changes";

    private final SmallBackend backend = new SmallBackend();
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    Path folder;

    private Laptop laptop;
    private CaseId ward;
    private CaseId clinic;

    @BeforeEach
    void signIn() {
        ward = backend.receive(SmallBackend.WARD, "Jonotin puhelimessa 50 minuuttia.");
        clinic = backend.receive(SmallBackend.CLINIC, "Kiitos!");
        laptop = new Laptop(folder, backend, clock, "aino").signIn();
    }

    @AfterEach
    void close() {
        laptop.close();
        backend.close();
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
    void whatWasDecidedOfflineOverARestartGoesOutOnceAndInOrder() {
        backend.goOffline();
        laptop.theme(ward, "jonottaminen");
        laptop.note(clinic, "Soitan huomenna.");
        laptop.close();
        clock.pass(Duration.ofDays(3));
        laptop.start();
        laptop.theme(clinic, "kohtelu");
        assertThat(laptop.row(ward).themes()).containsExactly(new ThemeId("jonottaminen"));
        assertThat(laptop.row(ward).pending()).isTrue();
        assertThat(laptop.waiting()).hasSize(3);

        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(backend.decided())
                .extracting(each -> each.command().getClass().getSimpleName())
                .containsExactly("AddTheme", "AddNote", "AddTheme");
        assertThat(backend.decided()).extracting(Envelope::seq).containsExactly(1L, 2L, 3L);
        Eventually.until("confirmed", () -> !laptop.row(clinic).pending());
    }

    @Test
    void anAnswerLostAfterTheCommitChangesNothingTwice() {
        backend.next("/v1/commands", Fault.ANSWER_LOST);
        laptop.note(ward, "Soitan huomenna.");
        Eventually.until("tried once", () -> backend.requests("/v1/commands") > 0);
        clock.pass(Duration.ofSeconds(5));
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(backend.decided()).hasSize(1);
        Eventually.until("settled", () -> !laptop.row(ward).pending());
        assertThat(laptop.open(ward).notes()).hasSize(1);
    }

    @Test
    void nothingFlickersBetweenDecisionAnswerAndNewBase() {
        List<Boolean> shown = Collections.synchronizedList(new ArrayList<>());
        laptop.theme(ward, "jonottaminen");
        try (Subscription watching = laptop.session()
                .onBook(book ->
                        shown.add(book.row(ward).orElseThrow().themes().contains(new ThemeId("jonottaminen"))))) {
            laptop.awaitNothingWaits();
            long decidedAs = backend.theCase(ward).changeNo();
            Eventually.until("base is here", () -> laptop.open(ward).changeNo() >= decidedAs);
            assertThat(watching).isNotNull();
        }

        assertThat(shown).isNotEmpty().doesNotContain(false);
    }

    @Test
    void aWeekOfDecisionsGoesOutAtOneGo() {
        decideOffline(600);

        int before = backend.requests().size();
        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        List<String> exchanges = exchangesSince(before);
        int first = exchanges.indexOf(PUSH);
        assertThat(exchanges.subList(first, first + 3)).containsOnly(PUSH);
    }

    @Test
    void newsComesAmidHoweverManyDecisions() {
        decideOffline(1100);

        int before = backend.requests().size();
        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        List<String> exchanges = exchangesSince(before);
        assertThat(exchanges.subList(exchanges.indexOf(PUSH), exchanges.lastIndexOf(PUSH)))
                .contains(PULL);
    }

    private void decideOffline(int decisions) {
        List<CaseId> cases = Stream.generate(() -> backend.receive(SmallBackend.WARD, "Ruoka oli kylmää."))
                .limit(50)
                .toList();
        Eventually.until(
                "the cases are here", () -> laptop.session().book().rows().size() == 52);
        backend.goOffline();
        for (int i = 0; i < decisions; i++) {
            laptop.note(cases.get(i % cases.size()), "Muistiinpano " + i);
        }
    }

    private List<String> exchangesSince(int before) {
        List<String> all = backend.requests();
        return all.subList(before, all.size()).stream()
                .filter(path -> path.equals(PUSH) || path.equals(PULL))
                .toList();
    }

    @Test
    void anExpiredTokenIsRenewedInTheMiddleOfABatch() {
        backend.goOffline();
        for (int i = 0; i < 300; i++) {
            laptop.note(ward, "Muistiinpano " + i);
        }
        backend.expireTokens();
        backend.goOnline();
        laptop.session().syncNow();
        Eventually.until("the first batch is there", () -> backend.decided().size() >= 200);
        backend.expireTokens();
        laptop.awaitNothingWaits();

        assertThat(backend.decided()).hasSize(300);
        assertThat(laptop.connection()).isEqualTo(Connection.ONLINE);
    }

    @Test
    void aPullCutShortLeavesNothingBehindAndComesWholeLater() {
        backend.next("/v1/changes", Fault.CUT_SHORT);
        CaseId fresh = backend.receive(SmallBackend.WARD, "Ruoka oli kylmää.");
        laptop.awaitConnection(Connection.OFFLINE);
        assertThat(laptop.session().book().row(fresh)).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        laptop.session().syncNow();

        Eventually.until(
                "the new case is here", () -> laptop.session().book().row(fresh).isPresent());
    }

    @Test
    void aProxysPageIsNeverTakenForData() {
        backend.next("/v1/changes", Fault.PROXY_PAGE);
        backend.next("/v1/commands", Fault.PROXY_PAGE);
        laptop.note(ward, "Soitan huomenna.");
        laptop.session().syncNow();
        laptop.awaitConnection(Connection.PROXY_PAGE);
        assertThat(laptop.session().book().rows()).hasSize(2);
        assertThat(laptop.waiting()).hasSize(1);

        laptop.session().syncNow();
        laptop.awaitConnection(Connection.ONLINE);
        laptop.awaitNothingWaits();

        assertThat(backend.decided()).hasSize(1);
    }

    @Test
    void aBatchThatIsTooLargeIsHalvedUntilItPasses() {
        backend.goOffline();
        for (int i = 0; i < 100; i++) {
            laptop.note(ward, "Muistiinpano " + i);
        }
        backend.next("/v1/commands", Fault.TOO_LARGE, Fault.TOO_LARGE);
        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(backend.decided()).hasSize(100);
        // 100, 50, then 25, and twice as many each time after: 25, 50, 25.
        assertThat(backend.requests("/v1/commands")).isEqualTo(5);
    }

    @Test
    void aBackendThatAsksToBeLeftAloneIsLeftAlone() {
        backend.next("/v1/commands", Fault.TOO_MANY);
        laptop.note(ward, "Soitan huomenna.");
        Eventually.until("told so", () -> laptop.connection() == Connection.SERVER_TROUBLE);
        int asked = backend.requests("/v1/commands");
        laptop.note(ward, "Ja ylihuomenna.");
        assertThat(laptop.waiting()).extracting(Waiting::lastError).contains("TOO_MANY");
        assertThat(backend.requests("/v1/commands")).isEqualTo(asked);

        clock.pass(Duration.ofMinutes(20));
        laptop.note(ward, "Sitten jo tavoitin.");
        laptop.awaitNothingWaits();
        assertThat(backend.decided()).hasSize(3);
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

    @Test
    void whatCouldNotBeAppliedNeedsAttentionWithItsTextAndCanBeDoneAnew() {
        backend.goOffline();
        var closing = new Command.SetKind(FeedbackKind.CRITICISM, FeedbackKind.QUESTION);
        CommandId id = laptop.session().commands().submit(ward, closing);
        backend.change(ward, each -> each.edit().kind(FeedbackKind.SUGGESTION).done());
        backend.goOnline();
        laptop.session().syncNow();
        Eventually.until(
                "it needs attention",
                () -> !laptop.session().attention().items().isEmpty());

        assertThat(laptop.session().attention().items()).singleElement().satisfies(item -> {
            assertThat(item.command()).isEqualTo(closing);
            assertThat(item.outcome()).isInstanceOf(Outcome.Conflict.class);
        });
        // Attention and the foot of the window are told one after the other.
        laptop.awaitNothingWaits();

        laptop.session().attention().again(id, new Command.SetKind(FeedbackKind.SUGGESTION, FeedbackKind.QUESTION));
        laptop.awaitNothingWaits();

        assertThat(laptop.session().attention().items()).isEmpty();
        assertThat(backend.theCase(ward).kind()).isEqualTo(FeedbackKind.QUESTION);
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

    @Test
    void whatWasReadOfflineIsToldAtTheNextContact() {
        backend.goOffline();
        laptop.open(ward);
        laptop.session().noteContactShown(ward);
        laptop.close();
        backend.goOnline();
        laptop.start();

        Eventually.until("told", () -> backend.reads().size() == 2);
        assertThat(backend.reads()).extracting(read -> read.what().name()).containsExactly("CASE", "CONTACT");
    }
}
