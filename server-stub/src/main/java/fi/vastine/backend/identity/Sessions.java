package fi.vastine.backend.identity;

import fi.vastine.backend.http.Authentication;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.store.DeviceStore;
import fi.vastine.backend.store.SessionStore;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in where: short access tokens, and refresh tokens that change with each use. Thread-safe.
 *
 * <p>How a refresh token changes:
 *
 * <ol>
 *   <li>The device shows the token it holds and is offered a new one for it.
 *   <li>If that answer is lost, the device shows the old one again, and is offered another.
 *   <li>When it shows the one offered, that takes the place of the old one, which is good no more.
 *   <li>If one is shown that is neither, somebody holds a copy: the session ends, for both.
 *   <li>Unless it was given out in another epoch: then this database was restored from a backup and knows neither it nor
 *       those before it. The device registers anew with its claim, which does not change, and nobody has to sign in.
 *   <li>A session that began after the backup is not known at all: its person signs in.
 * </ol>
 */
public final class Sessions implements Authentication {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration ACCESS = Duration.ofMinutes(15);
    /** Longer than a summer's leave. */
    private static final Duration REFRESH = Duration.ofDays(60);
    /** For who may do nothing any more: time for her laptop to send what she wrote, and to hear that it is to forget. */
    private static final Duration REFRESH_WITHOUT_ROLE = Duration.ofDays(14);

    private final SessionStore store;
    private final DeviceStore devices;
    private final Blocks blocks;
    private final InstantSource clock;
    private final UuidSource ids;
    private final String epoch;
    private final Predicate<PersonId> hasRole;
    private final Tokens tokens = new Tokens();

    /**
     * Keeps sessions in the store.
     *
     * @param epoch the backend's, another one than before after a restored backup
     * @param hasRole whether a person may do anything here today
     */
    public Sessions(
            SessionStore store,
            DeviceStore devices,
            Blocks blocks,
            InstantSource clock,
            UuidSource ids,
            String epoch,
            Predicate<PersonId> hasRole) {
        this.hasRole = hasRole;
        this.store = store;
        this.devices = devices;
        this.blocks = blocks;
        this.clock = clock;
        this.ids = ids;
        this.epoch = epoch;
    }

    /** A session that has begun, with all that only its device gets to know. */
    record Begun(DeviceId device, PersonId person, SignIn.Tokens tokens, String claim, String orderKey) {}

    String epoch() {
        return epoch;
    }

    @Override
    public SignedIn signedIn(String accessToken) {
        SessionStore.Access access = store.access(Tokens.hash(accessToken)).orElseThrow(HttpProblem::notSignedIn);
        if (!clock.instant().isBefore(access.validUntil())) {
            throw HttpProblem.tokenExpired();
        }
        blocks.letPass(access.device());
        return new SignedIn(access.person(), access.device(), access.session());
    }

    /** The device itself if it is registered here, else a new one. */
    DeviceId register(SignIn.Request asked, String name) {
        Stream.of(asked.device(), asked.instead()).filter(Objects::nonNull).forEach(blocks::letPass);
        DeviceId known = asked.device();
        if (known != null && store.knows(known)) {
            return known;
        }
        DeviceId device = new DeviceId(ids.next());
        store.register(device, name, clock.instant());
        return device;
    }

    Begun begin(PersonId person, DeviceId device, @Nullable String program) {
        devices.contact(device, program, clock.instant());
        return begin(person, device, Claimed.NOTHING);
    }

    /** The session goes on as one of a new device. */
    Begun anew(SignIn.Anew asked, @Nullable String program) {
        blocks.letPass(asked.device());
        int dot = Math.max(0, asked.claim().indexOf('.'));
        SessionStore.Session claimed = store.find(asked.claim().substring(0, dot))
                .filter(each -> each.device().equals(asked.device()) && now().isBefore(each.refreshUntil()))
                .filter(each -> Tokens.same(Tokens.hash(asked.claim().substring(dot + 1)), each.claimHash()))
                .orElseThrow(HttpProblem::sessionEnded);
        DeviceId device = new DeviceId(ids.next());
        store.register(device, store.nameOf(claimed.device()), clock.instant());
        LOG.atInfo()
                .addKeyValue("device", claimed.device())
                .addKeyValue("anew", device)
                .log("registered anew");
        devices.replaced(claimed.device(), claimed.id(), device);
        devices.contact(device, program, clock.instant());
        return begin(claimed.person(), device, new Claimed(claimed));
    }

    /** The session that another goes on from, if it does. */
    private record Claimed(SessionStore.@Nullable Session session) {
        static final Claimed NOTHING = new Claimed(null);
    }

    private Begun begin(PersonId person, DeviceId device, Claimed claimed) {
        Instant now = now();
        String id = ids.next().toString();
        String refresh = tokens.next();
        String access = tokens.next();
        String claim = tokens.next();
        SessionStore.Session before = claimed.session();
        var session = new SessionStore.Session(
                id,
                device,
                person,
                Tokens.hash(refresh),
                null,
                before == null ? refreshUntil(person, now) : refreshUntil(before, now),
                Tokens.hash(claim),
                before == null ? null : before.id());
        store.begin(session, Tokens.hash(access), now.plus(ACCESS), now);
        var given = new SignIn.Tokens(access, now.plus(ACCESS), refresh(id, refresh));
        return new Begun(device, person, given, id + "." + claim, blocks.orderKey());
    }

    private String refresh(String session, String secret) {
        return session + "." + epoch + "." + secret;
    }

    SignIn.Tokens renew(SignIn.Renewal renewal, @Nullable String program) {
        blocks.letPass(renewal.device());
        Instant now = now();
        String[] parts = renewal.refresh().split("\\.", -1);
        if (parts.length != 3) {
            throw HttpProblem.sessionEnded();
        }
        SessionStore.Session session = store.find(parts[0])
                .filter(each -> each.device().equals(renewal.device()) && now.isBefore(each.refreshUntil()))
                .orElseThrow(HttpProblem::sessionEnded);
        String shown = Tokens.hash(parts[2]);
        if (!Tokens.same(shown, session.usedHash()) && !Tokens.same(shown, session.offeredHash())) {
            if (!parts[1].equals(epoch)) {
                throw HttpProblem.restored();
            }
            LOG.warn("A refresh token was shown that had been replaced; its session was ended.");
            store.end(session.id());
            throw HttpProblem.sessionEnded();
        }
        String refresh = tokens.next();
        String access = tokens.next();
        store.renew(
                session.offered(shown, Tokens.hash(refresh), refreshUntil(session, now)),
                Tokens.hash(access),
                now.plus(ACCESS),
                now);
        devices.contact(session.device(), program, now);
        return new SignIn.Tokens(access, now.plus(ACCESS), refresh(session.id(), refresh));
    }

    private Instant refreshUntil(PersonId person, Instant now) {
        return now.plus(hasRole.test(person) ? REFRESH : REFRESH_WITHOUT_ROLE);
    }

    /** A session of somebody without a role is never made longer. */
    private Instant refreshUntil(SessionStore.Session session, Instant now) {
        Instant until = refreshUntil(session.person(), now);
        return hasRole.test(session.person()) || until.isBefore(session.refreshUntil())
                ? until
                : session.refreshUntil();
    }

    void end(SignedIn who) {
        store.end(who.session());
    }

    void endOthers(SignedIn who) {
        store.endOthers(who.person(), who.session());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
