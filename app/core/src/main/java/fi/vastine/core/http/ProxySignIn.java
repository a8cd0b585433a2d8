package fi.vastine.core.http;

import java.util.Optional;

/**
 * What one proxy is shown that asks for a name and a password; told to no other.
 *
 * @param proxy host and port of the proxy
 */
public record ProxySignIn(String proxy, String user, String password) {

    /** As one text for a key store. */
    public String written() {
        return proxy + "\n" + user + "\n" + password;
    }

    /** Reads what {@link #written} wrote; empty for anything else. */
    public static Optional<ProxySignIn> parse(String written) {
        String[] lines = written.split("\n", 3);
        return lines.length == 3 ? Optional.of(new ProxySignIn(lines[0], lines[1], lines[2])) : Optional.empty();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "ProxySignIn[" + proxy + "]";
    }
}
