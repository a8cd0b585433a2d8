package fi.vastine.core.http;

import java.time.Duration;

/**
 * How long to wait for a backend before it counts as not there.
 *
 * @param connect for a connection
 * @param answer for the next bytes of an answer, or for those of a request to be taken
 * @param news for the answer to a question for news, which the backend holds back until there are any
 * @param whole for an exchange from beginning to end, however steadily it trickles
 */
public record Patience(Duration connect, Duration answer, Duration news, Duration whole) {
    /**
     * What suits slow networks: a question for news is answered after 55 seconds at the latest, and a page of a first download takes
     * two minutes at 5 kB/s.
     */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(75), Duration.ofMinutes(5));
}
