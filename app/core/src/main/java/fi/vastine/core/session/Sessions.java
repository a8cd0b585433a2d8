package fi.vastine.core.session;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.recovery.RecoveryFile;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.http.OkHttpTransport;
import fi.vastine.core.http.Patience;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.key.KeyUnreadable;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.PassphraseNeeded;
import fi.vastine.core.key.TooManyTries;
import fi.vastine.core.key.WrongPassphrase;
import fi.vastine.core.outbox.HsqlOutbox;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.profile.AlreadyOpen;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.replica.Replica;
import fi.vastine.core.replica.ReplicaDamaged;
import fi.vastine.core.seal.SealBroken;
import fi.vastine.core.store.StoreDamaged;
import fi.vastine.core.sync.Credentials;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens sessions: one folder a person and backend, so that several people can share a laptop.
 *
 * <p>Thread safe. All methods block for the disk, signing in for the network too.
 */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final String PERSON = "person";

    /** Fresh tokens end within the hour; a clock that puts their end further off is wrong. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(12);

    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private final Json json = new Json();
    private final People people;
    private final Function<ServerAddress, Transport> transports;
    private final KeyStore keyStore;
    private final Guard wanted;

    /** Keeps profiles under a folder of the user's own, which is made when first needed; the key store guards their keys. */
    public Sessions(Path folder, InstantSource clock, KeyStore keyStore) {
        this(folder, clock, keyStore, Guard.KEY_STORE);
    }

    /**
     * Keeps profiles under a folder of the user's own, which is made when first needed.
     *
     * @param wanted what has to guard the keys; where there is no key store a passphrase does in any case
     */
    public Sessions(Path folder, InstantSource clock, KeyStore keyStore, Guard wanted) {
        this(folder, clock, keyStore, wanted, Patience.USUAL);
    }

    /** The same, with a patience of one's own for slow or silent backends. */
    public Sessions(Path folder, InstantSource clock, KeyStore keyStore, Guard wanted, Patience patience) {
        this.people = new People(folder, json);
        this.clock = clock;
        this.keyStore = keyStore;
        this.wanted = wanted;
        this.transports = address -> new OkHttpTransport(address.uri(), json, patience);
    }

    /**
     * Signs in over the network.
     *
     * @param deviceName what an administrator will call this laptop, 1 to 64 characters
     */
    public SignInResult signIn(ServerAddress server, String user, String password, String deviceName) {
        return signIn(new Known(server, user, deviceName), password, keysOf -> keysOf.openForSignIn());
    }

    /** Signs in over the network where a passphrase had to be chosen to guard the keys. */
    public SignInResult signIn(
            ServerAddress server, String user, String password, String deviceName, Passphrase chosen) {
        return signIn(new Known(server, user, deviceName), password, keysOf -> keysOf.choose(chosen));
    }

    private SignInResult signIn(Known person, String password, Unlocking unlocking) {
        Transport transport = transports.apply(person.server());
        SignInResult result =
                people.hasBegun(person) ? open(person, transport, unlocking, password) : new SignInResult.NobodyYet();
        if (result instanceof SignInResult.NobodyYet) {
            // Also where the first sign-in ended half way.
            result = register(person, transport, unlocking, password);
        }
        return orClosed(result, transport);
    }

    /** Goes on as the person who was last at work here, without a password and without a network. */
    public SignInResult resume() {
        return people.all().stream().findFirst().map(this::resume).orElseGet(SignInResult.NobodyYet::new);
    }

    /** Goes on as somebody who has signed in here before. */
    public SignInResult resume(Known person) {
        return resume(person, KeyFolder::open);
    }

    /** Goes on as somebody who had to choose a passphrase to guard the keys. */
    public SignInResult resume(Known person, Passphrase chosen) {
        return resume(person, keysOf -> keysOf.choose(chosen));
    }

    /** Goes on as somebody whose screen was locked when the program started, with the passphrase or the password typed. */
    public SignInResult unlock(Known person, Passphrase typed, SignInResult.Asked asked) {
        SignInResult result = resume(person, keysOf -> keysOf.open(typed));
        return mayBeChanged(result, asked) ? judged(person, typed, result) : result;
    }

    /** Goes on as somebody whose screen is locked; what is sent behind it goes on until the keys are opened. */
    public SignInResult unlock(Known person, Passphrase typed, SignInResult.Asked asked, Unattended locked) {
        if (locked.isWiped()) {
            locked.close();
            return new SignInResult.Wiped();
        }
        KeyFolder folder = keyFolder(people.profile(person));
        SignInResult result = guarded(person, folder, () -> {
            GuardedKeys keys = folder.open(typed);
            locked.close();
            return resume(person, ignored -> keys);
        });
        if (mayBeChanged(result, asked) && !locked.isSending()) {
            // Where something still waits to be sent there is no network either, and sending must not end for a typing
            // error.
            locked.close();
            return judged(person, typed, result);
        }
        return result;
    }

    /** A password that is not the one kept here may have been changed since, which the backend knows. */
    private static boolean mayBeChanged(SignInResult result, SignInResult.Asked asked) {
        return result instanceof SignInResult.WrongPassphrase && asked == SignInResult.Asked.PASSWORD;
    }

    private SignInResult judged(Known person, Passphrase typed, SignInResult otherwise) {
        SignInResult judged = signIn(person, typed.text(), KeyFolder::openForSignIn);
        boolean unheard = judged instanceof SignInResult.WrongPassword
                || judged instanceof SignInResult.NoNetwork
                || judged instanceof SignInResult.NotVastine
                || judged instanceof SignInResult.Untrusted
                || judged instanceof SignInResult.CertificateOutdated
                || judged instanceof SignInResult.ServerTrouble;
        return unheard ? otherwise : judged;
    }

    /**
     * Opens what somebody wrote here with the organisation's recovery file, after its key was lost; what the backend had sent
     * is downloaded anew.
     *
     * @param recoveryFile read once, never kept
     * @param chosen a passphrase to guard the keys from now on; absent for the key store
     */
    public SignInResult recover(Known person, Path recoveryFile, @Nullable Passphrase chosen) {
        try {
            RecoveryFile file = RecoveryFile.parse(Files.readString(recoveryFile));
            return resume(person, keysOf -> keysOf.recover(file, chosen));
        } catch (IOException | IllegalArgumentException notOne) {
            return new SignInResult.WrongRecoveryFile();
        }
    }

    private SignInResult resume(Known person, Unlocking unlocking) {
        if (!people.hasBegun(person)) {
            return new SignInResult.NobodyYet();
        }
        Transport transport = transports.apply(person.server());
        return orClosed(open(person, transport, unlocking, null), transport);
    }

    /** Who has signed in here, the latest first. */
    public List<Known> known() {
        return people.all();
    }

    /** The first sign-in: nothing is written before it succeeds. */
    private SignInResult register(Known person, Transport transport, Unlocking unlocking, String password) {
        try {
            SignIn.Answer answer =
                    transport.signIn(new SignIn.Request(person.user(), password, person.deviceName(), null, null));
            if (isClockWrong(answer)) {
                return new SignInResult.ClockWrong();
            }
            return opening(person, unlocking, (profile, keys, outbox, replica) -> {
                outbox.keepSetting(PERSON, answer.person().value());
                new Credentials(outbox, transport, json).take(answer);
                outbox.register(new Registration(answer.device(), answer.epoch()));
                var begun = begin(person, answer.person(), profile, keys, outbox, replica, transport);
                begun.session().signedIn(answer, password);
                return begun;
            });
        } catch (ExchangeFailed e) {
            return SignInTroubles.result(e.trouble(), clock.instant());
        }
    }

    /** Opens a profile that is there, signing in if there is a password. */
    private SignInResult open(Known person, Transport transport, Unlocking unlocking, @Nullable String password) {
        return opening(person, unlocking, (profile, keys, outbox, replica) -> {
            PersonId id = outbox.setting(PERSON).map(PersonId::new).orElse(null);
            if (id == null || outbox.registration().isEmpty()) {
                // The first sign-in ended half way: nothing was ever done here.
                return new SignInResult.NobodyYet();
            }
            SignInResult.SignedIn begun = begin(person, id, profile, keys, outbox, replica, transport);
            return password == null ? begun : signedInAgain(begun, password);
        });
    }

    private static SignInResult signedInAgain(SignInResult.SignedIn opened, String password) {
        SignInResult result = opened.session().signInAgain(password);
        return result instanceof SignInResult.SignedIn ? opened : result;
    }

    private SignInResult.SignedIn begin(
            Known known,
            PersonId person,
            Profile profile,
            GuardedKeys keys,
            Outbox outbox,
            ReplicaBeside beside,
            Transport transport) {
        Replica replica = beside.replica();
        boolean rebuilt = false;
        Desk desk;
        try {
            beside.await();
            desk = new Desk(outbox, replica, json, person, clock);
        } catch (ReplicaDamaged damaged) {
            LOG.warn("The replica is built anew: {}", damaged.getMessage());
            replica.reset();
            desk = new Desk(outbox, replica, json, person, clock);
            rebuilt = true;
        }
        var session = new Session(
                known,
                profile,
                keys,
                new Stores(outbox, replica),
                desk,
                person,
                transport,
                () -> transports.apply(known.server()),
                json,
                clock,
                random,
                new Colleagues(() -> others(known), this::leftBehind),
                () -> people.forget(known));
        return new SignInResult.SignedIn(session, rebuilt);
    }

    private List<Known> others(Known atWork) {
        Path own = people.profile(atWork);
        return people.all().stream()
                .filter(each -> !people.profile(each).equals(own) && people.hasBegun(each))
                .toList();
    }

    /** Begins to send what somebody has left waiting, if her keys open with nobody there. */
    private Optional<Unattended> leftBehind(Known other) {
        try {
            Profile profile = Profile.open(people.profile(other));
            Unattended begun = null;
            try {
                begun = profile.isWiped() ? null : leftBehind(other, profile);
                return Optional.ofNullable(begun);
            } finally {
                if (begun == null) {
                    profile.close();
                }
            }
        } catch (AlreadyOpen
                | PassphraseNeeded
                | KeyMissing
                | KeyUnreadable
                | KeyStoreSilent
                | StoreDamaged
                | SealBroken
                | DiskFull e) {
            LOG.info("What somebody else has left here waits until she is here: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private @Nullable Unattended leftBehind(Known other, Profile profile) {
        try (GuardedKeys keys = keyFolder(profile.folder()).open()) {
            Outbox outbox = HsqlOutbox.open(profile.outbox(), keys, json);
            Unattended begun = null;
            try {
                begun = leftBehind(other, profile, keys, outbox);
                return begun;
            } finally {
                if (begun == null) {
                    outbox.close();
                }
            }
        }
    }

    private @Nullable Unattended leftBehind(Known other, Profile profile, GuardedKeys keys, Outbox outbox) {
        PersonId person = outbox.setting(PERSON).map(PersonId::new).orElse(null);
        if (person == null || outbox.registration().isEmpty()) {
            return null;
        }
        // What could still be taken back when the program was ended is decided.
        outbox.ripen(Instant.MAX);
        Transport transport = transports.apply(other.server());
        return new Unattended(profile, keys, outbox, transport, json, person, clock, () -> people.forget(other))
                .start();
    }

    private interface Unlocking {
        GuardedKeys open(KeyFolder keys);
    }

    private interface Work {
        SignInResult with(Profile profile, GuardedKeys keys, Outbox outbox, ReplicaBeside replica);
    }

    /** Opens profile, keys and outbox for some work; what does not end in a session is closed again. */
    private SignInResult opening(Known person, Unlocking unlocking, Work work) {
        try {
            Profile profile = Profile.open(people.profile(person));
            if (profile.isWiped()) {
                // The program was ended while it wiped.
                profile.wipe();
                people.forget(person);
                return new SignInResult.Wiped();
            }
            SignInResult result = null;
            try {
                result = opening(person, profile, unlocking, work);
                if (result instanceof SignInResult.SignedIn opened) {
                    people.remember(person);
                    opened.session().start();
                }
                return result;
            } finally {
                if (!(result instanceof SignInResult.SignedIn)) {
                    profile.close();
                }
            }
        } catch (AlreadyOpen elsewhere) {
            return new SignInResult.OpenElsewhere(elsewhere.greeting());
        }
    }

    private SignInResult opening(Known person, Profile profile, Unlocking unlocking, Work work) {
        KeyFolder folder = keyFolder(profile.folder());
        return guarded(person, folder, () -> {
            GuardedKeys keys = unlocking.open(folder);
            var replica = new ReplicaBeside(profile, keys, json);
            SignInResult result = null;
            try {
                result = opening(profile, keys, replica, work);
                return result;
            } finally {
                if (!(result instanceof SignInResult.SignedIn)) {
                    replica.close();
                    keys.close();
                }
            }
        });
    }

    private SignInResult opening(Profile profile, GuardedKeys keys, ReplicaBeside replica, Work work) {
        Outbox outbox = HsqlOutbox.open(profile.outbox(), keys, json);
        SignInResult result = work.with(profile, keys, outbox, replica);
        if (!(result instanceof SignInResult.SignedIn)) {
            outbox.close();
        }
        return result;
    }

    private KeyFolder keyFolder(Path profile) {
        return new KeyFolder(profile.resolve("keys"), keyStore, wanted, json, clock);
    }

    /** Does what opens the keys, and says in a result what may stand in the way. */
    private static SignInResult guarded(Known person, KeyFolder folder, Supplier<SignInResult> opening) {
        try {
            return opening.get();
        } catch (PassphraseNeeded needed) {
            return switch (needed.what()) {
                case TO_CHOOSE -> new SignInResult.PassphraseToChoose(person);
                case TO_TYPE -> new SignInResult.Locked(person, SignInResult.Asked.PASSPHRASE);
                case TO_TYPE_PASSWORD -> new SignInResult.Locked(person, SignInResult.Asked.PASSWORD);
            };
        } catch (WrongPassphrase wrong) {
            return new SignInResult.WrongPassphrase(wrong.retryAt());
        } catch (TooManyTries tooMany) {
            return new SignInResult.Throttled(tooMany.retryAt());
        } catch (KeyStoreSilent silent) {
            LOG.warn("The key store does not answer", silent);
            return new SignInResult.KeyStoreSilent();
        } catch (KeyMissing | KeyUnreadable e) {
            LOG.error("The outbox cannot be opened: {}", e.getMessage());
            return new SignInResult.KeyLost(folder.isRecoverable() ? Optional.of(person) : Optional.empty());
        } catch (StoreDamaged | SealBroken e) {
            LOG.error("The outbox is damaged: {}", e.getMessage());
            return new SignInResult.OutboxDamaged();
        } catch (DiskFull e) {
            return new SignInResult.DiskFull();
        }
    }

    private boolean isClockWrong(SignIn.Answer answer) {
        Duration off = Duration.between(clock.instant(), answer.tokens().accessUntil());
        return off.abs().compareTo(CLOCK_TOLERANCE) > 0;
    }

    private static SignInResult orClosed(SignInResult result, Transport transport) {
        if (!(result instanceof SignInResult.SignedIn)) {
            transport.close();
        }
        return result;
    }
}
