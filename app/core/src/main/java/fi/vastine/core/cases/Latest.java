package fi.vastine.core.cases;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A value that changes, and those who want to know.
 *
 * <p>Setting and telling are two steps, so that nobody is called while a lock is held. Listeners are called one after the other,
 * each with the newest value; what came between may be missed. Thread safe.
 */
public final class Latest<T> {
    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
    private final Object telling = new Object();
    private final AtomicLong version = new AtomicLong();
    private volatile T value;
    private long told;

    public Latest(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }

    public void set(T next) {
        value = next;
        version.incrementAndGet();
    }

    /** Tells the value to all, unless none was set since. */
    public void tell() {
        synchronized (telling) {
            long newest = version.get();
            if (newest != told) {
                told = newest;
                T now = value;
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
