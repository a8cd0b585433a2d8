package fi.vastine.bench.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.core.profile.FreeSpace;
import fi.vastine.core.seal.StoreKeys;
import fi.vastine.core.store.Database;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** A row a case in a laptop's database, not sealed, written without a log as a first download is. */
public final class PlainRows implements AutoCloseable {
    private final Database database;

    private PlainRows(Database database) {
        this.database = database;
    }

    public static PlainRows in(Path folder) {
        var keys = new StoreKeys(new SecretKeySpec(new byte[32], "AES"));
        Database database = Database.open(
                folder,
                keys,
                new FreeSpace(folder, 0),
                List.of("CREATE CACHED TABLE plain (case_id UUID PRIMARY KEY, body LONGVARBINARY)"));
        database.files("SET FILES LOG FALSE");
        return new PlainRows(database);
    }

    /** Inserts in one transaction. */
    public void insert(List<FeedbackCase> cases, List<String> bodies) {
        database.write(0, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plain VALUES (?, ?)")) {
                for (int i = 0; i < cases.size(); i++) {
                    insert.setObject(1, cases.get(i).id().value());
                    insert.setBytes(2, bodies.get(i).getBytes(UTF_8));
                    insert.executeUpdate();
                }
                return cases.size();
            }
        });
    }

    /** Puts everything on the disk. */
    public void checkpoint() {
        database.files("SET FILES LOG TRUE");
        database.files("CHECKPOINT");
    }

    @Override
    public void close() {
        database.close();
    }
}
