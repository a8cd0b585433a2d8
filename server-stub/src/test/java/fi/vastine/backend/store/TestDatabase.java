package fi.vastine.backend.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The databases the backend runs on: what a test asks of one it asks of the other. */
public enum TestDatabase {
    IN_FOLDER {
        @Override
        public Database open(Path folder) {
            return Database.inFolder(folder);
        }
    },
    POSTGRESQL {
        @Override
        public Database open(Path folder) {
            return Database.at(Server.INSTANCE.databaseOf(folder));
        }
    };

    /** Opens a database; the same one again for the same folder. */
    public abstract Database open(Path folder);

    /** A place for tables on a PostgreSQL that runs as long as these tests do; the same one for the same folder. */
    public static DatabaseServer onServer(Path folder) {
        return Server.INSTANCE.databaseOf(folder);
    }

    /** A real PostgreSQL of this process alone, with every commit on the disk as in a county. */
    private static final class Server {
        static final Server INSTANCE = new Server();
        private static final String USER = "vastine";

        private final EmbeddedPostgres postgres;
        private final Map<Path, DatabaseServer> schemas = new ConcurrentHashMap<>();

        Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            execute("CREATE USER " + USER);
        }

        DatabaseServer databaseOf(Path folder) {
            return schemas.computeIfAbsent(folder, fresh -> create("vastine_" + schemas.size()));
        }

        /** A schema, which takes less time than a database, owned by a user who may do nothing else. */
        private DatabaseServer create(String schema) {
            execute("CREATE SCHEMA " + schema + " AUTHORIZATION " + USER);
            return new DatabaseServer(
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?currentSchema=" + schema,
                    USER,
                    "");
        }

        private void execute(String sql) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
