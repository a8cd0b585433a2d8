package fi.vastine.bench.store;

import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Epoch;
import fi.vastine.contract.id.UuidSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How many cases a second the backend's database can make durable when those that come together share a commit.
 *
 * <p>The limit of the database and of nothing else: its tables, indexes and settings are the backend's own, each row is one
 * that a posted form became there, byte for byte but for its id and number, and each commit takes the counter's lock and
 * writes the counter and the unit's sum. There is no HTTP, no JSON, no rule and no savepoint. As many callers as there are
 * connections each wait for their row to be on the disk before they bring the next. Used by one thread.
 */
public final class GroupCommit implements AutoCloseable {
    private static final int TOGETHER = 256;
    private static final String COLUMNS =
            "unit_id, status, due_on, owes_reply, has_drafts, turn, applied, body, id, change_no";

    private final Database database;
    private final Handle handle;
    private final Sample sample;
    private final UuidSource ids;
    private final BlockingQueue<CountDownLatch> waiting = new ArrayBlockingQueue<>(TOGETHER);

    /** The columns of one case but its id and its number, in the order of {@link #COLUMNS}. */
    private record Sample(List<@Nullable Object> values) {
        String unit() {
            return String.valueOf(values.getFirst());
        }
    }

    private GroupCommit(Database database, Handle handle, Sample sample) {
        this.database = database;
        this.handle = handle;
        this.sample = sample;
        this.ids = new UuidSource(Clock.systemUTC(), new SecureRandom());
    }

    /**
     * Opens a new database that gets rows like the newest of a backend's.
     *
     * @param backend a folder that no backend has open
     */
    public static GroupCommit ofNewestCase(Path backend, Path empty) throws SQLException {
        Sample sample;
        try (Database there = Database.inFolder(backend);
                Handle handle = there.jdbi().open()) {
            sample = newest(handle.getConnection());
        }
        Database database = Database.inFolder(empty);
        String epoch = new Epoch(database).name();
        Handle handle = database.jdbi().open();
        handle.execute("UPDATE change_counter SET change_no = 0 WHERE epoch = ?", epoch);
        handle.execute(
                "INSERT INTO unit_state (unit_id, cases, checksum, change_no) VALUES (?, 0, 0, 0)", sample.unit());
        handle.getConnection().setAutoCommit(false);
        return new GroupCommit(database, handle, sample);
    }

    /** Cases a second over that time. */
    public double rate(int callers, long nanos) throws SQLException, InterruptedException {
        var brought = new AtomicLong();
        long began = System.nanoTime();
        long end = began + nanos;
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int caller = 0; caller < callers; caller++) {
            threads.execute(() -> bring(end, brought));
        }
        try (var statements = new Statements(handle.getConnection())) {
            while (System.nanoTime() < end) {
                write(statements);
            }
        }
        double rate = brought.get() * 1e9 / (System.nanoTime() - began);
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        waiting.clear();
        return rate;
    }

    private void write(Statements statements) throws SQLException, InterruptedException {
        CountDownLatch first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
            List<CountDownLatch> together = new ArrayList<>(List.of(first));
            waiting.drainTo(together, TOGETHER - 1);
            statements.write(together.size());
            together.forEach(CountDownLatch::countDown);
        }
    }

    private void bring(long end, AtomicLong brought) {
        try {
            while (System.nanoTime() < end) {
                var kept = new CountDownLatch(1);
                waiting.put(kept);
                kept.await();
                brought.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Sample newest(Connection connection) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM feedback_case ORDER BY change_no DESC FETCH FIRST 1 ROWS ONLY";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            List<@Nullable Object> values = new ArrayList<>();
            for (int column = 1; column <= 8; column++) {
                values.add(row.getObject(column));
            }
            return new Sample(values);
        }
    }

    @Override
    public void close() throws SQLException {
        try (database;
                handle) {
            handle.getConnection().setAutoCommit(true);
        }
    }

    /** What a commit needs, prepared once. */
    private final class Statements implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement lock;
        private final PreparedStatement read;
        private final PreparedStatement insert;
        private final PreparedStatement counter;
        private final PreparedStatement sum;

        Statements(Connection connection) throws SQLException {
            this.connection = connection;
            lock = connection.prepareStatement("UPDATE change_counter SET change_no = change_no WHERE id = 1");
            read = connection.prepareStatement("SELECT change_no FROM change_counter WHERE id = 1");
            insert = connection.prepareStatement(
                    "INSERT INTO feedback_case (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            counter = connection.prepareStatement("UPDATE change_counter SET change_no = ? WHERE id = 1");
            sum = connection.prepareStatement(
                    "UPDATE unit_state SET cases = ?, checksum = ?, change_no = ? WHERE unit_id = ?");
        }

        void write(int cases) throws SQLException {
            lock.executeUpdate();
            long changeNo = changeNo();
            for (int i = 0; i < cases; i++) {
                int place = 1;
                for (Object value : sample.values()) {
                    insert.setObject(place++, value);
                }
                insert.setObject(place++, ids.next());
                insert.setLong(place, ++changeNo);
                insert.executeUpdate();
            }
            counter.setLong(1, changeNo);
            counter.executeUpdate();
            sum.setLong(1, changeNo);
            sum.setLong(2, changeNo);
            sum.setLong(3, changeNo);
            sum.setString(4, sample.unit());
            sum.executeUpdate();
            connection.commit();
        }

        private long changeNo() throws SQLException {
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }

        @Override
        public void close() throws SQLException {
            lock.close();
            read.close();
            insert.close();
            counter.close();
            sum.close();
        }
    }
}
