package fi.vastine.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.core.profile.FreeSpace;
import fi.vastine.core.seal.StoreKeys;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older program leaves alone what a newer one has changed. */
class NewerProgramTest {
    private static final String FIRST = "CREATE CACHED TABLE IF NOT EXISTS reply (text LONGVARCHAR)";
    private static final String SECOND = "ALTER TABLE reply ADD COLUMN IF NOT EXISTS tone INTEGER DEFAULT 1";

    @TempDir
    private Path folder;

    @Test
    void anOlderProgramRefusesAStoreOfANewerOneAndTheNewerOneFindsAllOfIt() {
        try (Database older = open(FIRST)) {
            older.write(0, connection -> StoreFiles.execute(connection, "INSERT INTO reply VALUES ('Kiitos')"));
        }
        try (Database newer = open(FIRST, SECOND)) {
            newer.write(0, connection -> StoreFiles.execute(connection, "INSERT INTO reply VALUES ('Anteeksi', 2)"));
        }

        assertThatThrownBy(() -> open(FIRST)).isInstanceOf(StoreNewer.class);

        try (Database newer = open(FIRST, SECOND)) {
            int tones = newer.read(connection -> {
                try (ResultSet sum = connection.createStatement().executeQuery("SELECT SUM(tone) FROM reply")) {
                    sum.next();
                    return sum.getInt(1);
                }
            });
            assertThat(tones).isEqualTo(3);
        }
    }

    private Database open(String... migrations) {
        var keys = new StoreKeys(new SecretKeySpec(new byte[32], "AES"));
        return Database.open(folder.resolve("outbox"), keys, new FreeSpace(folder, 0), List.of(migrations));
    }
}
