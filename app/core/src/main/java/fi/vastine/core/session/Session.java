package fi.vastine.core.session;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.cases.Book;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One signed-in person on one open profile, with or without a network.
 *
 * <p>Thread safe. Listeners are called once at once on the caller's thread, then on core's threads; each is given the newest value
 * and may miss those between. Methods that block say so.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Session implements AutoCloseable {
    Session() {}

    public PersonId person() {
        throw new UnsupportedOperationException();
    }

    /** The cases as they stand, what is pending included. */
    public Book book() {
        throw new UnsupportedOperationException();
    }

    public Subscription onBook(Consumer<Book> listener) {
        throw new UnsupportedOperationException();
    }

    public SyncState syncState() {
        throw new UnsupportedOperationException();
    }

    public Subscription onSyncState(Consumer<SyncState> listener) {
        throw new UnsupportedOperationException();
    }

    /** The whole of a case, what is pending included, and remembers that it was read. Blocks for the disk. */
    public Optional<FeedbackCase> open(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** Remembers that a part of a case was shown that is logged by itself. Does not block. */
    public void noteRead(CaseId caseId, Reads.What what) {
        throw new UnsupportedOperationException();
    }

    public Commands commands() {
        throw new UnsupportedOperationException();
    }

    public Drafts drafts() {
        throw new UnsupportedOperationException();
    }

    public Attention attention() {
        throw new UnsupportedOperationException();
    }

    /** Tries the backend at once instead of at the next turn. Does not block. */
    public void syncNow() {
        throw new UnsupportedOperationException();
    }

    /** The same person signs in again, when the backend asks for it. Blocks for the network. */
    public SignInResult signInAgain(String password) {
        throw new UnsupportedOperationException();
    }

    /** Makes commands of replies that could still be taken back, and closes everything. Blocks; closing twice does no harm. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
