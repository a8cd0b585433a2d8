package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.recovery.RecoveryFile;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.session.SignInResult.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What guards a laptop's data: the key store, a passphrase, a locked screen, and the organisation when all else fails. */
final class KeysTest extends AinosLaptop {
    private static final Passphrase PASSWORD = new Passphrase(SmallBackend.PASSWORD);
    private static final Passphrase CHOSEN = new Passphrase("kolme kissaa kattoi kuuta");
    private static final Passphrase WRONG = new Passphrase("neljä koiraa kaivoi kuoppaa");

    @Test
    void aLockedScreenOpensWithThePasswordWithoutANetworkAndNothingIsLost() {
        laptop.signIn();
        backend.goOffline();
        laptop.note(ward, "Soitin takaisin.");

        Unattended locked = laptop.session().lock();

        assertThat(laptop.sessions().resume()).isInstanceOf(SignInResult.OpenElsewhere.class);
        assertThat(laptop.sessions().unlock(laptop.known(), WRONG, Asked.PASSWORD))
                .isInstanceOf(SignInResult.WrongPassphrase.class);
        assertThat(locked.isSending()).isTrue();
        laptop.take(laptop.sessions().unlock(laptop.known(), PASSWORD, Asked.PASSWORD));
        assertThat(laptop.waiting()).hasSize(1);
        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();
    }

    @Test
    void aLockedScreenIsLockedAfterARestartToo() {
        laptop.signIn();
        laptop.session().lock().close();

        assertThat(laptop.sessions().resume()).isEqualTo(new SignInResult.Locked(laptop.known(), Asked.PASSWORD));
        laptop.take(unlock(PASSWORD));
        laptop.close();
        laptop.start();
    }

    @Test
    void whatWaitedIsSentBehindTheLockedScreenWhenTheNetworkReturnsAndThenTheOutboxIsClosed() {
        laptop.signIn();
        backend.goOffline();
        laptop.note(ward, "Soitin takaisin.");
        laptop.reply(ward, "Kiitos palautteesta.");
        var left = new AtomicInteger(-1);

        try (Unattended locked = laptop.session().lock()) {
            locked.onWaiting(left::set);
            Eventually.until("the reply, no longer to be taken back, and the note wait", () -> left.get() == 2);
            backend.goOnline();
            Eventually.until("all is sent", () -> left.get() == 0);
            Eventually.until("the outbox is closed", () -> !locked.isSending());

            laptop.take(laptop.sessions().unlock(laptop.known(), PASSWORD, Asked.PASSWORD));
        }
        laptop.awaitInStep();
        assertThat(laptop.open(ward).notes()).hasSize(1);
        assertThat(laptop.open(ward).replies()).hasSize(1);
        assertThat(laptop.waiting()).isEmpty();
    }

    @Test
    void aPasswordThatWasChangedElsewhereOpensTheScreenWhenTheBackendKnowsIt() {
        laptop.signIn();
        laptop.session().lock().close();
        backend.password("uusi sana");

        laptop.take(unlock(new Passphrase("uusi sana")));
        laptop.session().lock().close();
        backend.goOffline();

        laptop.take(unlock(new Passphrase("uusi sana")));
        assertThat(laptop.session().person()).isNotNull();
    }

    @Test
    void wrongPasswordsAtALockedScreenBecomeSlowWithoutANetwork() {
        laptop.signIn();
        laptop.session().lock().close();
        backend.goOffline();
        for (int i = 0; i < 3; i++) {
            assertThat(unlock(WRONG)).isInstanceOf(SignInResult.WrongPassphrase.class);
        }

        assertThat(unlock(PASSWORD)).isInstanceOf(SignInResult.Throttled.class);
    }

