package fi.vastine.backend.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;

/**
 * Prepares each SQL once for a connection and keeps it, because preparing costs more than running it.
 *
 * <p>Statements are made on the database's own connection: the pool's would close them each time it is given back. Thread
 * safe, as long as a connection is used by one thread at a time.
 */
final class KeptStatements implements StatementBuilderFactory {
    private final Map<Connection, OfConnection> kept = new ConcurrentHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection pooled) {
        try {
            Connection own = pooled.unwrap(Connection.class);
            OfConnection known = kept.get(own);
            return known == null ? add(own) : known;
        } catch (SQLException e) {
            throw new UnableToCreateStatementException(e);
        }
    }

    private OfConnection add(Connection own) throws SQLException {
        for (Connection each : List.copyOf(kept.keySet())) {
            if (each.isClosed()) {
                kept.remove(each);
            }
        }
        var added = new OfConnection(own);
        kept.put(own, added);
        return added;
    }

    /** The statements of one connection that nobody uses now, by their SQL; one in use is never lent twice. */
    static final class OfConnection extends DefaultStatementBuilder {
        private final Connection own;
        private final Map<String, PreparedStatement> idle = new HashMap<>();

        OfConnection(Connection own) {
            this.own = own;
        }

        @Override
        public PreparedStatement create(Connection pooled, String sql, StatementContext context) throws SQLException {
            return lend(sql);
        }

        @Override
        public void close(Connection pooled, String sql, Statement statement) throws SQLException {
            if (statement instanceof PreparedStatement prepared) {
                takeBack(sql, prepared);
            } else {
                statement.close();
            }
        }

        PreparedStatement lend(String sql) throws SQLException {
            PreparedStatement known = idle.remove(sql);
            return known == null ? own.prepareStatement(sql) : known;
        }

        void takeBack(String sql, PreparedStatement statement) throws SQLException {
            if (own.isClosed()) {
                return;
            }
            statement.clearBatch();
            statement.clearParameters();
            PreparedStatement other = idle.put(sql, statement);
            if (other != null) {
                other.close();
            }
        }
    }
}
