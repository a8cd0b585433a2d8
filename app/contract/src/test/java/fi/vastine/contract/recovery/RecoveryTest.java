package fi.vastine.contract.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
    private static final byte[] SECRET = "thirty-two bytes of a key, or so".getBytes(UTF_8);

    private final RecoveryFile file = RecoveryFile.generate();

    @Test
    void whatALaptopLockedIsOpenedWithTheFileThatWasPutAway() {
        String putAway = file.text();
        Locked locked = new RecoveryKey(file.publicHalf().text()).lock(SECRET, "laptop/outbox");

        assertThat(RecoveryFile.parse(putAway).open(locked, "laptop/outbox")).isEqualTo(SECRET);
        assertThat(locked.keyId()).isEqualTo(file.publicHalf().id());
    }

    @Test
    void anotherOrganisationsFileOpensNothing() {
        Locked locked = file.publicHalf().lock(SECRET, "laptop/outbox");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecoveryFile.generate().open(locked, "laptop/outbox"));
    }

    @Test
    void whatWasLockedForOneLaptopDoesNotOpenAsAnothers() {
        Locked locked = file.publicHalf().lock(SECRET, "laptop/outbox");

        assertThatIllegalArgumentException().isThrownBy(() -> file.open(locked, "other/outbox"));
    }

    @Test
    void theSameSecretNeverLooksTheSameTwice() {
        Locked first = file.publicHalf().lock(SECRET, "laptop/outbox");
        Locked second = file.publicHalf().lock(SECRET, "laptop/outbox");

        assertThat(first.encapsulation()).isNotEqualTo(second.encapsulation());
        assertThat(first.secret()).isNotEqualTo(second.secret());
    }

    @Test
    void theFileIsNeverPrintedByChance() {
        assertThat(file.toString()).doesNotContain(file.text().lines().toList().get(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "vastine-recovery-file-1", "vastine-recovery-file-2\nA\nB", "vastine-recovery-file-1\nA\nB"})
    void anotherFileIsCalledNoRecoveryFile(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RecoveryFile.parse(text));
    }
}
