package fi.vastine.core.outbox;

import fi.vastine.core.json.Json;
import fi.vastine.core.key.KeyHolder;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.outbox.Row.Kind;
import fi.vastine.core.outbox.Row.Placed;
import fi.vastine.core.profile.FreeSpace;
import fi.vastine.core.seal.Seal;
import fi.vastine.core.seal.StoreKeys;
import fi.vastine.core.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * An outbox on disk: each thing it keeps is a sealed row, and memory is filled from the rows at the start.
 *
 * <p>The table is a memory table of the database, so a deleted text leaves the files at the next {@link #tidy}.
 */
public final class HsqlOutbox extends KeptOutbox {
    private static final String KEY = "outbox";
    private static final long RESERVE = 32L << 20;

    private static final List<String> MIGRATIONS = List.of(
            "CREATE MEMORY TABLE IF NOT EXISTS item (kind VARCHAR(16), id VARCHAR(64), body LONGVARBINARY, PRIMARY KEY (kind, id))");

    private final Json json;
    private final Database database;
    private final Seal seal;

    private HsqlOutbox(Json json, Database database, Seal seal, PageFiles pages) {
        super(json, new ScannedPages(pages));
        this.json = json;
        this.database = database;
        this.seal = seal;
    }

    /**
     * Opens the outbox in a folder, or begins one.
     *
     * @throws KeyMissing if there is an outbox whose key is gone
     * @throws fi.vastine.core.store.StoreDamaged if its files cannot be read with the key
     * @throws fi.vastine.core.seal.SealBroken if a row was changed
     * @throws fi.vastine.core.profile.DiskFull if there is no room to open it
     */
    public static HsqlOutbox open(Path folder, KeyHolder keys, Json json) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(folder, keys, json, new FreeSpace(folder, RESERVE));
    }

    static HsqlOutbox open(Path folder, KeyHolder keys, Json json, FreeSpace space) {
        StoreKeys storeKeys = new StoreKeys(key(folder, keys));
        Database database = Database.open(folder, storeKeys, space, MIGRATIONS);
        Seal seal = storeKeys.seal();
        HsqlOutbox outbox = new HsqlOutbox(json, database, seal, new PageFolder(folder.resolve("pages"), seal, space));
        boolean loaded = false;
        try {
            outbox.load();
            outbox.pagesFollowAll();
            loaded = true;
            return outbox;
        } finally {
            if (!loaded) {
                database.close();
            }
        }
    }

    private static SecretKey key(Path folder, KeyHolder keys) {
        return keys.load(KEY).orElseGet(() -> {
            if (Database.isIn(folder)) {
                throw new KeyMissing(KEY);
            }
            return keys.create(KEY);
        });
    }

    /**
     * Whether the last commands of a program that was killed could not be read, and the log that holds them was set aside.
     *
     * <p>Happens when the file was changed or damaged, not after a mere crash.
     */
    public boolean lostEntries() {
        return database.replayBroken();
    }

    @Override
    void write(List<Row> rows) {
        List<byte[]> bodies = rows.stream().map(this::body).toList();
        long bytes = bodies.stream().mapToLong(body -> body.length).sum();
        database.write(2 * bytes, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM item WHERE kind = ? AND id = ?");
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO item VALUES (?, ?, ?)")) {
                for (int i = 0; i < rows.size(); i++) {
                    put(delete, insert, rows.get(i), bodies.get(i));
                }
            }
            return rows.size();
        });
    }

    private static void put(PreparedStatement delete, PreparedStatement insert, Row row, byte[] body)
            throws SQLException {
        delete.setString(1, row.kind().name());
        delete.setString(2, row.id());
        delete.executeUpdate();
        if (row.value() != null) {
            insert.setString(1, row.kind().name());
            insert.setString(2, row.id());
            insert.setBytes(3, body);
            insert.executeUpdate();
        }
    }

    private void load() {
        List<Row> rows = database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT kind, id, body FROM item");
                    ResultSet found = select.executeQuery()) {
                List<Row> all = new ArrayList<>();
                while (found.next()) {
                    all.add(row(Kind.valueOf(found.getString(1)), found.getString(2), found.getBytes(3)));
                }
                return all;
            }
        });
        rows.stream()
                .sorted(Comparator.comparingLong(row -> row.value() instanceof Placed placed ? placed.position() : 0))
                .forEach(this::take);
    }

    private byte[] body(Row row) {
        return row.value() == null ? new byte[0] : seal.seal(name(row.kind(), row.id()), json.write(row.value()));
    }

    private Row row(Kind kind, String id, byte[] body) {
        return new Row(kind, id, json.read(seal.open(name(kind, id), body), kind.type()));
    }

    private static String name(Kind kind, String id) {
        return "outbox/" + kind + "/" + id;
    }

    @Override
    public void tidy() {
        database.files("CHECKPOINT");
    }

    @Override
    public void close() {
        database.close();
    }
}
