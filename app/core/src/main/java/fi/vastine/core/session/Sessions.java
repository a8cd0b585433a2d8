package fi.vastine.core.session;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.recovery.RecoveryFile;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.http.Network;
import fi.vastine.core.http.OkHttpTransport;
import fi.vastine.core.http.Patience;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.replica.Replica;
import fi.vastine.core.replica.ReplicaDamaged;
import fi.vastine.core.sync.Credentials;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens sessions: one folder a person and backend, so that several people can share a laptop.
 *
 * <p>Thread safe. All methods block for the disk, signing in for the network too.
 */
public final class Sessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** Fresh tokens end within the hour; a clock that puts their end further off is wrong. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(12);

    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private final Json json = new Json();
    private final People people;
    private final Function<ServerAddress, Transport> transports;
    private final PinRule pins;
    private final Opening opening;
    private final LeftBehind leftBehind;
    private final Away away;

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
        this(folder, clock, keyStore, wanted, PinRule.ALLOWED);
    }

    /** The same, where the organisation says whether a PIN may open a locked screen. */
    public Sessions(Path folder, InstantSource clock, KeyStore keyStore, Guard wanted, PinRule pins) {
        this(folder, clock, keyStore, wanted, pins, Network.ofTheSystem(), Patience.USUAL);
    }

    /**
     * The same, over a network of one's own.
     *
     * @param patience with slow or silent backends
     */
    public Sessions(
            Path folder,
            InstantSource clock,
            KeyStore keyStore,
            Guard wanted,
            PinRule pins,
            Network network,
            Patience patience) {
        this.people = new People(folder, json);
        this.clock = clock;
        this.pins = pins;
        this.transports = address -> new OkHttpTransport(address.uri(), json, network, patience);
        this.opening = new Opening(people, keyStore, wanted, pins, json, clock);
        this.leftBehind = new LeftBehind(people, opening, transports, json, clock);
        this.away = new Away(people);
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

    private SignInResult signIn(Known person, String password, Opening.Unlocking unlocking) {
        away.end(person);
        Transport transport = transports.apply(person.server());
        SignInResult result =
                people.hasBegun(person) ? open(person, transport, unlocking, password) : new SignInResult.NobodyYet();
        if (result instanceof SignInResult.NobodyYet) {
            // Also where the first sign-in ended half way.
            result = register(person, transport, unlocking, password);
        }
        return orClosed(result, transport);
    }

    /**
     * Goes on as the person who was last at work here, without a password and without a network; but where several people work,
     * whoever it is has to show it.
     */
    public SignInResult resume() {
        if (people.begun().size() > 1) {
            return new SignInResult.Shared();
        }
        return people.all().stream().findFirst().map(this::resume).orElseGet(SignInResult.NobodyYet::new);
    }

    /** The same on a thread of its own, for a start that has other things to do meanwhile. Does not block. */
    public CompletableFuture<SignInResult> resuming() {
        return CompletableFuture.supplyAsync(
                this::resume,
                task -> Thread.ofPlatform().name("resume").daemon().start(task));
    }

    /** Goes on as somebody who has signed in here before. */
    public SignInResult resume(Known person) {
        return resume(person, KeyFolder::open);
    }

    /** Goes on as somebody who had to choose a passphrase to guard the keys. */
    public SignInResult resume(Known person, Passphrase chosen) {
        away.end(person);
        return resume(person, keysOf -> keysOf.choose(chosen));
    }

    /**
     * Goes on as somebody who has shown with what was typed who she is; what is sent behind her locked screen goes on until then.
     *
     * @param asked what was typed
     */
    public SignInResult unlock(Known person, Passphrase typed, SignInResult.Asked asked) {
        if (asked == SignInResult.Asked.PIN && pins == PinRule.OFF) {
            return new SignInResult.WrongPin(0);
        }
        Unattended locked = away.of(person).orElse(null);
        if (locked != null) {
            return unlock(person, typed, asked, locked);
        }
        SignInResult result = resume(person, Opening.with(typed, asked));
        return mayBeChanged(result, asked) ? judged(person, typed, result) : result;
    }

    private SignInResult unlock(Known person, Passphrase typed, SignInResult.Asked asked, Unattended locked) {
        if (locked.isWiped()) {
            away.end(person);
            return new SignInResult.Wiped();
        }
        SignInResult result = opening.keysOf(person, folder -> {
            GuardedKeys keys = Opening.with(typed, asked).open(folder);
            away.end(person);
            return resume(person, ignored -> keys);
        });
        if (mayBeChanged(result, asked) && !locked.isSending()) {
            // Where something still waits to be sent there is no network either, and sending must not end for a typing
            // error.
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
                || judged instanceof SignInResult.ProxySignIn
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
            away.end(person);
            return resume(person, keysOf -> keysOf.recover(file, chosen));
        } catch (IOException | IllegalArgumentException notOne) {
            return new SignInResult.WrongRecoveryFile();
        }
    }

    private SignInResult resume(Known person, Opening.Unlocking unlocking) {
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

    /** Those who have worked on this laptop, the latest first. */
    public List<Sharer> sharers() {
        return people.begun().stream()
                .map(each -> new Sharer(each, people.name(each), opening.asked(each)))
                .toList();
    }

    /** What sends the rest for somebody whose screen was locked while the program runs; empty where nothing does. */
    public Optional<Unattended> sendingFor(Known person) {
        return away.of(person);
    }

    /** Ends what is sent for those who are away; a session is closed by whoever holds it. */
    @Override
    public void close() {
        away.close();
    }

    /** The first sign-in: nothing is written before it succeeds. */
    private SignInResult register(Known person, Transport transport, Opening.Unlocking unlocking, String password) {
        try {
            SignIn.Answer answer =
                    transport.signIn(new SignIn.Request(person.user(), password, person.deviceName(), null, null));
            if (isClockWrong(answer)) {
                return new SignInResult.ClockWrong();
            }
            return opening.of(person, unlocking, (profile, keys, outbox, replica) -> {
                Opening.belongsTo(answer.person(), outbox);
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
    private SignInResult open(
            Known person, Transport transport, Opening.Unlocking unlocking, @Nullable String password) {
        return opening.of(person, unlocking, (profile, keys, outbox, replica) -> {
            PersonId id = Opening.owner(outbox).orElse(null);
            if (id == null) {
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
                new Colleagues(known, people, leftBehind, away),
                () -> people.forget(known));
        return new SignInResult.SignedIn(session, rebuilt);
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
