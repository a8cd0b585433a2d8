package fi.vastine.core.sync;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.contract.wire.WipeOrder;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.sync.Trouble.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this laptop shows to be let in, kept in the outbox and renewed when it has run out.
 *
 * <p>One renewal at a time: a thread that comes second uses what the first one brought. New tokens are on disk before they are
 * used; until then the backend still takes the old ones. Thread safe.
 */
public final class Credentials {
    private static final String TOKENS = "tokens";
    private static final String CLAIM = "claim";
    private static final String ORDER_KEY = "order-key";

    private final Outbox outbox;
    private final Transport transport;
    private final Json json;
    private SignIn.@Nullable Tokens tokens;

    public Credentials(Outbox outbox, Transport transport, Json json) {
        this.outbox = outbox;
        this.transport = transport;
        this.json = json;
        this.tokens = outbox.setting(TOKENS)
                .map(text -> json.read(text, SignIn.Tokens.class))
                .orElse(null);
    }

    /** Takes up what a sign-in brought; the key of orders is the one met first, and no other ever takes its place. */
    public synchronized void take(SignIn.Answer signedIn) {
        if (outbox.setting(ORDER_KEY).isEmpty()) {
            outbox.keepSetting(ORDER_KEY, signedIn.orderKey());
        }
        outbox.keepSetting(CLAIM, signedIn.claim());
        take(signedIn.tokens());
    }

    private void take(SignIn.Tokens fresh) {
        outbox.keepSetting(TOKENS, json.write(fresh));
        tokens = fresh;
    }

    /** Forgets the tokens: nothing is exchanged until somebody signs in. */
    public synchronized void forget() {
        outbox.dropSetting(CLAIM);
        outbox.dropSetting(TOKENS);
        tokens = null;
    }

    /** What is shown to register anew. */
    String claim() throws ExchangeFailed {
        return outbox.setting(CLAIM).orElseThrow(Credentials::signedOut);
    }

    /** Whether it came with an order to wipe that names this laptop and is signed with the key met first. */
    boolean isOrderToWipe(Trouble trouble) {
        WipeOrder order = trouble.order();
        return trouble.kind() == Kind.DEVICE_BLOCKED
                && order != null
                && outbox.registration()
                        .filter(held -> held.device().equals(order.device()))
                        .isPresent()
                && outbox.setting(ORDER_KEY).filter(order::isSignedBy).isPresent();
    }

    public synchronized boolean held() {
        return tokens != null;
    }

    /** An exchange that shows a token. */
    interface Exchange<T> {
        T with(String access) throws ExchangeFailed;
    }

    /** Makes an exchange, once more if the token had run out. */
    <T> T exchange(Exchange<T> exchange) throws ExchangeFailed {
        String access = access();
        try {
            return exchange.with(access);
        } catch (ExchangeFailed e) {
            if (e.trouble().kind() != Kind.TOKEN_EXPIRED) {
                throw e;
            }
        }
        return exchange.with(renewed(access));
    }

    private synchronized String access() throws ExchangeFailed {
        return signedIn().access();
    }

    private synchronized String renewed(String used) throws ExchangeFailed {
        SignIn.Tokens held = signedIn();
        if (held.access().equals(used)) {
            DeviceId device = outbox.registration().map(Registration::device).orElseThrow(Credentials::signedOut);
            try {
                take(transport.renew(new SignIn.Renewal(device, held.refresh())));
            } catch (ExchangeFailed e) {
                throw e.trouble().kind() == Kind.TOKEN_EXPIRED ? signedOut() : e;
            }
        }
        return signedIn().access();
    }

    private SignIn.Tokens signedIn() throws ExchangeFailed {
        return Optional.ofNullable(tokens).orElseThrow(Credentials::signedOut);
    }

    private static ExchangeFailed signedOut() {
        return new ExchangeFailed(Trouble.of(Kind.SESSION_ENDED));
    }
}
