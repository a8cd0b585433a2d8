package fi.vastine.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fi.vastine.core.json.Json;
import fi.vastine.core.key.PassphraseNeeded.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few digits that open a locked screen, and what they must not open. */
class PinTest {
    private static final Pin PIN = new Pin("4096");
    private static final Pin OTHER = new Pin("9604");
    private static final Passphrase PASSWORD = new Passphrase("kolme kissaa");
    private static final Passphrase PASSPHRASE = new Passphrase("kolme kissaa kattoi kuuta");

    @TempDir
    private Path profile;

    private final MemoryKeyStore store = new MemoryKeyStore();
    private final Instant now = Instant.parse("2026-11-23T06:42:00Z");

    @Test
    void aLockedScreenOpensWithThePinAlsoAfterARestart() {
        SecretKey outbox = lockedWithPin();

        assertThat(folder().asks()).isEqualTo(What.TO_TYPE_PIN);
        assertThat(catchThrowableOfType(PassphraseNeeded.class, () -> folder().open())
                        .what())
                .isEqualTo(What.TO_TYPE_PIN);
        try (GuardedKeys keys = folder().open(PIN)) {
            assertThat(keys.load("outbox")).contains(outbox);
        }
        try (GuardedKeys unlocked = folder().open()) {
            assertThat(unlocked.hasPin()).isTrue();
        }
    }

    @Test
    void wrongTriesAreCountedOverRestartsAndAfterFiveTheRightOneOpensNothingEither() {
        SecretKey outbox = lockedWithPin();
        for (int left = 4; left > 0; left--) {
            assertThat(wrong(OTHER).left()).isEqualTo(left);
            assertThat(folder().asks()).isEqualTo(What.TO_TYPE_PIN);
        }

        assertThat(wrong(OTHER).left()).isZero();

        assertThat(folder().asks()).isEqualTo(What.TO_TYPE_PASSWORD);
        assertThat(wrong(PIN).left()).isZero();
        folder().open(PASSWORD).close();
        try (GuardedKeys keys = folder().open(PIN)) {
            assertThat(keys.load("outbox")).contains(outbox);
        }
    }

    @Test
    void theRightOneInBetweenBeginsToCountAnew() {
        lockedWithPin();
        wrong(OTHER);
        wrong(OTHER);
        folder().open(PIN).close();

        assertThat(wrong(OTHER).left()).isEqualTo(4);
    }

    @Test
    void aSignInWithThePasswordTakesThePinUpAgain() {
        lockedWithPin();
        for (int i = 0; i < 5; i++) {
            wrong(OTHER);
        }

        try (GuardedKeys keys = folder().openForSignIn()) {
            keys.signedIn(new Passphrase("uusi salasana"));
        }

        folder().open(PIN).close();
    }

    @Test
    void aTryIsCountedBeforeItIsLookedAtAndASpoiledCountIsNoneLeft() throws IOException {
        lockedWithPin();
        Path tries = profile.resolve("keys/pin-tries");
        wrong(OTHER);
        assertThat(tries).hasContent("1");

        // What does not get as far as being looked at is counted all the same: the program may have been ended on
        // purpose.
        String keys = Files.readString(file());
        Files.writeString(file(), keys.replaceFirst("(\"pin\":.*?\"kibibytes\":)47104", "$18"));
        assertThatThrownBy(() -> folder().open(PIN)).isInstanceOf(KeyUnreadable.class);
        assertThat(tries).hasContent("2");
        Files.writeString(file(), keys);

        Files.writeString(tries, "-1");
        assertThat(wrong(PIN).left()).isZero();
    }

    @Test
    void aSilentKeyStoreCostsNoTry() {
        lockedWithPin();
        store.fallSilent();

        assertThatThrownBy(() -> folder().open(PIN)).isInstanceOf(KeyStoreSilent.class);

        assertThat(profile.resolve("keys/pin-tries")).doesNotExist();
    }

    @Test
    void theDiskAloneTellsNothingToGuessThePinBy() throws IOException {
        lockedWithPin();
        assertThat(Files.readString(file())).doesNotContain(PIN.digits());
        assertThatThrownBy(() -> folder(new MemoryKeyStore(), Guard.KEY_STORE).open(PIN))
                .isInstanceOf(KeyMissing.class);

        // A thief with the files and any other secret finds the right PIN to be as wrong as all the others.
        var guessing = new MemoryKeyStore();
        store.secrets().forEach((name, secret) -> guessing.keep(name, "0".repeat(secret.length())));

        assertThatThrownBy(() -> folder(guessing, Guard.KEY_STORE).open(PIN)).isInstanceOf(WrongPin.class);
    }

