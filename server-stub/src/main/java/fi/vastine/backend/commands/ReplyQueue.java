package fi.vastine.backend.commands;

import fi.vastine.backend.store.Transaction;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.ReplyId;

/** Where a reply waits to be mailed, from the moment it is written on its case. */
@FunctionalInterface
public interface ReplyQueue {
    /** Within the transaction that writes the reply, so that there is never one without the other. */
    void add(Transaction transaction, FeedbackCase written, ReplyId reply);

    /**
     * The same for what a laptop had sent, or had decided to let leave once more, before the backend was restored from a backup: it may
     * have left since that backup, and the decision was about what became of it then.
     */
    default void addOfferedBefore(Transaction transaction, FeedbackCase written, ReplyId reply) {
        add(transaction, written, reply);
    }

    /** The same for a reply that a person lets leave once more, knowing that it may have left. */
    default void addAgain(Transaction transaction, FeedbackCase written, ReplyId reply) {
        add(transaction, written, reply);
    }
}
