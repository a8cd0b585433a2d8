package fi.vastine.core.store;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import fi.vastine.core.profile.OwnerOnly;
import fi.vastine.core.seal.StoreKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.hsqldb.DatabaseManager;
import org.hsqldb.DatabaseType;
import org.hsqldb.HsqlException;
import org.hsqldb.jdbc.JDBCDriver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HSQLDB's files in one folder: how they are opened, which schema is in them, and what their log is worth after a crash.
 *
 * <p>Who opens and writes when is the {@link Database}'s; its locks guard what is here.
 */
final class StoreFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    private final Path folder;
    private final Path log;
    private final Properties properties;
    private final List<String> migrations;
    private volatile boolean replayBroken;

    StoreFiles(Path folder, StoreKeys keys, List<String> migrations) {
        this.folder = folder;
        this.log = folder.resolve("store.log");
        this.properties = properties(keys);
        this.migrations = migrations;
    }

    /** Whether a log could not be read to its end, see {@link Database#replayBroken}. */
    boolean replayBroken() {
        return replayBroken;
    }

    /** Opens the files, or joins whoever has them open in this program. */
    Connection connection() throws SQLException {
        try {
            return JDBCDriver.getConnection(
                    "jdbc:hsqldb:file:" + folder.resolve("store").toAbsolutePath(), properties);
        } catch (HsqlException | IndexOutOfBoundsException | NegativeArraySizeException | ClassCastException e) {
            closeUnentered();
            throw new StoreDamaged(folder, e);
        }
    }

    /** Files that open but let nobody in stay open inside HSQLDB, and would be met again by whoever opens the folder anew. */
    void closeUnentered() {
        String path = folder.resolve("store").toAbsolutePath().normalize().toString();
        org.hsqldb.Database left = DatabaseManager.lookupDatabaseObject(DatabaseType.DB_FILE, path);
        if (left != null) {
            left.close(org.hsqldb.Database.CLOSEMODE_IMMEDIATELY);
        }
    }

    /** HSQLDB deletes a log once it has read what it could, so it is copied first. */
    Path keepLogAside() throws IOException {
        Path aside = folder.resolve("store.log.replayed");
        if (Files.exists(log)) {
            Files.copy(log, aside, REPLACE_EXISTING);
            OwnerOnly.FILE.narrow(aside);
        }
        return aside;
    }

    /** After the log was read: what of it could not be is left beside. */
    void judgeReplay(Path replayed, @Nullable Throwable error) throws IOException {
        if (error != null && Files.exists(replayed)) {
            replayBroken = true;
            Files.move(replayed, folder.resolve("store.log.broken"), REPLACE_EXISTING);
            LOG.error("The log of the store {} could not be read to its end", folder.getFileName(), error);
        }
        Files.deleteIfExists(replayed);
    }

    /** The log ends here again, as after the last good commit. */
    void cutLogBack(long length) {
        if (logLength() > length) {
            try (FileChannel channel = FileChannel.open(log, WRITE)) {
                channel.truncate(length);
                channel.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    long logLength() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes settings and schema what they have to be, on the first connection to files just opened. */
    void prepare(Connection connection) throws SQLException {
        for (String setting : List.of(
                "SET FILES WRITE DELAY FALSE",
                "SET FILES LOG SIZE 0",
                "SET FILES NIO FALSE",
                "SET DATABASE EXTERNAL EVENT LOG LEVEL 2",
                "CREATE MEMORY TABLE IF NOT EXISTS vastine_store (version INTEGER, opened BIGINT)")) {
            execute(connection, setting);
        }
        connection.setAutoCommit(false);
        int version = version(connection);
        for (String migration : migrations.subList(Math.min(version, migrations.size()), migrations.size())) {
            execute(connection, migration);
        }
        execute(connection, "UPDATE vastine_store SET version = " + Math.max(version, migrations.size()));
        connection.commit();
    }

    /** Ends the opening of files that a newer program has changed; nothing in them is another one than before. */
    void refuseNewer(Connection connection) throws SQLException {
        if (version(connection) > migrations.size()) {
            throw new StoreNewer(folder);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT version FROM vastine_store")) {
            if (found.next()) {
                return found.getInt(1);
            }
        }
        execute(connection, "INSERT INTO vastine_store VALUES (0, 0)");
        return 0;
    }

    private static Properties properties(StoreKeys keys) {
        Properties properties = new Properties();
        properties.setProperty("user", "SA");
        properties.setProperty("password", "");
        properties.setProperty("crypt_key", keys.databaseKey());
        properties.setProperty("crypt_iv", keys.databaseVector());
        properties.setProperty("crypt_type", "AES/CBC/PKCS5Padding");
        properties.setProperty("crypt_lobs", "true");
        // Its lock file would keep a start after a crash waiting for ten seconds; the profile's own lock guards the
        // folder.
        properties.setProperty("hsqldb.lock_file", "false");
        properties.setProperty("hsqldb.write_delay", "false");
        properties.setProperty("hsqldb.tx", "mvcc");
        properties.setProperty("hsqldb.nio_data_file", "false");
        properties.setProperty("hsqldb.cache_rows", "100000");
        properties.setProperty("hsqldb.cache_size", "65536");
        return properties;
    }

    static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