    @Test
    void thePinIsNotTakenForThePasswordEvenByWhoPutsItInItsPlace() throws IOException {
        lockedWithPin();
        assertThatThrownBy(() -> folder().open(new Passphrase(PIN.digits()))).isInstanceOf(WrongPassphrase.class);

        String keys = Files.readString(file());
        var pin = Pattern.compile("\"pin\":(\\{.*?\\}.*?\\})").matcher(keys);
        assertThat(pin.find()).isTrue();
        Files.writeString(file(), keys.replaceFirst("\"check\":\\{.*?\\}.*?\\}", "\"check\":" + pin.group(1)));

        assertThatThrownBy(() -> folder().open(new Passphrase(PIN.digits()))).isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void aChangedPinIsTheOnlyOneAndARemovedOneIsNone() {
        lockedWithPin();
        try (GuardedKeys keys = folder().open(PIN)) {
            keys.choose(OTHER);
        }
        assertThat(wrong(PIN).left()).isEqualTo(4);

        try (GuardedKeys keys = folder().open(OTHER)) {
            keys.forgetPin();
            assertThat(keys.hasPin()).isFalse();
        }

        assertThat(wrong(OTHER).left()).isZero();
        assertThat(folder().asks()).isEqualTo(What.TO_TYPE_PASSWORD);
    }

    @Test
    void keysThatAPassphraseGuardsTakeNoPinAndForgetTheOneBefore() {
        lockedWithPin();
        try (GuardedKeys keys = folder().open(PIN)) {
            keys.guardBy(PASSPHRASE);

            assertThat(keys.hasPin()).isFalse();
            assertThatThrownBy(() -> keys.choose(PIN)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(wrong(PIN).left()).isZero();
        assertThat(folder().asks()).isEqualTo(What.TO_TYPE);
        assertThatThrownBy(() -> folder().openToSend()).isInstanceOf(PassphraseNeeded.class);
    }

    @Test
    void anOrganisationThatBeginsToWantPassphrasesTakesNoPinAnyMore() {
        lockedWithPin();
        KeyFolder wanting = folder(store, Guard.PASSPHRASE);

        assertThat(wanting.asks()).isEqualTo(What.TO_TYPE_PASSWORD);
        assertThatThrownBy(() -> wanting.open(PIN)).isInstanceOf(WrongPin.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1111",
                "00000000",
                "1234",
                "4321",
                "7890",
                "0987654",
                "123456",
                "1212",
                "454545",
                "123123",
                "2580",
                "0852",
                "1987",
                "2026"
            })
    void whatEverybodyTriesFirstIsRefused(String digits) {
        assertThat(new Pin(digits).flaw()).contains(Pin.Flaw.EASY);
        try (GuardedKeys keys = folder().open()) {
            assertThatThrownBy(() -> keys.choose(new Pin(digits))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "409", "409640964", "40 96", "neljä", "٤٠٩٦"})
    void whatIsNotFourToEightDigitsIsNone(String typed) {
        assertThat(new Pin(typed).flaw()).contains(Pin.Flaw.LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4096", "1324", "11223", "90210", "12344321", "1875"})
    void othersMayBeChosen(String digits) {
        assertThat(new Pin(digits).flaw()).isEmpty();
    }

    /** What a person's keys are like whose screen is locked and who has chosen a PIN; the key of her outbox. */
    private SecretKey lockedWithPin() {
        try (GuardedKeys keys = folder().open()) {
            SecretKey outbox = keys.create("outbox");
            keys.signedIn(PASSWORD);
            keys.choose(PIN);
            keys.lock();
            return outbox;
        }
    }

    private WrongPin wrong(Pin typed) {
        return catchThrowableOfType(WrongPin.class, () -> folder().open(typed));
    }

    private KeyFolder folder() {
        return folder(store, Guard.KEY_STORE);
    }

    private KeyFolder folder(KeyStore other, Guard wanted) {
        return new KeyFolder(profile.resolve("keys"), other, wanted, new Json(), () -> now);
    }

    private Path file() {
        return profile.resolve("keys/keys.json");
    }
}