    @Test
    void whereAPassphraseIsWantedNothingIsWrittenBeforeOneIsChosen() {
        laptop.wantPassphrase();

        assertThat(signIn()).isEqualTo(new SignInResult.PassphraseToChoose(laptop.known()));
        assertThat(files()).isNotEmpty().allMatch(name -> name.equals("lock"));

        laptop.take(laptop.sessions().signIn(backend.address(), "aino", SmallBackend.PASSWORD, "kannettava", CHOSEN));
        assertThat(laptop.session().keys().guard()).isEqualTo(Guard.PASSPHRASE);
        assertThat(laptop.keyStore().secrets()).isEmpty();
        laptop.close();
        assertThat(laptop.sessions().resume()).isEqualTo(new SignInResult.Locked(laptop.known(), Asked.PASSPHRASE));
        assertThat(laptop.sessions().unlock(laptop.known(), PASSWORD, Asked.PASSPHRASE))
                .isInstanceOf(SignInResult.WrongPassphrase.class);
        laptop.take(laptop.sessions().unlock(laptop.known(), CHOSEN, Asked.PASSPHRASE));
    }

    @Test
    void anOrganisationThatBeginsToWantPassphrasesGetsOneAtTheNextStart() {
        laptop.signIn();
        laptop.close();
        laptop.wantPassphrase();

        assertThat(laptop.sessions().resume()).isEqualTo(new SignInResult.PassphraseToChoose(laptop.known()));
        laptop.take(laptop.sessions().resume(laptop.known(), CHOSEN));

        assertThat(laptop.session().keys().guard()).isEqualTo(Guard.PASSPHRASE);
        assertThat(laptop.row(ward)).isNotNull();
    }

    @Test
    void aSilentKeyStoreIsNotCalledALostKey() {
        laptop.signIn().close();
        laptop.keyStore().fallSilent();

        assertThat(laptop.sessions().resume()).isInstanceOf(SignInResult.KeyStoreSilent.class);
        assertThat(signIn()).isInstanceOf(SignInResult.KeyStoreSilent.class);
    }

    @Test
    void whatWaitedOnALaptopWithALostKeyStoreIsFoundWithTheRecoveryFileAndSentOnce() throws IOException {
        RecoveryFile recovery = RecoveryFile.generate();
        Path file = Files.writeString(Files.createTempFile("recovery", ".txt"), recovery.text());
        backend.tellRecoveryKey(recovery.publicHalf());
        laptop.signIn();
        backend.goOffline();
        for (int i = 0; i < 5; i++) {
            laptop.note(ward, "Muistiinpano " + i);
        }
        laptop.close();

        laptop.keyStore().secrets().clear();

        assertThat(laptop.sessions().resume())
                .isInstanceOfSatisfying(
                        SignInResult.KeyLost.class,
                        lost -> assertThat(lost.recoverable()).contains(laptop.known()));
        Path other = Files.writeString(
                Files.createTempFile("recovery", ".txt"),
                RecoveryFile.generate().text());
        assertThat(laptop.sessions().recover(laptop.known(), other, null))
                .isInstanceOf(SignInResult.WrongRecoveryFile.class);
        laptop.take(laptop.sessions().recover(laptop.known(), file, null));
        assertThat(laptop.waiting()).hasSize(5);
        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitInStep();
        laptop.awaitNothingWaits();
        assertThat(laptop.open(ward).notes()).hasSize(5);
        laptop.close();
        laptop.start();
        assertThat(laptop.waiting()).isEmpty();
    }

    @Test
    void withoutARecoveryKeyALostKeyStoreIsToldAsItIsAndNothingIsDeleted() {
        laptop.signIn().close();
        laptop.keyStore().secrets().clear();

        assertThat(laptop.sessions().resume())
                .isInstanceOfSatisfying(
                        SignInResult.KeyLost.class,
                        lost -> assertThat(lost.recoverable()).isEmpty());

        assertThat(files()).contains("keys.json", "store.script");
    }

    @Test
    void aFirstSignInThatEndedHalfWayIsMadeAgain() throws IOException {
        laptop.signIn().close();
        Path half = folder.resolve("half");
        try (var profiles = Files.list(folder)) {
            String name = profiles.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow()
                    .getFileName()
                    .toString();
            Files.createDirectories(half.resolve(name));
        }

        var again = new Laptop(half, backend, clock, "aino");
        again.signIn();

        assertThat(again.row(ward)).isNotNull();
        again.close();
    }

    private List<String> files() {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> each.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignInResult unlock(Passphrase typed) {
        return laptop.sessions().unlock(laptop.known(), typed, Asked.PASSWORD);
    }

    private SignInResult signIn() {
        return laptop.sessions().signIn(backend.address(), "aino", SmallBackend.PASSWORD, "kannettava");
    }
}
