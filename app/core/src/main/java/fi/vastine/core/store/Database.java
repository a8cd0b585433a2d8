package fi.vastine.core.store;

import static java.util.Objects.requireNonNull;

import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.DurableFile;
import fi.vastine.core.profile.FreeSpace;
import fi.vastine.core.profile.OwnerOnly;
import fi.vastine.core.seal.StoreKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.hsqldb.HsqlException;
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
    private final StoreFiles files;
    private final Making making;
    private final Trouble trouble;
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

    private Database(Path folder, StoreKeys keys, FreeSpace space, List<String> migrations) {
        this.folder = folder;
        this.files = new StoreFiles(folder, keys, migrations);
        this.making = new Making(folder);
        this.trouble = new Trouble(folder);
        this.space = space;
    }

    /**
     * Opens the database in a folder, making both if they are not there.
     *
     * @param migrations statements of the schema in the order they came to be, each harmless when run twice; those not yet
     *     run are run
     * @throws DiskFull if there is no room to open it; nothing is lost
     * @throws StoreNewer if a newer version of the program has changed it
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
        return files.replayBroken();
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
            files.closeUnentered();
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
            commit(connection -> StoreFiles.execute(connection, statement));
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
            goodLength = files.logLength();
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
        files.closeUnentered();
        if (goodLength > 0) {
            files.cutLogBack(goodLength);
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
                StoreFiles.execute(last, shutdown);
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
            space.require(files.logLength());
            making.begin();
            Path replayed = files.keepLogAside();
            writer = files.connection();
            files.prepare(writer);
            files.judgeReplay(replayed, hidden.first());
            for (int i = 0; i < READERS; i++) {
                Connection reader = files.connection();
                reader.setReadOnly(true);
                readers.add(reader);
            }
            making.end();
            goodLength = files.logLength();
            files.refuseNewer(writer);
        } catch (StoreNewer e) {
            abandon();
            throw e;
        } catch (SQLException e) {
            abandon();
            throw trouble.told(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            opening.writeLock().unlock();
        }
    }

    /**
     * Makes the files say that the log counts.
     *
     * <p>HSQLDB writes that into a small file after the first commit to a new log, and forces neither that file's name nor the
     * log's to disk; without them it would throw the log away after a power cut.
     */
    private void markModified() {
        commit(connection -> StoreFiles.execute(connection, "UPDATE vastine_store SET opened = opened + 1"));
        try {
            DurableFile.forceFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
