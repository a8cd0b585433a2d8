package fi.vastine.simulation.office;

import fi.vastine.core.session.Connection;
import java.util.List;

/** Something else than the backend's answer, and what the foot of the window tells of it. */
record WrongAnswer(String what, String answer, Connection told) {
    static List<WrongAnswer> all() {
        String html = "<html>Hyväksy verkon käyttöehdot</html>\n";
        String ndjson = "application/x-ndjson";
        return List.of(
                new WrongAnswer("a portal's page", Faults.http("200 OK", "text/html", html), Connection.PROXY_PAGE),
                new WrongAnswer(
                        "a portal's redirect",
                        Faults.http("302 Found", "text/html", html, "Location: http://127.0.0.1:1/"),
                        Connection.PROXY_PAGE),
                new WrongAnswer(
                        "a redirect that keeps the method",
                        Faults.http("307 Temporary Redirect", "text/html", "", "Location: http://127.0.0.1:1/"),
                        Connection.PROXY_PAGE),
                new WrongAnswer(
                        "nothing, with success",
                        "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
                        Connection.PROXY_PAGE),
                new WrongAnswer(
                        "an old portal's page",
                        Faults.http("200 OK", "text/html", html).replace("1.1", "1.0"),
                        Connection.PROXY_PAGE),
                new WrongAnswer(
                        "a portal that says 511",
                        Faults.http("511 Network Authentication Required", "text/html", html),
                        Connection.PROXY_PAGE),
                new WrongAnswer(
                        "401 of somebody", Faults.http("401 Unauthorized", "text/html", html), Connection.PROXY_PAGE),
                new WrongAnswer(
                        "403 of somebody", Faults.http("403 Forbidden", "text/html", html), Connection.PROXY_PAGE),
                new WrongAnswer(
                        "401 of the backend",
                        Faults.problem("401 Unauthorized", "SESSION_ENDED"),
                        Connection.SIGN_IN_NEEDED),
                new WrongAnswer(
                        "401 of the backend, on and on",
                        Faults.problem("401 Unauthorized", "TOKEN_EXPIRED"),
                        Connection.SIGN_IN_NEEDED),
                new WrongAnswer(
                        "403 of the backend", Faults.problem("403 Forbidden", "FORBIDDEN"), Connection.SERVER_TROUBLE),
                new WrongAnswer(
                        "413 of a proxy",
                        Faults.http("413 Content Too Large", "text/html", html),
                        Connection.SERVER_TROUBLE),
                new WrongAnswer(
                        "426 of somebody",
                        Faults.http("426 Upgrade Required", "text/html", html),
                        Connection.PROXY_PAGE),
                new WrongAnswer(
                        "426 of the backend", Faults.problem("426 Upgrade Required", "TOO_OLD"), Connection.TOO_OLD),
                new WrongAnswer(
                        "429 that says when",
                        Faults.problem("429 Too Many Requests", "TOO_MANY", "Retry-After: 86400"),
                        Connection.SERVER_TROUBLE),
                new WrongAnswer(
                        "429 that does not",
                        Faults.http("429 Too Many Requests", "text/html", html),
                        Connection.SERVER_TROUBLE),
                new WrongAnswer(
                        "502 of a proxy", Faults.http("502 Bad Gateway", "text/html", html), Connection.SERVER_TROUBLE),
                new WrongAnswer(
                        "503 that says when",
                        Faults.problem("503 Service Unavailable", "BUSY", "Retry-After: 3600"),
                        Connection.SERVER_TROUBLE),
                new WrongAnswer(
                        "503 that does not",
                        Faults.http("503 Service Unavailable", "text/html", html, "Retry-After: soon"),
                        Connection.SERVER_TROUBLE),
                new WrongAnswer(
                        "a page that calls itself an answer",
                        Faults.http("200 OK", ndjson, html),
                        Connection.SERVER_TROUBLE),
                new WrongAnswer("an answer of nothing", Faults.http("200 OK", ndjson, ""), Connection.OFFLINE),
                new WrongAnswer(
                        "lines of nothing", Faults.http("200 OK", ndjson, "{}\n{}\n"), Connection.SERVER_TROUBLE),
                new WrongAnswer(
                        "an empty scope without an end",
                        Faults.http(
                                "200 OK",
                                ndjson,
                                "{\"scope\":{\"version\":99,\"units\":[],\"until\":{},\"roles\":[],\"enters\":[]}}\n"),
                        Connection.OFFLINE),
                new WrongAnswer(
                        "what is not packed",
                        Faults.http("200 OK", ndjson, html, "Content-Encoding: gzip"),
                        Connection.OFFLINE),
                new WrongAnswer(
                        "chunks that are none",
                        Faults.http("200 OK", ndjson, "zzzz\r\nzzzz", "Transfer-Encoding: chunked"),
                        Connection.OFFLINE),
                new WrongAnswer(
                        "more promised than given",
                        Faults.http("200 OK", ndjson, "{", "Content-Length: 9000"),
                        Connection.OFFLINE),
                new WrongAnswer("another protocol", "SSH-2.0-OpenSSH_9.9\r\n", Connection.OFFLINE),
                new WrongAnswer("a good-bye", "", Connection.OFFLINE));
    }
}
