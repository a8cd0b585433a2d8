package fi.vastine.backend.delivery;

import fi.vastine.backend.commands.ReplyQueue;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.MailQueue;
import fi.vastine.backend.store.Transaction;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.ReplyId;

/** Puts replies in the mail queue; one that a person lets leave again is no longer in doubt, one that may have left is. */
public record Outgoing(MailQueue queue, Ledger ledger) implements ReplyQueue {
    @Override
    public void add(Transaction transaction, FeedbackCase written, ReplyId reply) {
        queue.add(transaction, written, reply);
    }

    @Override
    public void addOfferedBefore(Transaction transaction, FeedbackCase written, ReplyId reply) {
        if (ledger.mayLackMails()) {
            ledger.mail(reply, Ledger.Mail.BEGUN);
        }
        add(transaction, written, reply);
    }

    @Override
    public void addAgain(Transaction transaction, FeedbackCase written, ReplyId reply) {
        ledger.mail(reply, Ledger.Mail.NOT_TAKEN);
        add(transaction, written, reply);
    }
}
