package fi.vastine.backend.store;

/**
 * A database on a server, PostgreSQL 15 or newer, in the place of the one in a folder.
 *
 * @param url as JDBC has it, such as {@code jdbc:postgresql://db.example.fi/vastine}
 */
public record DatabaseServer(String url, String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
