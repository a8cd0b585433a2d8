package fi.vastine.core.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done on a connection within one transaction. */
@FunctionalInterface
public interface SqlWork<T> {
    T on(Connection connection) throws SQLException;
}
