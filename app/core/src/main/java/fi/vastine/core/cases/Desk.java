package fi.vastine.core.cases;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.Push;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.Intention;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.outbox.Submission;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Head;
import fi.vastine.core.replica.Page;
import fi.vastine.core.replica.Replica;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything of the person on this laptop: what the backend has sent, what they decided, and the book that shows both.
 *
 * <p>All writing to the two stores goes through here, so that the book is never behind them. What a person decides is first on disk
 * and then in the book. Thread safe: deciding is one at a time under a lock that is never held while a page of the backend is
 * written, nor while a listener is called.
 */
public final class Desk {
    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    /** So many rows are read in any case before the program shows itself. */
    private static final int FIRST_ROWS = 500;

    private final Outbox outbox;
    private final Replica replica;
    private final InstantSource clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Shelf shelf;
    private final Folding folding;
    private final ErasedHere erasedHere;
    private final Documents documents;
    private volatile Cursors cursors;

    /** Belongs to the thread that applies pages. */
    private Iterator<List<Head>> unread;

    private final Latest<Book> books = new Latest<>(Book.EMPTY);
    private final Latest<List<Pending>> pending = new Latest<>(List.of());
    private final Latest<List<Entry>> attention = new Latest<>(List.of());
    private final Latest<Lease> leases = new Latest<>(Lease.RUNNING);

    /** Reads what is seen first; {@link #readOn} reads the rest. */
    public Desk(Outbox outbox, Replica replica, Json json, PersonId person, InstantSource clock) {
        this.outbox = outbox;
        this.replica = replica;
        this.clock = clock;
        this.shelf = new Shelf(today());
        this.folding = new Folding(outbox, replica, json, person, shelf);
        this.erasedHere = new ErasedHere(outbox);
        this.documents = new Documents(json);
        this.cursors = replica.cursors();
        this.unread = replica.heads();
        loadFirst();
        folding.load();
        reloadAttention();
        outbox.drafts().forEach(draft -> shelf.drafted(draft.caseId()));
        publish();
        Entered.mayRead(cursors.scope(), outbox);
        forgetEntered();
    }

    public Latest<Book> books() {
        return books;
    }

    /** What the base does not yet show, in the order it was decided. */
    public Latest<List<Pending>> pending() {
        return pending;
    }

    /** Whether cases may be shown. */
    public Latest<Lease> leases() {
        return leases;
    }

    /** Commands that were not applied and that a person has to see, the oldest first. */
    public Latest<List<Entry>> attention() {
        return attention;
    }

    // What the person decides

    /** Keeps a decision; where an earlier one on the same case can still be undone, it waits for that one. */
    public CommandId submit(Submission submission) {
        return changing(() -> {
            Instant earlierRipe = outbox.intentions().stream()
                    .filter(each -> each.submission().caseId().equals(submission.caseId()))
                    .map(Intention::ripeAt)
                    .max(Instant::compareTo)
                    .orElse(null);
            if (earlierRipe == null) {
                folding.take(outbox.submit(List.of(submission)));
            } else {
                // Made knowing the earlier one, it would be refused if the backend got it first.
                intendNow(new Intention(submission, earlierRipe));
            }
            return submission.id();
        });
    }

    public void intend(Intention intention) {
        changing(() -> {
            intendNow(intention);
            return intention;
        });
    }

    private void intendNow(Intention intention) {
        outbox.intend(intention);
        folding.intend(intention.submission());
    }

    /** Makes commands of the intentions that are ripe; tells which they were. */
    public List<Envelope> ripen(Instant now) {
        return changing(() -> {
            List<Envelope> ripe = outbox.ripen(now);
            folding.take(ripe);
            return ripe;
        });
    }

    /** Takes back what was never on the wire; empty if it is too late. */
    public Optional<Submission> takeBack(CommandId id) {
        return changing(() -> {
            Optional<Submission> back = outbox.takeBack(id);
            back.ifPresent(each -> folding.takeBack(each.id()));
            return back;
        });
    }

