package fi.vastine.core.store;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.DurableFile;
import fi.vastine.core.profile.FreeSpace;
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
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.hsqldb.DatabaseManager;
import org.hsqldb.DatabaseType;
import org.hsqldb.HsqlException;
import org.hsqldb.jdbc.JDBCDriver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HSQLDB database in a folder: one writer at a time, two readers beside it, every commit on disk before it returns.
 *
 * <p>A commit that could not be written is undone: the log file is cut back to where it was after the last good commit and the
 * database is opened from it anew, since what HSQLDB holds in memory is then ahead of the disk. Thread safe.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 2;

    /** Replaying a log takes a second for some five megabytes, so it is kept below that. */
    private static final long LONGEST_LOG = 5L << 20;

    private final Path folder;
    private final Path log;
    private final Making making;
    private final Trouble trouble;
    private final Properties properties;
    private final List<String> migrations;
    private final FreeSpace space;
    private final ReentrantLock writing = new ReentrantLock();

    /** Shared while reading; alone while connections are opened and closed. Taken after {@link #writing}. */
    private final ReentrantReadWriteLock opening = new ReentrantReadWriteLock();

    private final Semaphore freeReaders = new Semaphore(READERS);
    private final Deque<Connection> readers = new ConcurrentLinkedDeque<>();

    /** Changed under {@link #writing} and {@link #opening}; absent after a failure, until the database is opened anew. */
    private volatile @Nullable Connection writer;

    private volatile boolean closed;

    /** Guarded by {@link #writing}: the length of the log after the last good commit. */
    private long goodLength;

    private volatile boolean replayBroken;

    private Database(Path folder, StoreKeys keys, FreeSpace space, List<String> migrations) {
        this.folder = folder;
        this.log = folder.resolve("store.log");
        this.making = new Making(folder);
        this.trouble = new Trouble(folder);
        this.properties = properties(keys);
        this.migrations = migrations;
        this.space = space;
    }

    /**
     * Opens the database in a folder, making both if they are not there.
     *
     * @param migrations statements of the schema in the order they came to be, each harmless when run twice; those not yet
     *     run are run
     * @throws DiskFull if there is no room to open it; nothing is lost
     * @throws StoreDamaged if the files cannot be read with these keys
     */
    public static Database open(Path folder, StoreKeys keys, FreeSpace space, List<String> migrations) {
        Database database = new Database(folder, keys, space, migrations);
        database.writer();
        return database;
    }

    /** Whether a folder holds a database, or what is left of one. */
    public static boolean isIn(Path folder) {
        return List.of("store.script", "store.script.new", "store.log", "store.data").stream()
                .anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /**
     * Whether the log of a program that was killed could not be read to its end.
     *
     * <p>A tail cut by the crash is no such thing: nobody was told that it was kept. The log is left beside, under the name {@code
     * store.log.broken}.
     */
    public boolean replayBroken() {
        return replayBroken;
    }

    /**
     * Does work that changes something, and commits it.
     *
     * @param bytes how much the work will write, roughly
     * @throws DiskFull if there is no room; nothing is kept of the work
     * @throws StoreDamaged if the files cannot be read
     */
    public <T> T write(long bytes, SqlWork<T> work) {
        writing.lock();
        try {
            space.require(bytes);
            T result = commit(work);
            if (goodLength > LONGEST_LOG) {
                files("CHECKPOINT");
            }
            return result;
        } finally {
            writing.unlock();
        }
    }

    /** Reads what was committed, beside the writer; the result must not hold on to the connection. */
    public <T> T read(SqlWork<T> work) {
        lockForReading();
        freeReaders.acquireUninterruptibly();
        Connection reader = readers.remove();
        try {
            return work.on(reader);
        } catch (SQLException e) {
            throw trouble.told(e);
        } catch (HsqlException | IndexOutOfBoundsException | NegativeArraySizeException | ClassCastException e) {
            closeUnentered();
            // So HSQLDB meets bytes that it has not written.
            throw new StoreDamaged(folder, e);
        } finally {
            readers.add(reader);
            freeReaders.release();
            opening.readLock().unlock();
        }
    }

    /** Runs a statement about the files, such as {@code CHECKPOINT}. */
    public void files(String statement) {
        writing.lock();
        try {
            space.require(0);
            commit(connection -> execute(connection, statement));
            markModified();
        } finally {
            writing.unlock();
        }
    }

    /** Closes the files tidily; if that fails they are left as after a crash, which loses nothing. */
    @Override
    public void close() {
        writing.lock();
        opening.writeLock().lock();
        try {
            closed = true;
            disconnect("SHUTDOWN");
        } catch (SQLException e) {
            throw trouble.told(e);
        } finally {
            opening.writeLock().unlock();
            writing.unlock();
        }
    }

    /** Closes without a last word to files that are to be thrown away, damaged ones above all. */
    public void discard() {
        writing.lock();
        opening.writeLock().lock();
        try {
            closed = true;
            disconnect("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.warn("The store {} did not shut down before it is thrown away", folder.getFileName(), e);
        } finally {
            opening.writeLock().unlock();
            writing.unlock();
        }
    }

    private <T> T commit(SqlWork<T> work) {
        Connection connection = writer();
        try (TroubleLog hidden = new TroubleLog()) {
            T result = done(connection, work);
            connection.commit();
            Throwable unsaid = hidden.first();
            if (unsaid != null) {
                throw new SQLException(unsaid);
            }
            goodLength = logLength();
            return result;
        } catch (SQLException e) {
            abandon();
            throw trouble.told(e);
        }
    }

    /** Does the work; if it fails for reasons of its own, such as a broken seal, what it did is taken back. */
    private static <T> T done(Connection connection, SqlWork<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.on(connection);
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    /** Leaves the files as the last good commit left them; the next call opens them anew. */
    private void abandon() {
        opening.writeLock().lock();
        try {
            disconnect("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.warn("The store {} did not shut down after a failure", folder.getFileName(), e);
        } finally {
            opening.writeLock().unlock();
        }
        closeUnentered();
        if (goodLength > 0 && logLength() > goodLength) {
            try (FileChannel channel = FileChannel.open(log, WRITE)) {
                channel.truncate(goodLength);
                channel.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Files that open but let nobody in stay open inside HSQLDB, and would be met again by whoever opens the folder anew. */
    private void closeUnentered() {
        String path = folder.resolve("store").toAbsolutePath().normalize().toString();
        org.hsqldb.Database left = DatabaseManager.lookupDatabaseObject(DatabaseType.DB_FILE, path);
        if (left != null) {
            left.close(org.hsqldb.Database.CLOSEMODE_IMMEDIATELY);
        }
    }

    private void disconnect(String shutdown) throws SQLException {
        for (Connection reader : readers) {
            reader.close();
        }
        readers.clear();
        try (Connection last = writer) {
            writer = null;
            if (last != null) {
                execute(last, shutdown);
            }
        }
    }

    // Opening

    /** The writer's connection, of a database opened anew if need be. */
    private Connection writer() {
        Connection open = writer;
        if (open != null) {
            return open;
        }
        writing.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The store " + folder.getFileName() + " is closed");
            }
            connect();
            markModified();
            return requireNonNull(writer);
        } finally {
            writing.unlock();
        }
    }

    /** Takes the shared lock while the database is open. */
    private void lockForReading() {
        opening.readLock().lock();
        while (writer == null) {
            opening.readLock().unlock();
            writer();
            opening.readLock().lock();
        }
    }

    private void connect() {
        opening.writeLock().lock();
        try (TroubleLog hidden = new TroubleLog()) {
            OwnerOnly.make(folder);
            space.require(logLength());
            making.begin();
            Path replayed = keepLogAside();
            writer = connection();
            prepare(writer);
            judgeReplay(replayed, hidden.first());
            for (int i = 0; i < READERS; i++) {
                Connection reader = connection();
                reader.setReadOnly(true);
                readers.add(reader);
            }
            making.end();
            goodLength = logLength();
        } catch (SQLException e) {
            abandon();
            throw trouble.told(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            opening.writeLock().unlock();
        }
    }

    private Connection connection() throws SQLException {
        try {
            return JDBCDriver.getConnection(
                    "jdbc:hsqldb:file:" + folder.resolve("store").toAbsolutePath(), properties);
        } catch (HsqlException | IndexOutOfBoundsException | NegativeArraySizeException | ClassCastException e) {
            closeUnentered();
            throw new StoreDamaged(folder, e);
        }
    }

    /** HSQLDB deletes a log once it has read what it could, so it is copied first. */
    private Path keepLogAside() throws IOException {
        Path aside = folder.resolve("store.log.replayed");
        if (Files.exists(log)) {
            Files.copy(log, aside, REPLACE_EXISTING);
            OwnerOnly.FILE.narrow(aside);
        }
        return aside;
    }

    private void judgeReplay(Path replayed, @Nullable Throwable error) throws IOException {
        if (error != null && Files.exists(replayed)) {
            replayBroken = true;
            Files.move(replayed, folder.resolve("store.log.broken"), REPLACE_EXISTING);
            LOG.error("The log of the store {} could not be read to its end", folder.getFileName(), error);
        }
        Files.deleteIfExists(replayed);
    }

    private void prepare(Connection connection) throws SQLException {
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

    /**
     * Makes the files say that the log counts.
     *
     * <p>HSQLDB writes that into a small file after the first commit to a new log, and forces neither that file's name nor the
     * log's to disk; without them it would throw the log away after a power cut.
     */
    private void markModified() {
        commit(connection -> execute(connection, "UPDATE vastine_store SET opened = opened + 1"));
        try {
            DurableFile.forceFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    // Small things

    private long logLength() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
