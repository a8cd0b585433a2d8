package fi.vastine.core.sync;

import fi.vastine.contract.id.PersonId;
import fi.vastine.core.cases.Entered;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.DiskFull;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in an outbox with nothing else open: for a locked laptop on which a promised reply must not wait for its owner.
 *
 * <p>Fetches nothing. Belongs to one thread.
 */
public final class PushOnly {
    private static final Logger LOG = LoggerFactory.getLogger(PushOnly.class);

    private final Outbox outbox;
    private final Pushing pushing;
    private final PageSending pages;
    private int failures;
    private final Credentials credentials;
    private boolean over;
    private boolean wipeOrdered;

    public PushOnly(Outbox outbox, Transport transport, Json json, PersonId person, InstantSource clock) {
        this.outbox = outbox;
        this.credentials = new Credentials(outbox, transport, json);
        this.pushing = new Pushing(
                outcomes -> {
                    outbox.settle(outcomes, clock.instant());
                    Entered.forget(outbox);
                },
                outbox,
                transport,
                credentials,
                new Registering(outbox, transport, credentials, person));
        this.pages = new PageSending(outbox, transport, credentials);
    }

    /** How much waits. */
    public int waiting() {
        return (int) outbox.entries().stream().filter(Entry::unsettled).count()
                + outbox.pages().ready().size();
    }

    /** Whether there is nothing more to be done without the person: all is sent, or the backend wants her to sign in. */
    public boolean isOver() {
        return over;
    }

    /** Whether an administrator's true order to wipe what is here has come. */
    public boolean isWipeOrdered() {
        return wipeOrdered;
    }

    /** Tries to send a batch; how long until the next try. */
    public Duration step() {
        try {
            over = !pushing.once() && !pages.once();
            failures = 0;
            return Duration.ZERO;
        } catch (ExchangeFailed e) {
            LOG.debug("Sending failed behind the locked screen", e);
            wipeOrdered = credentials.isOrderToWipe(e.trouble());
            switch (e.trouble().kind()) {
                case SESSION_ENDED, TOKEN_EXPIRED, TOO_OLD, DEVICE_BLOCKED, FORBIDDEN -> over = true;
                default -> {}
            }
            Duration asked = e.trouble().retryAfter();
            return asked == null ? Due.backoff(failures++) : asked;
        } catch (DiskFull full) {
            LOG.warn("The disk is full: what was to be sent behind the locked screen waits");
            return Due.backoff(failures++);
        }
    }
}