    /** Ends the attention for a command. */
    public void dismiss(CommandId id) {
        changing(() -> {
            outbox.dismiss(id);
            reloadAttention();
            return id;
        });
    }

    /** Submits a command in place of one that needs attention. */
    public CommandId makeAnew(CommandId id, Submission submission) {
        return changing(() -> {
            folding.take(List.of(outbox.makeAnew(id, submission)));
            reloadAttention();
            return submission.id();
        });
    }

    /** Tells whether a draft of the case is kept on this laptop. */
    public void drafted(CaseId id, Presence presence) {
        changing(() -> {
            switch (presence) {
                case THERE -> shelf.drafted(id);
                case GONE -> shelf.notDrafted(id);
            }
            return id;
        });
    }

    /** Whether something is there. */
    public enum Presence {
        THERE,
        GONE
    }

    /** The whole of a case with what is pending; empty if it is not held here. Reads the disk. */
    public Optional<FeedbackCase> folded(CaseId id) {
        return Optional.ofNullable(folding.shown(id, pendingOf(id)));
    }

    /** What is pending for a case, in order. */
    public List<Pending> pendingOf(CaseId id) {
        lock.lock();
        try {
            return folding.of(id);
        } finally {
            lock.unlock();
        }
    }

    // What the backend says

    /** Reads the rows that are not needed at once, if any are left; to be called before anything the backend says is taken. */
    public void readOn() {
        if (!unread.hasNext()) {
            return;
        }
        while (unread.hasNext()) {
            List<Head> heads = unread.next();
            lock.lock();
            try {
                heads.forEach(this::hold);
            } finally {
                lock.unlock();
            }
        }
        changing(() -> shelf);
    }

    public Cursors cursors() {
        return cursors;
    }

    /**
     * Writes a page and shows it.
     *
     * @param rows the row of each snapshot of the page
     */
    public void apply(Page page, Map<CaseId, CaseRow> rows) {
        List<CaseId> erased = erasedHere.fromOutbox(page);
        Page.Applied applied = replica.apply(page);
        Cursors former = cursors;
        cursors = page.cursors();
        erasedHere.keep(page);
        changing(() -> {
            for (Page.Snapshot each : applied.cases()) {
                folding.hold(each.head(), rows.get(each.head().caseId()));
            }
            applied.gone().forEach(folding::forget);
            folding.reached(page.cursors());
            erased.forEach(this::erase);
            if (documents.take(page.documents())) {
                shelf.documents(documents);
            }
            shelf.scope(page.cursors().scope());
            return page;
        });
        if (page.cursors().scope().version() != former.scope().version()) {
            Entered.mayRead(page.cursors().scope(), outbox);
            forgetEntered();
        }
    }

    /** To be called after something was kept of a case: what came to be erased meanwhile is so again, before anybody reads it. */
    public void eraseIfErased(CaseId id) {
        if (erasedHere.again(id)) {
            changing(() -> {
                erase(id);
                return id;
            });
        }
    }

    /** The last erasure that is carried out here and not yet told; empty for none. */
    public OptionalLong erasedUpTo() {
        return erasedHere.upTo();
    }

    /** The backend has heard that every erasure up to this one is carried out here. */
    public void toldErased(long upTo) {
        erasedHere.told(upTo);
    }

    /** Stores the backend's answers to commands; what it did not apply needs attention from now on. */
    public void settle(List<Push.Result> results) {
        outbox.settle(results, clock.instant());
        changing(() -> {
            boolean attended = false;
            for (Push.Result result : results) {
                attended |= folding.settle(result);
            }
            if (attended) {
                reloadAttention();
            }
            return results;
        });
        forgetEntered();
    }

    /** The last number that a command of this laptop was given; 0 for none. */
    public long lastSeq() {
        return outbox.lastSeq();
    }

    /** Takes up a registration of this laptop; commands are numbered anew for it. */
    public void register(Registration registration) {
        erasedHere.beginAnew();
        changing(() -> {
            outbox.register(registration);
            folding.reload();
            reloadAttention();
            return registration;
        });
    }

