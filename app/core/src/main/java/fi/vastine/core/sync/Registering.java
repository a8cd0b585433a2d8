package fi.vastine.core.sync;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.sync.Trouble.Kind;

/**
 * Whether this laptop has to be registered anew at the next sign-in, and the sign-in itself.
 *
 * <p>That is so when the backend was restored from a backup, or when this laptop was and another uses its registration. What is
 * wanted survives the end of the program. Thread safe.
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
     * Signs the person of a desk in again, on the device registered before or a new one.
     *
     * @return what the backend told of itself
     * @throws ExchangeFailed with everything as before
     */
    public SignIn.Answer signInAgain(Desk desk, String user, String password, String deviceName) throws ExchangeFailed {
        Registration held = outbox.registration().orElse(null);
        DeviceId known = held == null || isWanted() ? null : held.device();
        SignIn.Answer answer = transport.signIn(new SignIn.Request(user, password, deviceName, known));
        if (!answer.person().equals(person)) {
            // The name has gone to another person, for whom what lies here is not.
            throw new ExchangeFailed(Trouble.of(Kind.FORBIDDEN));
        }
        boolean restored = held == null || !held.epoch().equals(answer.epoch());
        if (restored && answer.device().equals(known)) {
            // The backup knows the device, but not all that it had sent since.
            answer = transport.signIn(new SignIn.Request(user, password, deviceName, null));
        }
        if (restored || !answer.device().equals(known)) {
            // The numbers by which snapshots tell what of this device they hold are another device's now.
            desk.register(new Registration(answer.device(), answer.epoch()));
            desk.resetReplica();
        }
        credentials.take(answer.tokens());
        outbox.dropSetting(WANTED);
        return answer;
    }
}
