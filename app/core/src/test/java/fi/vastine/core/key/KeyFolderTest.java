package fi.vastine.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.vastine.contract.recovery.RecoveryFile;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.PassphraseNeeded.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    private static final Passphrase PASSPHRASE = new Passphrase("kolme kissaa kattoi kuuta");
    private static final Passphrase OTHER = new Passphrase("neljä koiraa kaivoi kuoppaa");

    @TempDir
    private Path profile;

    private final MemoryKeyStore store = new MemoryKeyStore();
    private Instant now = Instant.parse("2026-11-23T06:42:00Z");

    // The key store

    @Test
    void aKeyIsThereAgainAfterARestartAndNobodyIsAsked() {
        SecretKey outbox = create("outbox");

        assertThat(load("outbox")).isEqualTo(outbox);
    }

    @Test
    void whatLiesOnTheDiskIsNotTheKeyInAnyForm() throws IOException {
        SecretKey outbox = create("outbox");

        String disk = disk();
        assertThat(disk)
                .doesNotContain(HexFormat.of().formatHex(outbox.getEncoded()))
                .doesNotContain(store.secrets().values().iterator().next());
        assertThat(store.secrets().values()).singleElement().asString().hasSize(64);
    }

    @Test
    void nobodyButTheOwnerReadsTheFile() throws IOException {
        assumeTrue(Files.getFileStore(profile).supportsFileAttributeView("posix"));
        create("outbox");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        load("outbox");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aKeyStoreThatLostTheSecretIsToldApartFromOneThatIsSilent() {
        create("outbox");

        store.fallSilent();
        assertThatThrownBy(() -> folder().open()).isInstanceOf(KeyStoreSilent.class);
        assertThatThrownBy(() -> folder(new NoKeyStore(), Guard.KEY_STORE).open())
                .isInstanceOf(KeyStoreSilent.class);
        assertThatThrownBy(() -> folder(new MemoryKeyStore(), Guard.KEY_STORE).open())
                .isInstanceOf(KeyMissing.class);
    }

    @Test
    void twoProfilesOfOneComputerDoNotTakeEachOthersSecrets() {
        SecretKey mine = create("outbox");
        KeyFolder other = new KeyFolder(profile.resolve("other"), store, Guard.KEY_STORE, new Json(), () -> now);
        try (GuardedKeys keys = other.open()) {
            assertThat(keys.create("outbox")).isNotEqualTo(mine);
        }

        assertThat(load("outbox")).isEqualTo(mine);
        assertThat(store.secrets()).hasSize(2);
    }

    @Test
    void aKeyIsNeverReplacedNorInventedAndADestroyedOneIsGone() {
        SecretKey made = create("outbox");
        try (GuardedKeys keys = folder().open()) {
            assertThatThrownBy(() -> keys.create("outbox")).isInstanceOf(IllegalStateException.class);
            assertThat(keys.load("replica")).isEmpty();
            keys.create("replica");
            keys.destroy("replica");
            assertThat(keys.load("replica")).isEmpty();
            assertThatThrownBy(() -> keys.load("../outbox")).isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(load("outbox")).isEqualTo(made);
    }

    @Test
    void closedKeysGiveNothingAway() {
        GuardedKeys keys = folder().open();
        keys.create("outbox");

        keys.close();

        assertThatThrownBy(() -> keys.load("outbox")).isInstanceOf(NullPointerException.class);
    }

    // Damage

    @Test
    void everyChangedCharacterIsNoticedOrChangesNothing() throws IOException {
        SecretKey outbox = create("outbox");
        String text = Files.readString(file());

        for (int at = 0; at < text.length(); at++) {
            char changed = text.charAt(at) == 'B' ? 'C' : 'B';
            Files.writeString(file(), text.substring(0, at) + changed + text.substring(at + 1));
            try {
                assertThat(load("outbox")).as("character %d", at).isEqualTo(outbox);
            } catch (KeyUnreadable | KeyMissing | java.util.NoSuchElementException noticed) {
                assertThat(noticed).isNotNull();
            }
        }
    }

    @Test
    void aWrappedKeyPutInAnothersPlaceDoesNotOpen() throws IOException {
        try (GuardedKeys keys = folder().open()) {
            keys.create("outbox");
            keys.create("replica");
        }
        String text = Files.readString(file());
        var wrapped = Pattern.compile("\"outbox\":\"([^\"]*)\"").matcher(text);
        assertThat(wrapped.find()).isTrue();

        Files.writeString(
                file(), text.replaceFirst("\"replica\":\"[^\"]*\"", "\"replica\":\"" + wrapped.group(1) + "\""));

        assertThatThrownBy(() -> load("replica")).isInstanceOf(KeyUnreadable.class);
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws IOException {
        create("outbox");
        String later = Files.readString(file()).replace("\"version\":1", "\"version\":2");
        Files.writeString(file(), later);

        assertThatThrownBy(() -> folder().open()).isInstanceOf(KeyUnreadable.class);
        assertThat(file()).hasContent(later);
    }

    // Bare keys of the first versions

    @Test
    void bareKeysAreTakenOverAndTheirFilesDeleted() throws IOException {
        var bare = new FileKeyHolder(profile.resolve("keys"));
        SecretKey outbox = bare.create("outbox");
        SecretKey replica = bare.create("replica");

        assertThat(load("outbox")).isEqualTo(outbox);

        assertThat(load("replica")).isEqualTo(replica);
        assertThat(names()).containsExactly("keys.json");
    }

    @Test
    void aCrashBetweenTakingOverAndDeletingEndsTheSame() throws IOException {
        SecretKey outbox = new FileKeyHolder(profile.resolve("keys")).create("outbox");
        byte[] bare = Files.readAllBytes(profile.resolve("keys/outbox.key"));
        load("outbox");
        Files.write(profile.resolve("keys/outbox.key"), bare);

        assertThat(load("outbox")).isEqualTo(outbox);

        assertThat(names()).containsExactly("keys.json");
    }

    @Test
    void aDamagedBareKeyIsNotDeleted() throws IOException {
        new FileKeyHolder(profile.resolve("keys")).create("outbox");
        Files.writeString(profile.resolve("keys/outbox.key"), "vastine-key-1 00");

        assertThatThrownBy(() -> folder().open()).isInstanceOf(KeyUnreadable.class);

        assertThat(profile.resolve("keys/outbox.key")).exists();
    }

    // The passphrase

    @Test
    void whereThereIsNoKeyStoreAPassphraseIsChosenAndAskedFor() {
        KeyFolder without = folder(new NoKeyStore(), Guard.KEY_STORE);
        assertThat(needed(without::open)).isEqualTo(What.TO_CHOOSE);
        SecretKey outbox;
        try (GuardedKeys keys = without.choose(PASSPHRASE)) {
            outbox = keys.create("outbox");
            assertThat(keys.guard()).isEqualTo(Guard.PASSPHRASE);
        }

        assertThat(needed(without::open)).isEqualTo(What.TO_TYPE);
        assertThat(needed(without::openForSignIn)).isEqualTo(What.TO_TYPE);
        try (GuardedKeys keys = without.open(PASSPHRASE)) {
            assertThat(keys.load("outbox")).contains(outbox);
        }
    }

    @Test
    void anOrganisationThatWantsPassphrasesGetsThemWhereTheKeyStoreGuardedBefore() {
        SecretKey outbox = create("outbox");
        KeyFolder wanting = folder(store, Guard.PASSPHRASE);
        assertThat(needed(wanting::open)).isEqualTo(What.TO_CHOOSE);

        wanting.choose(PASSPHRASE).close();

        assertThat(store.secrets()).isEmpty();
        assertThat(needed(wanting::open)).isEqualTo(What.TO_TYPE);
        try (GuardedKeys keys = wanting.open(PASSPHRASE)) {
            assertThat(keys.load("outbox")).contains(outbox);
        }
    }

    @Test
    void aChangedPassphraseLeavesTheWrappedKeysAsTheyAre() throws IOException {
        SecretKey outbox;
        try (GuardedKeys keys = folder().choose(PASSPHRASE)) {
            outbox = keys.create("outbox");
            String before = wrappedOutbox();
            keys.guardBy(OTHER);
            assertThat(wrappedOutbox()).isEqualTo(before);
        }

        assertThatThrownBy(() -> folder().open(PASSPHRASE)).isInstanceOf(WrongPassphrase.class);
        try (GuardedKeys keys = folder().open(OTHER)) {
            assertThat(keys.load("outbox")).contains(outbox);
            keys.guardByKeyStore();
        }
        assertThat(load("outbox")).isEqualTo(outbox);
    }

    @Test
    void theSameLettersFromAnotherKeyboardAreTheSamePassphrase() {
        folder().choose(new Passphrase("pa\u0308iva\u0308 paistaa")).close();

        folder().open(new Passphrase("p\u00e4iv\u00e4 paistaa")).close();
    }

    @Test
    void parametersThatWereWeakenedOpenNothing() throws IOException {
        folder().choose(PASSPHRASE).close();
        String text = Files.readString(file());

        Files.writeString(file(), text.replace("\"kibibytes\":47104", "\"kibibytes\":8"));
        assertThatThrownBy(() -> folder().open(PASSPHRASE)).isInstanceOf(KeyUnreadable.class);
        Files.writeString(file(), text.replace("\"kibibytes\":47104", "\"kibibytes\":2000000000"));
        assertThatThrownBy(() -> folder().open(PASSPHRASE)).isInstanceOf(KeyUnreadable.class);
        Files.writeString(file(), text.replace("\"kibibytes\":47104", "\"kibibytes\":20000"));
        assertThatThrownBy(() -> folder().open(PASSPHRASE)).isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void wrongPassphrasesMakeTheNextTryWaitAlsoAfterARestartAndNeverDeleteAnything() {
        folder().choose(PASSPHRASE).close();
        for (int i = 0; i < 2; i++) {
            assertThat(wrong().retryAt()).isEqualTo(now);
        }

        assertThat(wrong().retryAt()).isEqualTo(now.plusSeconds(5));
        assertThatThrownBy(() -> folder().open(PASSPHRASE)).isInstanceOf(TooManyTries.class);

        now = now.plusSeconds(5);
        assertThat(wrong().retryAt()).isEqualTo(now.plusSeconds(10));
        for (int i = 0; i < 10; i++) {
            now = now.plus(Duration.ofMinutes(10));
            assertThat(wrong().retryAt()).isBeforeOrEqualTo(now.plus(Duration.ofMinutes(10)));
        }
        now = now.plus(Duration.ofMinutes(10));
        folder().open(PASSPHRASE).close();
        assertThat(wrong().retryAt()).isEqualTo(now);
    }

    @Test
    void aClockThatWasSetBackDoesNotLockForYears() {
        folder().choose(PASSPHRASE).close();
        for (int i = 0; i < 3; i++) {
            wrong();
        }

        now = now.minus(Duration.ofDays(2000));

        TooManyTries tooMany = catchThrowableOfType(TooManyTries.class, () -> folder().open(PASSPHRASE));
        assertThat(tooMany.retryAt()).isBeforeOrEqualTo(now.plus(Duration.ofMinutes(10)));
    }

    // A locked screen whose keys the key store guards

    @Test
    void aLockedScreenAsksForThePasswordOfTheLastSignInAlsoAfterARestart() {
        SecretKey outbox = create("outbox");
        try (GuardedKeys keys = folder().open()) {
            keys.signedIn(PASSPHRASE);
            keys.lock();
        }

        assertThat(needed(() -> folder().open())).isEqualTo(What.TO_TYPE_PASSWORD);
        assertThatThrownBy(() -> folder().open(OTHER)).isInstanceOf(WrongPassphrase.class);
        try (GuardedKeys keys = folder().open(PASSPHRASE)) {
            assertThat(keys.load("outbox")).contains(outbox);
        }
        assertThat(load("outbox")).isEqualTo(outbox);
    }

    @Test
    void aSignInAtTheBackendEndsTheLockAndItsPasswordIsTheOneFromThenOn() {
        try (GuardedKeys keys = folder().open()) {
            keys.signedIn(PASSPHRASE);
            keys.lock();
        }

        try (GuardedKeys keys = folder().openForSignIn()) {
            assertThat(needed(() -> folder().open())).isEqualTo(What.TO_TYPE_PASSWORD);
            keys.signedIn(OTHER);
            keys.lock();
        }

        assertThatThrownBy(() -> folder().open(PASSPHRASE)).isInstanceOf(WrongPassphrase.class);
        folder().open(OTHER).close();
    }

    @Test
    void whoeverPassesByALockedScreenIsNotAskedToChooseThePassphraseThatIsWantedNow() {
        try (GuardedKeys keys = folder().open()) {
            keys.signedIn(PASSPHRASE);
            keys.lock();
        }
        KeyFolder wanting = folder(store, Guard.PASSPHRASE);

        assertThat(needed(wanting::open)).isEqualTo(What.TO_TYPE_PASSWORD);
        wanting.open(PASSPHRASE).close();
        assertThat(needed(wanting::open)).isEqualTo(What.TO_CHOOSE);
    }

    @Test
    void thePasswordCannotBeGuessedFromTheDiskAlone() {
        try (GuardedKeys keys = folder().open()) {
            keys.signedIn(PASSPHRASE);
            keys.lock();
        }

        assertThatThrownBy(() -> folder(new MemoryKeyStore(), Guard.KEY_STORE).open(PASSPHRASE))
                .isInstanceOf(KeyMissing.class);
    }

    // The organisation's recovery key

    @Test
    void aLostKeyStoreDoesNotLoseTheOutboxsKey() {
        RecoveryFile file = RecoveryFile.generate();
        SecretKey outbox;
        try (GuardedKeys keys = folder().open()) {
            outbox = keys.create("outbox");
            keys.create("replica");
            keys.recoverableWith(file.publicHalf());
            assertThat(keys.isRecoverable()).isTrue();
        }
        store.secrets().clear();
        assertThatThrownBy(() -> folder().open()).isInstanceOf(KeyMissing.class);

        assertThatThrownBy(() -> folder().recover(RecoveryFile.generate(), null))
                .isInstanceOf(IllegalArgumentException.class);
        try (GuardedKeys keys = folder().recover(file, null)) {
            assertThat(keys.load("outbox")).contains(outbox);
            assertThat(keys.load("replica")).isEmpty();
            assertThat(keys.isRecoverable()).isTrue();
        }
        assertThat(load("outbox")).isEqualTo(outbox);
    }

    @Test
    void aForgottenPassphraseDoesNotLoseTheOutboxsKey() {
        RecoveryFile file = RecoveryFile.generate();
        SecretKey outbox;
        try (GuardedKeys keys = folder().choose(PASSPHRASE)) {
            outbox = keys.create("outbox");
            keys.recoverableWith(file.publicHalf());
        }

        folder(new NoKeyStore(), Guard.KEY_STORE).recover(file, OTHER).close();

        try (GuardedKeys keys = folder().open(OTHER)) {
            assertThat(keys.load("outbox")).contains(outbox);
        }
    }

    // In few words

    private KeyFolder folder() {
        return folder(store, Guard.KEY_STORE);
    }

    private KeyFolder folder(KeyStore other, Guard wanted) {
        return new KeyFolder(profile.resolve("keys"), other, wanted, new Json(), () -> now);
    }

    private SecretKey create(String name) {
        try (GuardedKeys keys = folder().open()) {
            return keys.create(name);
        }
    }

    private SecretKey load(String name) {
        try (GuardedKeys keys = folder().open()) {
            return keys.load(name).orElseThrow();
        }
    }

    private WrongPassphrase wrong() {
        return catchThrowableOfType(WrongPassphrase.class, () -> folder().open(OTHER));
    }

    private static What needed(Runnable open) {
        return catchThrowableOfType(PassphraseNeeded.class, open::run).what();
    }

    private Path file() {
        return profile.resolve("keys/keys.json");
    }

    private String wrappedOutbox() throws IOException {
        var found = Pattern.compile("\"outbox\":\"[^\"]*\"").matcher(Files.readString(file()));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String disk() throws IOException {
        return Files.readString(file());
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(profile.resolve("keys"))) {
            return files.map(each -> each.getFileName().toString()).toList().stream();
        }
    }
}
