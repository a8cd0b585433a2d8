package fi.vastine.backend.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import fi.vastine.backend.store.DatabaseUnavailable.Reason;
import java.nio.file.Path;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The backend's database, open and with its tables up to date.
 *
 * <p>Either HSQLDB in a folder of its own, where every commit is on the disk before it is answered, or a database server
 * given by its JDBC URL; both take the same SQL. Moments are kept as milliseconds since 1970 (UTC) in {@code BIGINT}, days
 * as {@code DATE}. Thread-safe.
 */
public final class Database implements AutoCloseable {
    /** Enough for a writer and many short reads; HSQLDB is no faster with more. */
    private static final int CONNECTIONS = 12;

    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final @Nullable FolderLock lock;

    private Database(HikariDataSource connections, @Nullable FolderLock lock) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections).setStatementBuilderFactory(new KeptStatements());
        this.lock = lock;
    }

    /**
     * Opens the database in a folder, making both when they are not there.
     *
     * @throws DatabaseUnavailable when another backend has it open, a newer one has changed it, or its files are damaged
     */
    public static Database inFolder(Path folder) {
        FolderLock lock = FolderLock.take(folder);
        try {
            return open(embedded(folder), lock);
        } catch (DatabaseUnavailable e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a database on a server.
     *
     * @throws DatabaseUnavailable when the server does not answer or does not let the user in, or a newer backend has
     *     changed the tables
     */
    public static Database at(DatabaseServer server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        return open(config, null);
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Whether a question put to the database is answered now. */
    public boolean answers() {
        try {
            return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM person WHERE 1 = 0")
                            .mapTo(Integer.class)
                            .one())
                    == 0;
        } catch (JdbiException e) {
            return false;
        }
    }

    /** Writes the files of the embedded database anew, without what was deleted; a database server does so by itself. */
    public void compact() {
        if (lock != null) {
            jdbi.useHandle(handle -> handle.execute("CHECKPOINT DEFRAG"));
        }
    }

    /** Ends all connections. The embedded database writes its last state and lets go of the folder. */
    @Override
    public void close() {
        if (lock == null) {
            connections.close();
            return;
        }
        try (lock;
                connections) {
            jdbi.useHandle(handle -> handle.execute("SHUTDOWN"));
        }
    }

    private static HikariConfig embedded(Path folder) {
        HikariConfig config = new HikariConfig();
        // PostgreSQL's words for types, so that one set of migrations serves both; a small log keeps a start after a
        // crash short, since it is replayed row by row.
        config.setJdbcUrl("jdbc:hsqldb:file:" + folder.resolve("vastine").toAbsolutePath()
                + ";hsqldb.lock_file=false;hsqldb.write_delay=false;hsqldb.tx=mvcc;hsqldb.log_size=20"
                + ";hsqldb.default_table_type=cached;hsqldb.cache_rows=200000;hsqldb.cache_size=131072"
                + ";sql.syntax_pgs=true;hsqldb.reconfig_logging=false");
        config.setUsername("SA");
        config.setPassword("");
        return config;
    }

    private static Database open(HikariConfig config, @Nullable FolderLock lock) {
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("vastine");
        HikariDataSource connections = connect(config, lock);
        try {
            migrate(connections);
            Database database = new Database(connections, lock);
            if (lock != null) {
                // The URL sets this only for a database it makes; one restored from a backup may say otherwise.
                database.jdbi.useHandle(handle -> handle.execute("SET FILES WRITE DELAY FALSE"));
            }
            return database;
        } catch (FlywayException e) {
            connections.close();
            throw new DatabaseUnavailable(
                    Reason.DAMAGED, "The tables are not as this program left them: " + e.getMessage(), e);
        } catch (DatabaseUnavailable e) {
            connections.close();
            throw e;
        }
    }

    private static HikariDataSource connect(HikariConfig config, @Nullable FolderLock lock) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            if (lock == null) {
                throw new DatabaseUnavailable(
                        Reason.UNREACHABLE, "The database server does not answer, or does not let the user in.", e);
            }
            throw new DatabaseUnavailable(
                    Reason.DAMAGED, "The database files are damaged; restore them from a backup.", e);
        }
    }

    private static void migrate(HikariDataSource connections) {
        Flyway flyway = Flyway.configure(Database.class.getClassLoader())
                .dataSource(connections)
                .locations("classpath:fi/vastine/backend/store/migration")
                .javaMigrations(new AuditOfEarlier())
                .load();
        boolean newer = Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state.isApplied() && !state.isResolved());
        if (newer) {
            throw new DatabaseUnavailable(
                    Reason.NEWER_THAN_PROGRAM,
                    "A newer backend has changed the tables; start that version, or restore a backup made before.",
                    null);
        }
        flyway.migrate();
    }
}
