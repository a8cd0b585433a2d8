package fi.vastine.core.session;

import fi.vastine.core.sync.Trouble;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What trouble means for somebody who signs in. */
final class SignInTroubles {
    private static final Duration SOME_TIME = Duration.ofSeconds(30);

    private SignInTroubles() {}

    static SignInResult result(Trouble trouble, Instant now) {
        return switch (trouble.kind()) {
            case WRONG_PASSWORD -> new SignInResult.WrongPassword();
            case TOO_MANY -> new SignInResult.Throttled(now.plus(orSomeTime(trouble.retryAfter())));
            case NO_NETWORK, CUT_SHORT -> new SignInResult.NoNetwork();
            case PROXY_PAGE -> new SignInResult.NotVastine();
            case PROXY_SIGN_IN -> new SignInResult.ProxySignIn();
            case UNTRUSTED -> new SignInResult.Untrusted();
            case CLOCK_WRONG -> new SignInResult.CertificateOutdated();
            case TOO_OLD -> new SignInResult.TooOld();
            case DEVICE_BLOCKED, WIPE_ORDERED -> new SignInResult.DeviceBlocked();
            case DISK_FULL -> new SignInResult.DiskFull();
            case TOKEN_EXPIRED, SESSION_ENDED, RESTORED, FORBIDDEN, DEVICE_FORKED, SEQ_GAP, TOO_LARGE, SERVER_TROUBLE ->
                new SignInResult.ServerTrouble();
        };
    }

    private static Duration orSomeTime(@Nullable Duration asked) {
        return asked == null ? SOME_TIME : asked;
    }
}
