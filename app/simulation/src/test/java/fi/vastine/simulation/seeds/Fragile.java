package fi.vastine.simulation.seeds;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Counts what is written to a laptop's stores, and crashes before or after one of the writes. */
final class Fragile {
    /** Methods that only read. */
    private static final Set<String> READING = Set.of(
            "registration",
            "lastSeq",
            "intentions",
            "entries",
            "draft",
            "drafts",
            "setting",
            "reads",
            "cursors",
            "heads",
            "snapshot",
            "documents",
            "checksums",
            "close");

    private final Map<String, Integer> times = new HashMap<>();
    private int writes;
    private int crashAt;
    private When when = When.BEFORE;

    /** Whether a write is done when the crash comes. */
    enum When {
        BEFORE,
        AFTER
    }

    /**
     * Crashes at a write to come.
     *
     * @param nth 1 for the next one
     */
    void crashAt(int nth, When before) {
        crashAt = writes + nth;
        when = before;
    }

    /** How often something was written by this method. */
    int times(String method) {
        return times.getOrDefault(method, 0);
    }

    void calm() {
        crashAt = 0;
    }

    /** The store, with a write that may crash. */
    <T> T around(Class<T> type, T store) {
        return type.cast(Proxy.newProxyInstance(
                Fragile.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean writing = !READING.contains(method.getName());
                    if (writing) {
                        writes++;
                        times.merge(method.getName(), 1, Integer::sum);
                        crashIf(When.BEFORE, method.getName());
                    }
                    Object result;
                    try {
                        result = method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (writing) {
                        crashIf(When.AFTER, method.getName());
                    }
                    return result;
                }));
    }

    private void crashIf(When now, String where) {
        if (writes == crashAt && when == now) {
            crashAt = 0;
            throw new Crash(now.name().toLowerCase(Locale.ROOT) + " " + where);
        }
    }
}
