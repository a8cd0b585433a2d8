package fi.vastine.simulation.seeds;

import fi.vastine.core.key.KeyHolder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that outlive every crash of their laptop; how they are guarded is tested elsewhere. */
final class KeptKeys implements KeyHolder {
    private static final int BYTES = 32;

    private final Map<String, SecretKey> keys = new HashMap<>();

    @Override
    public SecretKey create(String name) {
        var key = new SecretKeySpec(new byte[BYTES], "AES");
        keys.put(name, key);
        return key;
    }

    @Override
    public Optional<SecretKey> load(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    void destroyAll() {
        keys.clear();
    }

    @Override
    public void destroy(String name) {
        keys.remove(name);
    }
}
