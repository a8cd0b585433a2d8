package fi.vastine.core.cases;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value that changes, and those who want to know.
 *
 * <p>Setting and telling are two steps, so that nobody is called while a lock is held. Listeners are called one after the other,
 * each with the newest value; what came between may be missed. Thread safe.
 */
public final class Latest<T> {
    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
    private final Object telling = new Object();
    private volatile T value;
    private @Nullable T told;

    public Latest(T value) {
        this.value = value;
        this.told = value;
    }

    public T value() {
        return value;
    }

    public void set(T next) {
        value = next;
    }

    /** Tells the value to all, unless it is the one they know. */
    public void tell() {
        synchronized (telling) {
            T now = value;
            if (now != told) {
                told = now;
                listeners.forEach(listener -> listener.accept(now));
            }
        }
    }

    /** Tells the value now and from now on; running what is returned ends that. */
    public Runnable listen(Consumer<T> listener) {
        synchronized (telling) {
            listeners.add(listener);
            listener.accept(value);
        }
        return () -> listeners.remove(listener);
    }
}
