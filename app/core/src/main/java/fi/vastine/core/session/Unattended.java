package fi.vastine.core.session;

import fi.vastine.contract.id.PersonId;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.sync.PushOnly;
import fi.vastine.core.sync.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/**
 * What goes on behind a locked screen: what the person had decided is sent, nothing is fetched, nothing can be read.
 *
 * <p>The cases and the keys are gone. Only while something waits to be sent does the outbox stay open, with its own key and the
 * tokens; once all is sent it is closed too. The profile stays this program's. Thread safe.
 */
public final class Unattended implements AutoCloseable {
    private static final Duration LONG = Duration.ofHours(1);

    private final Profile profile;
    private final Outbox outbox;
    private final Transport transport;
    private final PushOnly push;
    private final Loop loop = new Loop("locked");
    private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();

    /** Guarded by this object's monitor. */
    private boolean outboxClosed;

    private boolean closed;
    private volatile int waiting;

    /** Takes over what is open: it is closed with this, or earlier. */
    Unattended(Profile profile, Outbox outbox, Transport transport, Json json, PersonId person, InstantSource clock) {
        this.profile = profile;
        this.outbox = outbox;
        this.transport = transport;
        this.push = new PushOnly(outbox, transport, json, person, clock);
        this.waiting = push.waiting();
    }

    Unattended start() {
        loop.start(this::step);
        return this;
    }

    /** How much waits to be sent, now and whenever that changes; called on a thread of core's. */
    public void onWaiting(IntConsumer listener) {
        listeners.add(listener);
        listener.accept(waiting);
    }

    /** Whether something is still being sent. */
    public synchronized boolean isSending() {
        return !outboxClosed;
    }

    private Duration step() {
        Duration next = push.step();
        waiting = push.waiting();
        listeners.forEach(each -> each.accept(waiting));
        if (push.isOver()) {
            closeOutbox();
            return LONG;
        }
        return next;
    }

    private synchronized void closeOutbox() {
        if (!outboxClosed) {
            outboxClosed = true;
            outbox.close();
        }
    }

    /** Ends sending and lets the profile go, so that it can be opened again; closing twice does no harm. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        transport.close();
        loop.close();
        closeOutbox();
        profile.close();
    }
}
