package fi.vastine.backend.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the few statements that every write needs, with values by their place.
 *
 * <p>Binding by name takes as long as the database itself: elsewhere that is not felt, here it halves what can be written.
 * Used by one thread.
 */
final class Direct {
    private final Handle handle;

    Direct(Handle handle) {
        this.handle = handle;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Does something with a prepared statement. */
    @FunctionalInterface
    private interface Use<T extends @Nullable Object> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Returns how many rows it touched. */
    int update(String sql, List<? extends @Nullable Object> values) {
        return with(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** As {@link #update}, many at once. */
    void batch(String sql, List<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        with(sql, statement -> {
            for (List<? extends @Nullable Object> values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** The first row, or null if there is none. */
    <T> @Nullable T first(String sql, List<? extends @Nullable Object> values, Reading<T> reading) {
        return this.<@Nullable T>with(sql, statement -> {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? reading.of(rows) : null;
            }
        });
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        int place = 1;
        for (Object value : values) {
            statement.setObject(place++, value);
        }
    }

    private <T extends @Nullable Object> T with(String sql, Use<T> use) {
        var statements = (KeptStatements.OfConnection) handle.getStatementBuilder();
        try {
            PreparedStatement statement = statements.lend(sql);
            try {
                return use.of(statement);
            } finally {
                statements.takeBack(sql, statement);
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
