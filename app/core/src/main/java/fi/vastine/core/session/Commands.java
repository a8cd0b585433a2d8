package fi.vastine.core.session;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.core.profile.DiskFull;
import java.util.List;

/** What the person decides. Thread safe; the methods block for a write to disk unless they say otherwise. */
@SuppressWarnings("DoNotCallSuggester")
public final class Commands {
    Commands() {}

    /** Names for what a command makes. Does not block. */
    public Ids ids() {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps a command, shows it, and sends it as soon as there is a connection.
     *
     * @throws DiskFull with nothing kept: to be offered again
     */
    public CommandId submit(CaseId caseId, Command command) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps a reply that can be taken back for ten seconds; then, at exit or at the next start it becomes a command.
     *
     * @throws DiskFull with nothing kept: to be offered again
     */
    public Sending send(CaseId caseId, Command.SendReply reply) {
        throw new UnsupportedOperationException();
    }

    /** Takes a reply back; false if it is on its way already. */
    public boolean takeBack(ReplyId reply) {
        throw new UnsupportedOperationException();
    }

    /** Takes back any command that was never on the wire; false if it is too late. */
    public boolean takeBack(CommandId command) {
        throw new UnsupportedOperationException();
    }

    /** Replies whose time to be taken back is still running, the oldest first. Does not block. */
    public List<Sending> sendings() {
        throw new UnsupportedOperationException();
    }
}
