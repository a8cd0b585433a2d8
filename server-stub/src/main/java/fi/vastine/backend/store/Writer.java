package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything the backend writes goes through here, one commit for many.
 *
 * <p>A commit waits for the disk; so while one is under way the next jobs gather, and go together into the next.
 *
 * <ol>
 *   <li>The jobs that wait, at most {@value #MOST_JOBS}, share a transaction, which takes the change counter's lock.
 *   <li>Each runs under its own savepoint: one that fails is undone and fails alone.
 *   <li>The counter and the units' sums are written, and all is committed.
 *   <li>Only then is anything announced, and only then are the callers answered.
 * </ol>
 *
 * A crash before the end of step 3 leaves nothing of any of them, and none was told otherwise. Thread safe.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int MOST_JOBS = 256;
    private static final int MOST_WAITING = 20_000;

    private final Database database;
    private final Json json;
    private final Consumer<Committed> announce;
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final @Nullable Thread thread;

    /** What is done in a transaction. It is run once, and touches nothing outside of the transaction. */
    @FunctionalInterface
    public interface Job<T extends @Nullable Object> {
        T in(Transaction transaction);
    }

    /**
     * Starts the thread that writes.
     *
     * @param announce told of each commit, on that thread, before the callers are answered: must be quick and not throw
     */
    public Writer(Database database, Json json, Consumer<Committed> announce) {
        this.database = database;
        this.json = json;
        this.announce = announce;
        this.thread = Thread.ofPlatform().name("writer").daemon().start(this::run);
    }

    private Writer(Database database, Json json, Consumer<Committed> announce, @Nullable Thread thread) {
        this.database = database;
        this.json = json;
        this.announce = announce;
        this.thread = thread;
    }

    /** A writer for one caller only, which commits each job by itself on the caller's thread, in the order it is given. */
    public static Writer onCallersThread(Database database, Json json, Consumer<Committed> announce) {
        return new Writer(database, json, announce, null);
    }

    /** Gets a case ready to be added; on the caller's thread, before its job. */
    public FreshCase prepare(FeedbackCase feedbackCase) {
        return FreshCase.of(feedbackCase, json);
    }

    /**
     * Does a job and returns its result once it is on the disk.
     *
     * @throws StoreUnavailable if nothing was written because the database cannot; what the job itself throws comes
     *     through as it is, and then nothing of it was written either
     */
    public <T extends @Nullable Object> T write(Job<T> job) {
        return await(begin(job));
    }

    /** As {@link #write}, without waiting; the end is to be waited for with {@link #await}. */
    <T extends @Nullable Object> CompletableFuture<T> begin(Job<T> job) {
        Pending<T> pending = new Pending<>(job);
        if (closed.get()) {
            throw new StoreUnavailable("The backend is stopping.", null);
        }
        if (thread == null) {
            writeTogether(List.of(pending));
            return pending.answer;
        }
        if (!queue.offer(pending)) {
            throw new StoreUnavailable("Too much waits to be written.", null);
        }
        if (closed.get() && queue.remove(pending)) {
            throw new StoreUnavailable("The backend is stopping.", null);
        }
        return pending.answer;
    }

    /** The result of a job that was begun, once it is on the disk; throws as {@link #write} does. */
    static <T extends @Nullable Object> T await(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Writes what waits already, and ends. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true) || thread == null) {
            return;
        }
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Pending<?>> jobs = new ArrayList<>(MOST_JOBS);
        while (!closed.get() || !queue.isEmpty()) {
            gather(jobs);
            if (!jobs.isEmpty()) {
                writeTogether(jobs);
                jobs.clear();
            }
        }
    }

    private void gather(List<Pending<?>> jobs) {
        try {
            if (!closed.get()) {
                jobs.add(queue.take());
            }
        } catch (InterruptedException e) {
            // Closing: what waits is still written.
            LOG.debug("The writer ends.");
        }
        queue.drainTo(jobs, MOST_JOBS - jobs.size());
    }

    private void writeTogether(List<Pending<?>> jobs) {
        Committed committed;
        try {
            committed = database.jdbi().inTransaction(handle -> {
                Group group = Group.begin(handle);
                jobs.forEach(job -> job.runIn(group, json));
                return group.writeAndDescribe(json);
            });
        } catch (RuntimeException e) {
            // Whatever it was, this thread lives on: nothing could be written without it.
            LOG.error("Nothing of {} jobs was written", jobs.size(), e);
            var unavailable = new StoreUnavailable("The database cannot write.", e);
            jobs.forEach(job -> job.failed(unavailable));
            return;
        }
        tell(committed);
        jobs.forEach(Pending::committed);
    }

    private void tell(Committed committed) {
        try {
            announce.accept(committed);
        } catch (RuntimeException e) {
            // It is on the disk all the same, and its callers are owed their answer; who waits for news asks again
            // soon.
            LOG.error("A commit was not announced", e);
        }
    }

    /** A job that waits for its commit, and its caller. */
    private static final class Pending<T extends @Nullable Object> {
        private final Job<T> job;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable Runnable onCommit;

        Pending(Job<T> job) {
            this.job = job;
        }

        void runIn(Group group, Json json) {
            group.handle().savepoint("job");
            try {
                Transaction transaction = new Transaction(group, json);
                T result = job.in(transaction);
                group.handle().releaseSavepoint("job");
                group.accept(transaction);
                onCommit = () -> answer.complete(result);
            } catch (RuntimeException e) {
                // Whatever it was, it is this job's alone; if the database itself is gone, the next line throws.
                group.handle().rollbackToSavepoint("job");
                onCommit = () -> answer.completeExceptionally(e);
            }
        }

        void committed() {
            if (onCommit != null) {
                onCommit.run();
            }
        }

        void failed(StoreUnavailable why) {
            answer.completeExceptionally(why);
        }
    }
}
