package fi.vastine.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many rows a second the backend's database can make durable when those that come together share a commit.
 *
 * <p>As many callers as there are connections each wait for their row to be on the disk before they bring the next.
 */
public final class GroupCommit {
    private static final int TOGETHER = 256;

    private record Row(String body, CountDownLatch kept) {}

    private final BlockingQueue<Row> waiting = new ArrayBlockingQueue<>(TOGETHER);

    /** Rows a second over that time; {@code body} is what each row holds. */
    public double rate(Path folder, int callers, String body, long nanos) throws SQLException, InterruptedException {
        String url = "jdbc:hsqldb:file:" + folder.resolve("limit").toAbsolutePath()
                + ";hsqldb.lock_file=false;hsqldb.write_delay=false;hsqldb.tx=mvcc;hsqldb.log_size=20"
                + ";hsqldb.default_table_type=cached;hsqldb.cache_rows=200000;hsqldb.cache_size=131072"
                + ";hsqldb.reconfig_logging=false";
        try (Connection connection = DriverManager.getConnection(url, "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET FILES WRITE DELAY FALSE");
            statement.execute("CREATE CACHED TABLE kept (id UUID PRIMARY KEY, body LONGVARCHAR)");
            connection.setAutoCommit(false);
            double rate = rate(connection, callers, body, nanos);
            statement.execute("SHUTDOWN");
            return rate;
        }
    }

    private double rate(Connection connection, int callers, String body, long nanos)
            throws SQLException, InterruptedException {
        var brought = new AtomicLong();
        long began = System.nanoTime();
        long end = began + nanos;
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int caller = 0; caller < callers; caller++) {
            threads.execute(() -> bring(body, end, brought));
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO kept VALUES (?, ?)")) {
            while (System.nanoTime() < end) {
                write(connection, insert);
            }
        }
        double rate = brought.get() * 1e9 / (System.nanoTime() - began);
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        return rate;
    }

    private void write(Connection connection, PreparedStatement insert) throws SQLException, InterruptedException {
        Row first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
            List<Row> together = new ArrayList<>(List.of(first));
            waiting.drainTo(together, TOGETHER - 1);
            for (Row row : together) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, row.body());
                insert.executeUpdate();
            }
            connection.commit();
            together.forEach(row -> row.kept().countDown());
        }
    }

    private void bring(String body, long end, AtomicLong brought) {
        try {
            while (System.nanoTime() < end) {
                var row = new Row(body, new CountDownLatch(1));
                waiting.put(row);
                row.kept().await();
                brought.incrementAndGet();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
