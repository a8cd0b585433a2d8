package fi.vastine.backend.identity;

import fi.vastine.backend.http.Body;
import fi.vastine.backend.http.ClientAddress;
import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.recovery.RecoveryKey;
import fi.vastine.contract.wire.SignIn;
import io.javalin.http.Context;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/sign-in}, {@code /v1/token}, {@code /v1/device}, {@code /v1/sign-out} and {@code /v1/password}. */
public final class SignInEndpoints implements Endpoints {
    private static final int MOST_BYTES = 4096;
    private static final int LONGEST_DEVICE_NAME = 64;

    private final Accounts accounts;
    private final Sessions sessions;
    private final ClientAddress addresses;
    private final ToLongFunction<DeviceId> lastSeq;
    private final @Nullable RecoveryKey recoveryKey;

    /**
     * Serves these accounts and sessions.
     *
     * @param lastSeq the last command sequence number the backend has of a device; 0 for none
     * @param recoveryKey with which laptops lock the keys of their outboxes for the organisation; absent if it has none
     */
    public SignInEndpoints(
            Accounts accounts,
            Sessions sessions,
            ClientAddress addresses,
            ToLongFunction<DeviceId> lastSeq,
            @Nullable RecoveryKey recoveryKey) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.addresses = addresses;
        this.lastSeq = lastSeq;
        this.recoveryKey = recoveryKey;
    }

    private record PasswordChange(
            @Nullable String old, @Nullable String next) {}

    @Override
    public void addTo(Routes routes) {
        routes.postOpen("/v1/sign-in", MOST_BYTES, this::signIn);
        routes.postOpen("/v1/token", MOST_BYTES, (request, body) -> {
            SignIn.Renewal renewal = body.as(SignIn.Renewal.class);
            given("/device", renewal.device());
            given("/refresh", renewal.refresh());
            request.json(sessions.renew(renewal, program(request)));
        });
        routes.postOpen("/v1/device", MOST_BYTES, this::registerAnew);
        routes.post("/v1/sign-out", MOST_BYTES, (request, who, body) -> {
            sessions.end(who);
            request.status(204);
        });
        routes.post("/v1/password", MOST_BYTES, this::changePassword);
    }

    private void signIn(Context request, Body body) {
        SignIn.Request asked = body.as(SignIn.Request.class);
        given("/user", asked.user());
        given("/password", asked.password());
        String deviceName = given("/deviceName", asked.deviceName()).strip();
        if (deviceName.isEmpty()
                || deviceName.length() > LONGEST_DEVICE_NAME
                || deviceName.codePoints().anyMatch(Character::isISOControl)) {
            // It is shown at a terminal to whoever runs the backend.
            throw HttpProblem.invalid("/deviceName", "A device's name has 1 to 64 characters that can be seen.");
        }
        PersonId person = accounts.check(asked.user(), asked.password(), addresses.of(request), asked.device());
        DeviceId device = sessions.register(asked, deviceName);
        accounts.signedIn(person, device);
        request.json(answer(sessions.begin(person, device, program(request))));
    }

    private void registerAnew(Context request, Body body) {
        SignIn.Anew asked = body.as(SignIn.Anew.class);
        given("/device", asked.device());
        given("/claim", asked.claim());
        request.json(answer(sessions.anew(asked, program(request))));
    }

    /** What the program calls itself, such as {@code Vastine/1.0}; cut to what is kept. */
    private static @Nullable String program(Context request) {
        String said = Routes.header(request, "User-Agent");
        return said == null ? null : said.substring(0, Math.min(LONGEST_DEVICE_NAME, said.length()));
    }

    private SignIn.Answer answer(Sessions.Begun begun) {
        long seq = lastSeq.applyAsLong(begun.device());
        return new SignIn.Answer(
                begun.device(),
                begun.person(),
                begun.tokens(),
                sessions.epoch(),
                seq,
                begun.claim(),
                begun.orderKey(),
                recoveryKey == null ? null : recoveryKey.text());
    }

    private void changePassword(Context request, SignedIn who, Body body) {
        PasswordChange change = body.as(PasswordChange.class);
        String old = given("/old", change.old());
        accounts.change(who, old, given("/next", change.next()), addresses.of(request));
        sessions.endOthers(who);
        request.status(204);
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw HttpProblem.invalid(field, "It is needed.");
        }
        return value;
    }
}
