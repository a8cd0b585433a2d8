package fi.vastine.desktop.signin;

import fi.vastine.core.session.SignInResult;
import fi.vastine.desktop.text.Times;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What did not succeed, in words to be looked up.
 *
 * @param key the key of its words
 * @param argument what is filled in; empty where there is nothing to fill in
 */
record Problem(String key, String argument) {
    private static final long IN_SECONDS = 100;

    static Problem of(String key) {
        return new Problem(key, "");
    }

    /** Null for what is no problem, or has a screen of its own. */
    static @Nullable Problem of(SignInResult result, Times times) {
        return switch (result) {
            case SignInResult.SignedIn ignored -> null;
            case SignInResult.NobodyYet ignored -> null;
            case SignInResult.Locked ignored -> null;
            case SignInResult.Shared ignored -> null;
            case SignInResult.PassphraseToChoose ignored -> null;
            case SignInResult.WrongPassword ignored -> of("signin.wrong-password");
            case SignInResult.Throttled throttled -> new Problem("signin.throttled", times.clock(throttled.retryAt()));
            case SignInResult.NoNetwork ignored -> of("signin.no-network");
            case SignInResult.NotVastine ignored -> of("signin.not-vastine");
            case SignInResult.ProxySignIn ignored -> of("signin.proxy-sign-in");
            case SignInResult.Untrusted ignored -> of("signin.untrusted");
            case SignInResult.CertificateOutdated ignored -> of("signin.certificate-outdated");
            case SignInResult.ClockWrong ignored -> of("signin.clock-wrong");
            case SignInResult.ServerTrouble ignored -> of("signin.server-trouble");
            case SignInResult.TooOld ignored -> of("signin.too-old");
            case SignInResult.DeviceBlocked ignored -> of("signin.device-blocked");
            case SignInResult.Wiped ignored -> of("signin.wiped");
            case SignInResult.OpenElsewhere ignored -> of("signin.open-elsewhere");
            case SignInResult.WrongPassphrase ignored -> of("lock.wrong");
            case SignInResult.WrongPin wrong -> ofPin(wrong.left());
            case SignInResult.KeyStoreSilent ignored -> of("lock.key-store-silent");
            case SignInResult.WrongRecoveryFile ignored -> of("lock.wrong-file");
            case SignInResult.KeyLost ignored -> of("signin.key-lost");
            case SignInResult.NewerProgram ignored -> of("signin.newer-program");
            case SignInResult.OutboxDamaged ignored -> of("signin.outbox-damaged");
            case SignInResult.DiskFull ignored -> of("signin.disk-full");
        };
    }

    private static Problem ofPin(int left) {
        return switch (left) {
            case 0 -> of("lock.pin-off");
            case 1 -> of("lock.wrong-pin-last");
            default -> new Problem("lock.wrong-pin", Integer.toString(left));
        };
    }

    /** How long until the next try, short enough to be waited for or long enough to be told in minutes; empty for at once. */
    static String wait(Instant now, Instant retryAt) {
        long seconds = Duration.between(now, retryAt).plusMillis(999).toSeconds();
        if (seconds <= 0) {
            return "";
        }
        return seconds < IN_SECONDS ? seconds + " s" : (seconds + 59) / 60 + " min";
    }
}
