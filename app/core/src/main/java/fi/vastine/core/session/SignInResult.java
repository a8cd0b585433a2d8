package fi.vastine.core.session;

import java.time.Instant;
import java.util.Optional;

/** What came of signing in, or of going on without it. */
public sealed interface SignInResult {

    /**
     * The person is at work.
     *
     * @param rebuilt whether what the backend had sent was damaged here and is downloaded anew; what the person wrote is kept
     */
    record SignedIn(Session session, boolean rebuilt) implements SignInResult {}

    /** User or password is wrong; which of the two is not told. */
    record WrongPassword() implements SignInResult {}

    /** Too many tries; the next one may be made then, by the laptop's clock. */
    record Throttled(Instant retryAt) implements SignInResult {}

    record NoNetwork() implements SignInResult {}

    /** Something answers there, but it is no Vastine backend: a wrong address, or a network's own sign-in page. */
    record NotVastine() implements SignInResult {}

    /** The proxy on the way asks for a sign-in of its own; nothing came as far as the backend. */
    record ProxySignIn() implements SignInResult {}

    /** What answers cannot prove that it is the backend; nothing was sent, the password neither. */
    record Untrusted() implements SignInResult {}

    /** What the backend proves itself with does not hold today, or the laptop's clock is wrong; nothing was sent. */
    record CertificateOutdated() implements SignInResult {}

    /** The laptop's clock is so far off that due dates would be told wrong. */
    record ClockWrong() implements SignInResult {}

    record ServerTrouble() implements SignInResult {}

    /** The backend no longer speaks with a program of this age. */
    record TooOld() implements SignInResult {}

    record DeviceBlocked() implements SignInResult {}

    /** An administrator had what the person had here wiped; nothing of it is left. */
    record Wiped() implements SignInResult {}

    /** Nobody has signed in here before, so there is nothing to go on with. */
    record NobodyYet() implements SignInResult {}

    /** Another running copy of the program has it; what that copy left for the second one, if it did. */
    record OpenElsewhere(Optional<String> greeting) implements SignInResult {}

    /** Several people work on this laptop: whoever it is has to say so, and to show it. */
    record Shared() implements SignInResult {}

    /** The keys of this person wait for something to be typed before anything is opened. */
    record Locked(Known person, Asked asked) implements SignInResult {}

    /** What a locked screen asks for. */
    enum Asked {
        /** The passphrase that guards the keys. */
        PASSPHRASE,
        /** The password of signing in; the key store guards the keys. */
        PASSWORD,
        /** The PIN she chose on this laptop; the key store guards the keys. */
        PIN
    }

    /** What was typed does not open the keys; the next try may be made then, by the laptop's clock. */
    record WrongPassphrase(Instant retryAt) implements SignInResult {}

    /**
     * What was typed is not the PIN.
     *
     * @param left how many tries are left; with none, it is off until she has shown otherwise who she is
     */
    record WrongPin(int left) implements SignInResult {}

    /** A passphrase has to be chosen to guard the keys; what has been typed so far has to be given once more with it. */
    record PassphraseToChoose(Known person) implements SignInResult {}

    /** The key store that guards the keys does not answer, or was not opened to the program; nothing is lost. */
    record KeyStoreSilent() implements SignInResult {}

    /**
     * What the person wrote here cannot be opened, as the key is gone or damaged; nothing was deleted.
     *
     * @param recoverable the person, if the organisation's recovery file opens it
     */
    record KeyLost(Optional<Known> recoverable) implements SignInResult {}

    /** It is no recovery file, or not the one whose key this laptop was given. */
    record WrongRecoveryFile() implements SignInResult {}

    /** What the person wrote here is damaged; nothing was deleted. */
    record OutboxDamaged() implements SignInResult {}

    /** A newer version of the program has changed what the person wrote here; nothing was changed. */
    record NewerProgram() implements SignInResult {}

    record DiskFull() implements SignInResult {}
}
