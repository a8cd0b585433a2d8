package fi.vastine.desktop.casework;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.session.FetchedPage;
import fi.vastine.core.session.Ids;
import fi.vastine.core.session.Jottings;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.core.session.Sending;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a person reads cases and decides.
 *
 * <p>Thread safe. All methods but {@code person}, {@code ids}, those that note what was shown, and {@code sendings} block for the disk and
 * are called off the screen's thread; when there is no room on it they throw {@link fi.vastine.core.profile.DiskFull} with
 * nothing changed.
 */
public interface Casework {
    PersonId person();

    Ids ids();

    /** The whole of a case as it stands with what is pending; remembers that it was read. */
    Optional<FeedbackCase> open(CaseId caseId);

    /** A scanned page of a paper, from 1; blocks for the network. */
    FetchedPage page(CaseId caseId, int number);

    /** Remembers that the customer's contact was shown, which is logged by itself. */
    void noteContactShown(CaseId caseId);

    /** Remembers that identity codes in a case were shown, and what for. */
    void noteCodesShown(CaseId caseId, Reads.Why why);

    CommandId submit(CaseId caseId, Command command);

    /** Takes back a command that was never on the wire; false if it is too late. */
    boolean takeBack(CommandId command);

    /** Keeps a reply that can be taken back for ten seconds before it goes. */
    Sending send(CaseId caseId, Command.SendReply reply);

    /** Takes back a reply; false if it is on its way. */
    boolean takeBack(ReplyId reply);

    /** Replies that can still be taken back. */
    List<Sending> sendings();

    Optional<LocalDraft> draft(CaseId caseId);

    void keep(CaseId caseId, LocalDraft draft);

    /** The case is left: what is new in its draft is submitted for the backend to keep. */
    void leave(CaseId caseId);

    /** Throws the draft away, here and at the backend. */
    void drop(CaseId caseId);

    /** What is half written about a case beside its reply. */
    Map<Jottings.What, String> jottings(CaseId caseId);

    /** Keeps what is half written; nothing is kept of an empty text. */
    void jot(CaseId caseId, Jottings.What what, String text);

    /** A command that was not applied has been seen; nothing more is wanted. */
    void dismiss(CommandId command);

    /** Submits a command in place of one that was not applied. */
    CommandId again(CommandId command, Command replacement);
}
