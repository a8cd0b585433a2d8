package fi.vastine.backend.identity;

import fi.vastine.backend.http.Authentication;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.store.SessionStore;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
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
    private final InstantSource clock;
    private final UuidSource ids;
    private final Predicate<PersonId> hasRole;
    private final Tokens tokens = new Tokens();

    /** @param hasRole whether a person may do anything here today */
    public Sessions(SessionStore store, InstantSource clock, UuidSource ids, Predicate<PersonId> hasRole) {
        this.hasRole = hasRole;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public SignedIn signedIn(String accessToken) {
        SessionStore.Access access = store.access(Tokens.hash(accessToken)).orElseThrow(HttpProblem::notSignedIn);
        if (!clock.instant().isBefore(access.validUntil())) {
            throw HttpProblem.tokenExpired();
        }
        return new SignedIn(access.person(), access.device(), access.session());
    }

    /** The device itself if it is registered here, else a new one. */
    DeviceId register(@Nullable DeviceId asked, String name) {
        if (asked != null && store.knows(asked)) {
            return asked;
        }
        DeviceId device = new DeviceId(ids.next());
        store.register(device, name, clock.instant());
        return device;
    }

    SignIn.Tokens begin(PersonId person, DeviceId device) {
        Instant now = now();
        String id = ids.next().toString();
        String refresh = tokens.next();
        String access = tokens.next();
        var session =
                new SessionStore.Session(id, device, person, Tokens.hash(refresh), null, refreshUntil(person, now));
        store.begin(session, Tokens.hash(access), now.plus(ACCESS), now);
        return new SignIn.Tokens(access, now.plus(ACCESS), id + "." + refresh);
    }

    SignIn.Tokens renew(SignIn.Renewal renewal) {
        Instant now = now();
        int dot = renewal.refresh().indexOf('.');
        if (dot < 0) {
            throw HttpProblem.sessionEnded();
        }
        SessionStore.Session session = store.find(renewal.refresh().substring(0, dot))
                .filter(each -> each.device().equals(renewal.device()) && now.isBefore(each.refreshUntil()))
                .orElseThrow(HttpProblem::sessionEnded);
        String shown = Tokens.hash(renewal.refresh().substring(dot + 1));
        if (!Tokens.same(shown, session.usedHash()) && !Tokens.same(shown, session.offeredHash())) {
            LOG.warn("A refresh token was shown that had been replaced; its session was ended.");
            store.end(session.id());
            throw HttpProblem.sessionEnded();
        }
        String refresh = tokens.next();
        String access = tokens.next();
        var renewed = new SessionStore.Session(
                session.id(),
                session.device(),
                session.person(),
                shown,
                Tokens.hash(refresh),
                refreshUntil(session, now));
        store.renew(renewed, Tokens.hash(access), now.plus(ACCESS), now);
        return new SignIn.Tokens(access, now.plus(ACCESS), session.id() + "." + refresh);
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
