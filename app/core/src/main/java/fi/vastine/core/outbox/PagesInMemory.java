package fi.vastine.core.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Pages that end with the program. */
final class PagesInMemory implements PageFiles {
    private final Map<String, byte[]> files = new HashMap<>();

    PagesInMemory() {}

    PagesInMemory(PagesInMemory from) {
        files.putAll(from.files);
    }

    @Override
    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        files.forEach((name, content) -> all.put(name, (long) content.length));
        return all;
    }

    @Override
    public void write(String name, byte[] content) {
        files.put(name, content.clone());
    }

    @Override
    public byte[] read(String name) {
        return Objects.requireNonNull(files.get(name)).clone();
    }

    @Override
    public void rename(String from, String to) {
        files.put(to, Objects.requireNonNull(files.remove(from)));
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }
}
