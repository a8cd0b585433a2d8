package fi.vastine.core.sync;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.sync.Trouble.Kind;

/**
 * Whether this laptop has to be registered anew, and how that is done, by itself or with a person who signs in.
 *
 * <p>That is so when the backend was restored from a backup, or when this laptop was and another uses its registration. What is
 * wanted survives the end of the program. Thread safe; one registers at a time.
 */
public final class Registering {
    private static final String WANTED = "register-anew";

    private final Outbox outbox;
    private final Transport transport;
    private final Credentials credentials;
    private final PersonId person;

    public Registering(Outbox outbox, Transport transport, Credentials credentials, PersonId person) {
        this.outbox = outbox;
        this.transport = transport;
        this.credentials = credentials;
        this.person = person;
    }

    boolean isWanted() {
        return outbox.setting(WANTED).isPresent();
    }

    void want() {
        outbox.keepSetting(WANTED, "yes");
    }

    /**
     * Becomes another device to the backend, with nobody at it.
     *
     * @throws ExchangeFailed with everything as before; {@code SESSION_ENDED} when only a person who signs in can help, as the
     *     session began after the backup that the backend was restored from, or was ended
     */
    synchronized void anew(Desk desk) throws ExchangeFailed {
        Registration held = outbox.registration().orElseThrow();
        // 1. That it is wanted is on disk.
        // 2. The backend gives a new device for the claim of this session, which neither a restore nor a copy spoils.
        // 3. What was not answered is numbered from 1 for the new device, with its ids; after a restore what was
        //    answered goes before it, once more.
        // 4. The replica is thrown away: its snapshots count the commands of the old device, or come from a future
        //    that never was.
        // 5. The new tokens and the new claim are kept.  6. Nothing is wanted any more.
        // A lost answer, or a crash before 6: all of it again, with the claim that was not used up. The device of the
        // first time sends nothing, and whatever is sent twice is known by its id and done once.
        SignIn.Answer answer = transport.registerAnew(new SignIn.Anew(held.device(), credentials.claim()));
        requireSame(answer.person());
        desk.register(new Registration(answer.device(), answer.epoch()));
        desk.resetReplica();
        credentials.take(answer);
        outbox.dropSetting(WANTED);
    }

    /**
     * Signs the person of a desk in again, on the device registered before or a new one.
     *
     * @return what the backend told of itself
     * @throws ExchangeFailed with everything as before
     */
    public synchronized SignIn.Answer signInAgain(Desk desk, String user, String password, String deviceName)
            throws ExchangeFailed {
        Registration held = outbox.registration().orElse(null);
        DeviceId before = held == null ? null : held.device();
        DeviceId known = isWanted() ? null : before;
        SignIn.Answer answer =
                transport.signIn(new SignIn.Request(user, password, deviceName, known, known == null ? before : null));
        requireSame(answer.person());
        boolean restored = held == null || !held.epoch().equals(answer.epoch());
        if (restored && answer.device().equals(known)) {
            // The backup knows the device, but not all that it had sent since.
            answer = transport.signIn(new SignIn.Request(user, password, deviceName, null, before));
        }
        if (restored || !answer.device().equals(known)) {
            // The numbers by which snapshots tell what of this device they hold are another device's now.
            desk.register(new Registration(answer.device(), answer.epoch()));
            desk.resetReplica();
        }
        credentials.take(answer);
        outbox.dropSetting(WANTED);
        return answer;
    }

    private void requireSame(PersonId answered) throws ExchangeFailed {
        if (!answered.equals(person)) {
            // The name has gone to another person, for whom what lies here is not.
            throw new ExchangeFailed(Trouble.of(Kind.FORBIDDEN));
        }
    }
}
