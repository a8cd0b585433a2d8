package fi.vastine.contract.cases;

import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The next snapshot of a case while it is being put together; not thread safe, used once.
 *
 * <p>It changes values and decides nothing: the rules are in {@code Decisions}.
 */
public final class Edit {
    private final FeedbackCase base;
    private long changeNo;
    private UnitId unit;
    private FeedbackKind kind;
    private CaseStatus status;
    private @Nullable PersonId assignee;
    private @Nullable Promise promise;
    private List<ThemeId> themes;
    private List<Note> notes;
    private List<Draft> drafts;
    private List<Reply> replies;
    private @Nullable Handover handover;
    private boolean thanked;
    private List<Event> history;

    Edit(FeedbackCase base) {
        this.base = base;
        this.changeNo = base.changeNo();
        this.unit = base.unit();
        this.kind = base.kind();
        this.status = base.status();
        this.assignee = base.assignee();
        this.promise = base.promise();
        this.themes = base.themes();
        this.notes = base.notes();
        this.drafts = base.drafts();
        this.replies = base.replies();
        this.handover = base.handover();
        this.thanked = base.thanked();
        this.history = base.history();
    }

    public Edit changeNo(long to) {
        changeNo = to;
        return this;
    }

    public Edit unit(UnitId to) {
        unit = to;
        return this;
    }

    public Edit kind(FeedbackKind to) {
        kind = to;
        return this;
    }

    public Edit status(CaseStatus to) {
        status = to;
        return this;
    }

    public Edit assignee(@Nullable PersonId to) {
        assignee = to;
        return this;
    }

    public Edit promise(@Nullable Promise to) {
        promise = to;
        return this;
    }

    public Edit theme(ThemeId added) {
        themes = Lists.and(themes, added);
        return this;
    }

    public Edit withoutTheme(ThemeId removed) {
        themes = themes.stream().filter(each -> !each.equals(removed)).toList();
        return this;
    }

    public Edit note(Note added) {
        notes = Lists.and(notes, added);
        return this;
    }

    /** Adds a draft, or puts it in the place of the one with its id. */
    public Edit draft(Draft written) {
        boolean known = drafts.stream().anyMatch(each -> each.id().equals(written.id()));
        drafts = known
                ? drafts.stream()
                        .map(each -> each.id().equals(written.id()) ? written : each)
                        .toList()
                : Lists.and(drafts, written);
        return this;
    }

    public Edit withoutDraft(@Nullable DraftId removed) {
        drafts = drafts.stream()
                .filter(each -> !Objects.equals(each.id(), removed))
                .toList();
        return this;
    }

    /** Adds a reply, or puts it in the place of the one with its id. */
    public Edit reply(Reply written) {
        boolean known = replies.stream().anyMatch(each -> each.id().equals(written.id()));
        replies = known
                ? replies.stream()
                        .map(each -> each.id().equals(written.id()) ? written : each)
                        .toList()
                : Lists.and(replies, written);
        return this;
    }

    public Edit handover(Handover to) {
        handover = to;
        return this;
    }

    public Edit thanked() {
        thanked = true;
        return this;
    }

    public Edit event(Event happened) {
        history = Lists.and(history, happened);
        return this;
    }

    public FeedbackCase done() {
        return new FeedbackCase(
                base.id(),
                changeNo,
                unit,
                base.origin(),
                kind,
                status,
                assignee,
                base.messages(),
                base.replyWish(),
                promise,
                themes,
                base.signals(),
                notes,
                drafts,
                replies,
                handover,
                thanked,
                history);
    }
}
