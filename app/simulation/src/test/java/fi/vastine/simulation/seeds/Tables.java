package fi.vastine.simulation.seeds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** All that stands in a backend's database, to be put back later: what a backup is. */
final class Tables {
    private final Map<String, List<Object[]>> rows;

    private Tables(Map<String, List<Object[]>> rows) {
        this.rows = rows;
    }

    static Tables of(Jdbi database) {
        return with(database, connection -> {
            Map<String, List<Object[]>> all = new LinkedHashMap<>();
            for (String table : names(connection)) {
                all.put(table, rows(connection, table));
            }
            return new Tables(all);
        });
    }

    /** Puts everything back as it was; what has come since is gone. */
    void putBack(Jdbi database) {
        with(database, connection -> {
            execute(connection, "SET DATABASE REFERENTIAL INTEGRITY FALSE");
            for (Map.Entry<String, List<Object[]>> each : rows.entrySet()) {
                execute(connection, "DELETE FROM " + each.getKey());
                insert(connection, each.getKey(), each.getValue());
            }
            execute(connection, "SET DATABASE REFERENTIAL INTEGRITY TRUE");
            return rows;
        });
    }

    /** Whether a word stands anywhere in them. */
    boolean contain(String word) {
        return rows.values().stream()
                .flatMap(List::stream)
                .flatMap(Arrays::stream)
                .anyMatch(value -> value instanceof String text && text.contains(word));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T with(Jdbi database, Work<T> work) {
        try {
            return database.withHandle(handle -> work.on(handle.getConnection()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT table_name FROM INFORMATION_SCHEMA.TABLES WHERE table_schema = 'PUBLIC'"
                                + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static List<Object[]> rows(Connection connection, String table) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String places = "?" + ", ?".repeat(rows.getFirst().length - 1);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
