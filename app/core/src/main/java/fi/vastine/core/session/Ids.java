package fi.vastine.core.session;

import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UuidSource;

/** New names for what a person makes on this laptop; never the same one twice. Thread safe. */
public final class Ids {
    private final UuidSource source;

    public Ids(UuidSource source) {
        this.source = source;
    }

    public CaseId newCase() {
        return new CaseId(source.next());
    }

    public MessageId newMessage() {
        return new MessageId(source.next());
    }

    public NoteId newNote() {
        return new NoteId(source.next());
    }

    public DraftId newDraft() {
        return new DraftId(source.next());
    }

    public ReplyId newReply() {
        return new ReplyId(source.next());
    }

    CampaignId newCampaign() {
        return new CampaignId(source.next());
    }

    CommandId newCommand() {
        return new CommandId(source.next());
    }
}
