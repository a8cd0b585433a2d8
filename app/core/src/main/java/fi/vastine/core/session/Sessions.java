package fi.vastine.core.session;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.http.OkHttpTransport;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.key.KeyUnreadable;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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

    /** Keeps profiles under a folder of the user's own, which is made when first needed. */
    public Sessions(Path folder, InstantSource clock) {
        this.people = new People(folder, json);
        this.clock = clock;
        this.transports = address -> new OkHttpTransport(address.uri(), json);
    }

    /**
     * Signs in over the network.
     *
     * @param deviceName what an administrator will call this laptop, 1 to 64 characters
     */
    public SignInResult signIn(ServerAddress server, String user, String password, String deviceName) {
        var person = new Known(server, user, deviceName);
        Transport transport = transports.apply(server);
        SignInResult result = Files.exists(people.profile(person))
                ? open(person, transport, password)
                : register(person, transport, password);
        return orClosed(result, transport);
    }

    /** Goes on as the person who was last at work here, without a password and without a network. */
    public SignInResult resume() {
        return people.all().stream().findFirst().map(this::resume).orElseGet(SignInResult.NobodyYet::new);
    }

    /** Goes on as somebody who has signed in here before. */
    public SignInResult resume(Known person) {
        if (!Files.exists(people.profile(person))) {
            return new SignInResult.NobodyYet();
        }
        Transport transport = transports.apply(person.server());
        return orClosed(open(person, transport, null), transport);
    }

    /** Who has signed in here, the latest first. */
    public List<Known> known() {
        return people.all();
    }

    /** The first sign-in: nothing is written before it succeeds. */
    private SignInResult register(Known person, Transport transport, String password) {
        try {
            SignIn.Answer answer =
                    transport.signIn(new SignIn.Request(person.user(), password, person.deviceName(), null));
            if (isClockWrong(answer)) {
                return new SignInResult.ClockWrong();
            }
            return opening(person, (profile, outbox, replica) -> {
                outbox.keepSetting(PERSON, answer.person().value());
                new Credentials(outbox, transport, json).take(answer.tokens());
                outbox.register(new Registration(answer.device(), answer.epoch()));
                return begin(person, answer.person(), profile, outbox, replica, transport);
            });
        } catch (ExchangeFailed e) {
            return SignInTroubles.result(e.trouble(), clock.instant());
        }
    }

    /** Opens a profile that is there, signing in if there is a password. */
    private SignInResult open(Known person, Transport transport, @Nullable String password) {
        return opening(person, (profile, outbox, replica) -> {
            PersonId id = outbox.setting(PERSON).map(PersonId::new).orElse(null);
            if (id == null || outbox.registration().isEmpty()) {
                // The first sign-in ended half way: nothing was ever done here.
                return new SignInResult.NobodyYet();
            }
            SignInResult begun = begin(person, id, profile, outbox, replica, transport);
            return password != null && begun instanceof SignInResult.SignedIn opened
                    ? signedInAgain(opened, password)
                    : begun;
        });
    }

    private static SignInResult signedInAgain(SignInResult.SignedIn opened, String password) {
        SignInResult result = opened.session().signInAgain(password);
        return result instanceof SignInResult.SignedIn ? opened : result;
    }

    private SignInResult begin(
            Known known, PersonId person, Profile profile, Outbox outbox, ReplicaBeside beside, Transport transport) {
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
        var session =
                new Session(known, profile, new Stores(outbox, replica), desk, person, transport, json, clock, random);
        return new SignInResult.SignedIn(session, rebuilt);
    }

    private interface Work {
        SignInResult with(Profile profile, Outbox outbox, ReplicaBeside replica);
    }

    /** Opens profile and outbox for some work; what does not end in a session is closed again. */
    private SignInResult opening(Known person, Work work) {
        try {
            Profile profile = Profile.open(people.profile(person));
            SignInResult result = opening(profile, work);
            if (result instanceof SignInResult.SignedIn opened) {
                people.remember(person);
                opened.session().start();
            } else {
                profile.close();
            }
            return result;
        } catch (AlreadyOpen elsewhere) {
            return new SignInResult.OpenElsewhere(elsewhere.greeting());
        }
    }

    private SignInResult opening(Profile profile, Work work) {
        var replica = new ReplicaBeside(profile, json);
        SignInResult result = opening(profile, replica, work);
        if (!(result instanceof SignInResult.SignedIn)) {
            replica.close();
        }
        return result;
    }

    private SignInResult opening(Profile profile, ReplicaBeside replica, Work work) {
        try {
            Outbox outbox = HsqlOutbox.open(profile.outbox(), new FileKeyHolder(profile.keys()), json);
            SignInResult result = work.with(profile, outbox, replica);
            if (!(result instanceof SignInResult.SignedIn)) {
                outbox.close();
            }
            return result;
        } catch (KeyMissing | KeyUnreadable e) {
            LOG.error("The outbox cannot be opened: {}", e.getMessage());
            return new SignInResult.KeyLost();
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
