package fi.vastine.simulation.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * A request as its bytes say.
 *
 * @param target path and query
 * @param headers by their names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Asked(String method, String target, Map<String, String> headers, byte[] body) {
    public Asked {
        headers = Map.copyOf(headers);
    }

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public String text() {
        return new String(body, UTF_8);
    }

    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }
}
