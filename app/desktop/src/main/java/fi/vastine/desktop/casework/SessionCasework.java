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
import fi.vastine.core.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The casework of a signed-in person. */
public final class SessionCasework implements Casework {
    private final Session session;

    public SessionCasework(Session session) {
        this.session = session;
    }

    @Override
    public PersonId person() {
        return session.person();
    }

    @Override
    public Ids ids() {
        return session.commands().ids();
    }

    @Override
    public Optional<FeedbackCase> open(CaseId caseId) {
        return session.open(caseId);
    }

    @Override
    public FetchedPage page(CaseId caseId, int number) {
        return session.page(caseId, number);
    }

    @Override
    public void noteContactShown(CaseId caseId) {
        session.noteContactShown(caseId);
    }

    @Override
    public void noteCodesShown(CaseId caseId, Reads.Why why) {
        session.noteCodesShown(caseId, why);
    }

    @Override
    public CommandId submit(CaseId caseId, Command command) {
        return session.commands().submit(caseId, command);
    }

    @Override
    public boolean takeBack(CommandId command) {
        return session.commands().takeBack(command);
    }

    @Override
    public Sending send(CaseId caseId, Command.SendReply reply) {
        return session.commands().send(caseId, reply);
    }

    @Override
    public boolean takeBack(ReplyId reply) {
        return session.commands().takeBack(reply);
    }

    @Override
    public List<Sending> sendings() {
        return session.commands().sendings();
    }

    @Override
    public Optional<LocalDraft> draft(CaseId caseId) {
        return session.drafts().of(caseId);
    }

    @Override
    public void keep(CaseId caseId, LocalDraft draft) {
        session.drafts().keep(caseId, draft);
    }

    @Override
    public void leave(CaseId caseId) {
        session.drafts().leave(caseId);
    }

    @Override
    public void drop(CaseId caseId) {
        session.drafts().drop(caseId);
    }

    @Override
    public Map<Jottings.What, String> jottings(CaseId caseId) {
        return session.jottings().of(caseId);
    }

    @Override
    public void jot(CaseId caseId, Jottings.What what, String text) {
        session.jottings().keep(caseId, what, text);
    }

    @Override
    public void dismiss(CommandId command) {
        session.attention().dismiss(command);
    }

    @Override
    public CommandId again(CommandId command, Command replacement) {
        return session.attention().again(command, replacement);
    }
}
