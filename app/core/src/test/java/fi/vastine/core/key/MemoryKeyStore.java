package fi.vastine.core.key;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A key store as an operating system might have it, with what can happen to one. */
public final class MemoryKeyStore implements KeyStore {
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private volatile boolean silent;

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public Optional<String> find(String name) {
        requireVoice();
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void keep(String name, String secret) {
        requireVoice();
        secrets.put(name, secret);
    }

    @Override
    public void forget(String name) {
        requireVoice();
        secrets.remove(name);
    }

    /** All it keeps. */
    public Map<String, String> secrets() {
        return secrets;
    }

    /** Answers nobody any more, as after a service has died or its owner has not opened it. */
    public void fallSilent() {
        silent = true;
    }

    private void requireVoice() {
        if (silent) {
            throw new KeyStoreSilent("It does not answer", null);
        }
    }
}
