package fi.vastine.backend.http;

/** Knows whose an access token is. */
@FunctionalInterface
public interface Authentication {
    /**
     * Who holds the token.
     *
     * @throws HttpProblem with {@code TOKEN_EXPIRED}, {@code SESSION_ENDED} or {@code NOT_SIGNED_IN} when it lets nobody in
     */
    SignedIn signedIn(String accessToken);
}