    /** Marks a unit's cases to go unless its download, which begins anew, brings them again. */
    public void mark(UnitId unit, CatchUp from) {
        Cursors held = cursors;
        var catchUp = new HashMap<>(held.catchUp());
        catchUp.put(unit, from);
        var next = new Cursors(held.epoch(), held.after(), catchUp, held.scope());
        replica.mark(unit, next);
        cursors = next;
        changing(() -> {
            folding.reached(next);
            return next;
        });
    }

    /** The first pages of an empty replica come: see {@link Replica#beginFill}. */
    public void beginFill() {
        replica.beginFill();
    }

    public void endFill() {
        replica.endFill();
    }

    /** Throws away what the backend has sent, to have it all again. */
    public void resetReplica() {
        replica.reset();
        unread = Collections.emptyIterator();
        cursors = Cursors.NONE;
        changing(() -> {
            shelf.clear();
            documents.clear();
            // What the base held may be pending again over the next one.
            folding.reached(Cursors.NONE);
            folding.reload();
            return shelf;
        });
    }

    /** Looks whether the day has changed, on which access may have ended. */
    public void turnDay() {
        changing(() -> {
            shelf.today(today());
            return shelf;
        });
    }

    /** Shows cases, or none while the backend has not been heard for too long; nothing is removed. */
    public void lease(Lease lease) {
        changing(() -> {
            shelf.lease(lease);
            return lease;
        });
        if (leases.value() != lease) {
            leases.set(lease);
        }
        leases.tell();
    }

    /** Lets go of everything that memory holds; the stores are somebody else's to wipe. */
    public void forgetAll() {
        changing(() -> {
            shelf.forgetAll();
            folding.clear();
            documents.clear();
            attention.set(List.of());
            return shelf;
        });
    }

    /** How many cases are held, and how many of them in some units. */
    public record Count(long held, long inUnits) {}

    public Count count(Collection<UnitId> units) {
        lock.lock();
        try {
            return new Count(shelf.size(), shelf.sizeOf(units));
        } finally {
            lock.unlock();
        }
    }

    /** The checksum of the base of a unit. */
    public long checksum(UnitId unit) {
        lock.lock();
        try {
            return shelf.sum(unit);
        } finally {
            lock.unlock();
        }
    }

    /** What owes a reply comes first: with the first row that does not, there is enough for a screen. */
    private void loadFirst() {
        boolean enough = false;
        while (!enough && unread.hasNext()) {
            List<Head> heads = unread.next();
            heads.forEach(this::hold);
            enough = shelf.size() >= FIRST_ROWS
                    && !heads.isEmpty()
                    && !heads.getLast().owesReply();
        }
        documents.take(replica.documents());
        shelf.documents(documents);
        shelf.scope(cursors.scope());
    }

    private void hold(Head head) {
        folding.hold(head, RowText.read(head).orElse(null));
    }

    private void reloadAttention() {
        attention.set(outbox.entries().stream()
                .filter(entry -> entry.state() == Entry.State.NEEDS_ATTENTION)
                .toList());
    }

    private void erase(CaseId id) {
        folding.erase(id);
        shelf.notDrafted(id);
        reloadAttention();
    }

    private void forgetEntered() {
        List<CommandId> entered = Entered.forget(outbox);
        if (!entered.isEmpty()) {
            changing(() -> {
                entered.forEach(folding::remove);
                return entered;
            });
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private interface Change<T> {
        T make();
    }

    /** Changes the stores and the memory under the lock, then tells whoever wants to know without it. */
    private <T> T changing(Change<T> change) {
        T made;
        lock.lock();
        try {
            made = change.make();
            publish();
        } finally {
            lock.unlock();
        }
        books.tell();
        pending.tell();
        attention.tell();
        return made;
    }

    private void publish() {
        Book book = shelf.book();
        if (book.version() != books.value().version()) {
            books.set(book);
        }
        if (folding.changed()) {
            pending.set(folding.all());
        }
    }
}
