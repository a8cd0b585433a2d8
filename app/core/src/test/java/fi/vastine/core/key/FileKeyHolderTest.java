package fi.vastine.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyHolderTest {
    @TempDir
    private Path folder;

    private KeyHolder keys;

    @BeforeEach
    void open() {
        keys = new FileKeyHolder(folder.resolve("keys"));
    }

    @Test
    void aKeyOfTheOutboxIsThereAgainAfterARestart() {
        SecretKey made = keys.create("outbox");

        assertThat(new FileKeyHolder(folder.resolve("keys")).load("outbox")).contains(made);
        assertThat(made.getEncoded()).hasSize(32);
    }

    @Test
    void twoKeysAreNotTheSame() {
        assertThat(keys.create("outbox")).isNotEqualTo(keys.create("replica"));
    }

    @Test
    void aKeyThatIsThereIsNeverReplacedByANewOne() {
        SecretKey made = keys.create("outbox");

        assertThatThrownBy(() -> keys.create("outbox")).isInstanceOf(IllegalStateException.class);

        assertThat(keys.load("outbox")).contains(made);
    }

    @Test
    void aKeyThatWasNeverMadeIsNotInvented() {
        assertThat(keys.load("outbox")).isEmpty();
    }

    @Test
    void aDestroyedKeyIsGone() {
        keys.create("replica");

        keys.destroy("replica");

        assertThat(keys.load("replica")).isEmpty();
        assertThat(folder.resolve("keys")).isEmptyDirectory();
    }

    @Test
    void nobodyButTheOwnerReadsTheKeyFile() throws IOException {
        assumePosix();
        keys.create("outbox");

        assertThat(rights("keys/outbox.key")).isEqualTo("rw-------");
        assertThat(rights("keys")).isEqualTo("rwx------");
    }

    @Test
    void rightsThatBecameWiderAreNarrowedAtTheNextLoad() throws IOException {
        assumePosix();
        SecretKey made = keys.create("outbox");
        Files.setPosixFilePermissions(folder.resolve("keys/outbox.key"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(keys.load("outbox")).contains(made);

        assertThat(rights("keys/outbox.key")).isEqualTo("rw-------");
    }

    @Test
    void aCutKeyFileIsCalledDamaged() throws IOException {
        keys.create("outbox");
        Path file = folder.resolve("keys/outbox.key");
        Files.writeString(file, Files.readString(file).substring(0, 60));

        assertThatThrownBy(() -> keys.load("outbox"))
                .isInstanceOf(KeyUnreadable.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anEmptyKeyFileIsCalledDamaged() throws IOException {
        keys.create("outbox");
        Files.writeString(folder.resolve("keys/outbox.key"), "");

        assertThatThrownBy(() -> keys.load("outbox")).isInstanceOf(KeyUnreadable.class);
    }

    @Test
    void aNameNeverLeadsOutOfTheFolder() {
        assertThatThrownBy(() -> keys.load("../outbox")).isInstanceOf(IllegalArgumentException.class);
    }

    private String rights(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
    }

    private void assumePosix() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    }
}
