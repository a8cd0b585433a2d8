package fi.vastine.backend.feed;

import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.store.Committed;
import fi.vastine.backend.store.FeedStore;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.News;
import fi.vastine.contract.wire.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Desktops that wait for news; thousands of them cost memory only. A commit wakes those whose units it touched, without a
 * question to the database. Thread safe.
 *
 * <p>Nobody sleeps through a change: one who comes enters the lists first and looks at the newest numbers then; a commit
 * raises the numbers first and looks at the lists then.
 */
public final class Waiting implements AutoCloseable {
    private final Directory directory;
    private final Map<UnitId, Long> newest = new ConcurrentHashMap<>();
    private final Map<UnitId, Set<Desktop>> byUnit = new ConcurrentHashMap<>();
    private final Set<Desktop> all = ConcurrentHashMap.newKeySet();
    private volatile long newestReference;
    private volatile boolean closed;

    public Waiting(Directory directory, FeedStore store) {
        this.directory = directory;
        this.newest.putAll(store.newestByUnit());
        this.newestReference = store.newestReference();
    }

    /** A commit was made; called on the writer's thread. */
    public void announce(Committed committed) {
        committed.units().forEach((unit, changeNo) -> newest.merge(unit, changeNo, Math::max));
        if (committed.reference() > 0) {
            newestReference = Math.max(newestReference, committed.reference());
            all.forEach(this::wakeIfNews);
        } else {
            committed
                    .units()
                    .keySet()
                    .forEach(unit -> byUnit.getOrDefault(unit, Set.of()).forEach(this::wakeIfNews));
        }
    }

    /** Grants or substitutions may be others than before, or the day is. */
    void scopesMayHaveChanged() {
        all.forEach(this::wakeIfNews);
    }

    /**
     * Waits for a change above a number in the person's units, or for another scope than the one known.
     *
     * @return news, at once if there are any; empty after the time. It may be completed on the writer's thread.
     */
    CompletableFuture<Optional<News>> await(PersonId person, long after, long scopeVersion, Duration most) {
        Scope scope = directory.scope(person);
        Desktop desktop = new Desktop(person, scope, after, scopeVersion, new CompletableFuture<>());
        all.add(desktop);
        scope.units()
                .forEach(unit -> byUnit.computeIfAbsent(unit, each -> ConcurrentHashMap.newKeySet())
                        .add(desktop));
        wakeIfNews(desktop);
        if (closed) {
            desktop.answer.complete(Optional.empty());
        }
        return desktop.answer
                .completeOnTimeout(Optional.empty(), most.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((news, failure) -> leave(desktop));
    }

    /** How many wait. */
    public int size() {
        return all.size();
    }

    /** Lets all go, and whoever comes later, so that the server can stop. */
    @Override
    public void close() {
        closed = true;
        all.forEach(desktop -> desktop.answer.complete(Optional.empty()));
    }

    private void wakeIfNews(Desktop desktop) {
        long changeNo = newestFor(desktop);
        long version = directory.scope(desktop.person).version();
        if (changeNo > desktop.after || version != desktop.scopeVersion) {
            desktop.answer.complete(Optional.of(new News(changeNo, version)));
        }
    }

    private long newestFor(Desktop desktop) {
        long changeNo = newestReference;
        for (UnitId unit : desktop.scope.units()) {
            changeNo = Math.max(changeNo, newest.getOrDefault(unit, 0L));
        }
        return changeNo;
    }

    private void leave(Desktop desktop) {
        all.remove(desktop);
        desktop.scope
                .units()
                .forEach(unit -> byUnit.computeIfPresent(unit, (each, desktops) -> {
                    desktops.remove(desktop);
                    return desktops.isEmpty() ? null : desktops;
                }));
    }

    /** One that waits; known by itself, not by what it asks. */
    private static final class Desktop {
        final PersonId person;
        final Scope scope;
        final long after;
        final long scopeVersion;
        final CompletableFuture<Optional<News>> answer;

        Desktop(PersonId person, Scope scope, long after, long scopeVersion, CompletableFuture<Optional<News>> answer) {
            this.person = person;
            this.scope = scope;
            this.after = after;
            this.scopeVersion = scopeVersion;
            this.answer = answer;
        }
    }
}
