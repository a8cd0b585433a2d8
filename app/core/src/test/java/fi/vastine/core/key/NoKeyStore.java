package fi.vastine.core.key;

import java.util.Optional;

/** Stands where the operating system has no store for secrets. */
public final class NoKeyStore implements KeyStore {

    @Override
    public Kind kind() {
        return Kind.NONE;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.empty();
    }

    @Override
    public void keep(String name, String secret) {
        throw new KeyStoreSilent("There is no key store to keep \"" + name + "\" in", null);
    }

    @Override
    public void forget(String name) {
        // Nothing was ever kept.
    }
}
