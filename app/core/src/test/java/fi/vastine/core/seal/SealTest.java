package fi.vastine.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String TEXT = "Jonotin puhelimessa 50 minuuttia ja sitten linja katkesi. ☎ Åke";

    private final Seal seal = new Seal(key(1));

    @Test
    void aTextComesBackAsItWas() {
        assertThat(seal.open("draft/1", seal.seal("draft/1", TEXT))).isEqualTo(TEXT);
        assertThat(seal.open("draft/2", seal.seal("draft/2", ""))).isEmpty();
    }

    @Test
    void everyFlippedBitIsNoticed() {
        byte[] sealed = seal.seal("draft/1", TEXT);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 4;
            assertThatThrownBy(() -> seal.open("draft/1", changed))
                    .as("byte %d", i)
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void aCutTextIsNoticed() {
        byte[] sealed = seal.seal("draft/1", TEXT);

        for (int length : new int[] {0, 1, 28, sealed.length - 1}) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> seal.open("draft/1", cut))
                    .as("length %d", length)
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void twoRowsThatChangedPlacesAreNoticed() {
        byte[] first = seal.seal("draft/1", "Kiitos palautteesta.");

        assertThatThrownBy(() -> seal.open("draft/2", first))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("draft/2")
                .hasMessageNotContaining("Kiitos");
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] sealed = seal.seal("draft/1", TEXT);

        assertThatThrownBy(() -> new Seal(key(2)).open("draft/1", sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void theSameTextNeverLooksTheSameTwice() {
        assertThat(seal.seal("draft/1", TEXT)).isNotEqualTo(seal.seal("draft/1", TEXT));
    }

    @Test
    void manyThreadsMayOpenAndSealAtOnce() {
        List<String> rows =
                IntStream.range(0, 5_000).mapToObj(i -> "draft/" + i).toList();

        List<String> opened = rows.parallelStream()
                .map(row -> seal.open(row, seal.seal(row, TEXT + row)))
                .toList();

        assertThat(opened).isEqualTo(rows.stream().map(row -> TEXT + row).toList());
    }

    @Test
    void oneMasterKeyGivesTheSameKeysEachTimeAndAnotherGivesOthers() {
        StoreKeys keys = new StoreKeys(key(1));
        StoreKeys again = new StoreKeys(key(1));
        StoreKeys others = new StoreKeys(key(2));

        assertThat(keys.databaseKey())
                .hasSize(64)
                .isEqualTo(again.databaseKey())
                .isNotEqualTo(others.databaseKey());
        assertThat(keys.databaseVector())
                .hasSize(32)
                .isEqualTo(again.databaseVector())
                .isNotEqualTo(others.databaseVector());
        assertThat(keys.databaseKey()).doesNotContain(keys.databaseVector());
        assertThat(again.seal().open("draft/1", keys.seal().seal("draft/1", TEXT)))
                .isEqualTo(TEXT);
        assertThatThrownBy(() -> others.seal().open("draft/1", keys.seal().seal("draft/1", TEXT)))
                .isInstanceOf(SealBroken.class);
    }

    private static SecretKey key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return new SecretKeySpec(key, "AES");
    }
}
