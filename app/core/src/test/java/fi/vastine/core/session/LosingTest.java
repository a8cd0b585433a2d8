package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.wire.WipeOrder;
import fi.vastine.core.cases.Lease;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.session.SmallBackend.Fault;
import fi.vastine.core.store.Forensics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes something away from a laptop, and what never does. */
final class LosingTest {
    private final SmallBackend backend = new SmallBackend();
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    Path folder;

    @TempDir
    Path mutants;

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

    // Only a whole, typed answer takes anything away.

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
        assertThat(canBeRead("replica", "Kiitos!")).isTrue();
        byte[] secrets = Files.readAllBytes(secrets());

        backend.grant(Map.of(), SmallBackend.WARD);

        Eventually.until(
                "the clinic is gone", () -> laptop.session().book().row(clinic).isEmpty());
        assertThat(canBeRead("replica", "Kiitos!")).isFalse();
        assertThat(canBeRead("replica", "minuuttia")).isTrue();
        assertThat(couldBeReadWith(secrets, "Kiitos!"))
                .as("a program that only deleted it")
                .isTrue();
        assertThat(laptop.open(ward)).isNotNull();
        laptop.close();
        laptop.start();
        assertThat(laptop.session().book().row(clinic)).isEmpty();
        assertThat(laptop.session().book().row(ward)).isPresent();
        assertThat(canBeRead("replica", "Kiitos!")).isFalse();
    }

    @Test
    void aCaseThatMovedOutOfSightCanBeReadHereNoMore() throws IOException {
        byte[] secrets = Files.readAllBytes(secrets());

        backend.moveAway(clinic);

        Eventually.until(
                "the clinic is gone", () -> laptop.session().book().row(clinic).isEmpty());
        assertThat(canBeRead("replica", "Kiitos!")).isFalse();
        assertThat(couldBeReadWith(secrets, "Kiitos!"))
                .as("a program that only deleted it")
                .isTrue();
        assertThat(canBeRead("replica", "minuuttia")).isTrue();
    }

    // Erasing.

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
        assertThat(canBeRead("outbox", "Kanarialintu")).isTrue();
        assertThat(canBeRead("replica", "minuuttia")).isTrue();
        byte[] secrets = Files.readAllBytes(secrets());

        backend.erase(ward);

        Eventually.until("it is told", () -> backend.erasedUpTo() == backend.changeNo());
        assertThat(canBeRead("outbox", "Kanarialintu")).isFalse();
        assertThat(canBeRead("replica", "minuuttia")).isFalse();
        assertThat(couldBeReadWith(secrets, "minuuttia"))
                .as("a program that only deleted it")
                .isTrue();
        assertThat(canBeRead("replica", "Kiitos!")).isTrue();
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
        assertThat(canBeRead("outbox", "Kanarialintu")).isFalse();
    }

    // The lease.

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

    // The order to wipe.

    @Test
    void aTrueOrderWipesAllThatThePersonHadHere() {
        laptop.note(ward, "Soitan huomenna.");
        laptop.awaitNothingWaits();
        backend.block(backend.order(device()));
        laptop.session().syncNow();

        laptop.awaitConnection(Connection.WIPED);

        assertThat(laptop.session().book().rows()).isEmpty();
        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("people.json");
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
    void withoutItsKeysWhatLiesOnTheDiskOpensNoMore() throws IOException {
        laptop.close();
        try (GuardedKeys keys = keys()) {
            SecretKey former = keys.load("replica").orElseThrow();
            keys.destroyAll();

            assertThat(keys.load("replica")).isEmpty();
            assertThat(new Forensics(profile().resolve("replica"), former).finds("minuuttia"))
                    .as("a program that left the keys")
                    .isTrue();
        }
        assertThat(new Canaries(List.of("minuuttia", "Kiitos!")).in(folder)).isEmpty();
        assertThat(laptop.keyStore().secrets()).isEmpty();
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
        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("people.json");
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

    @Test
    void aWipeThatACrashInterruptedIsEndedAtTheNextStart() throws IOException {
        laptop.close();
        Files.createFile(profile().resolve("wiped"));

        assertThat(laptop.sessions().resume()).isInstanceOf(SignInResult.Wiped.class);

        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("people.json");
    }

    /** Whether whoever has the files of a store and its key can read a word. */
    private boolean canBeRead(String store, String word) {
        return canBeRead(profile().resolve(store), store, word);
    }

    private boolean canBeRead(Path files, String store, String word) {
        try (GuardedKeys keys = keys()) {
            return new Forensics(files, keys.load(store).orElseThrow()).finds(word);
        }
    }

    private GuardedKeys keys() {
        return new KeyFolder(profile().resolve("keys"), laptop.keyStore(), Guard.KEY_STORE, new Json(), clock).open();
    }

    /** Whether the replica could be read if the secrets were still as they had been: the search that is trusted to find nothing. */
    private boolean couldBeReadWith(byte[] formerSecrets, String word) throws IOException {
        Path mutant = Files.createDirectories(mutants.resolve(word));
        try (Stream<Path> files = Files.list(profile().resolve("replica"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, mutant.resolve(each.getFileName()));
            }
        }
        Files.write(mutant.resolve("secrets"), formerSecrets);
        return canBeRead(mutant, "replica", word);
    }

    private Path secrets() {
        return profile().resolve("replica").resolve("secrets");
    }

    private Path profile() {
        try (Stream<Path> profiles = Files.list(folder)) {
            return profiles.filter(Files::isDirectory).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private DeviceId device() {
        return backend.lastDevice();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
