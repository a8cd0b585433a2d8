package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Jottings.What;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.core.session.Sending;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.casework.Hidden;
import fi.vastine.desktop.casework.Jotter;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Notices;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The reply being written to the open case.
 *
 * <p>What is typed is on disk within a second. Nothing is sent while a blank or an identity code is left; what is sent can be
 * taken back for ten seconds. To be used on the screen's thread.
 */
public final class ReplyViewModel {
    private static final Duration TIME_TO_UNDO = Duration.ofSeconds(10);

    private final Casework casework;
    private final Background background;
    private final Notices notices;
    private final DraftInWork draft;
    private final Jotter jotter;
    private final Hidden hidden;

    private final ReadOnlyObjectWrapper<@Nullable Hindrance> hindrance = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FeedbackCase> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Sending> sending = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Review> review = new ReadOnlyObjectWrapper<>();

    private Reference reference = Reference.NONE;
    private Consumer<CaseId> onDone = done -> {};
    private Consumer<CaseId> onTakenBack = again -> {};
    private @Nullable CaseId takenBack;

    public ReplyViewModel(Casework casework, Background background, InstantSource clock, Notices notices) {
        this.casework = casework;
        this.background = background;
        this.notices = notices;
        this.draft = new DraftInWork(casework, background, clock);
        this.jotter = new Jotter(casework, background);
        this.hidden = new Hidden(casework);
        draft.text().subscribe(ignored -> {
            if (active().get()) {
                judge();
            }
        });
    }

    /** What follows when the customer is answered, or is about to be. */
    public void onDone(Consumer<CaseId> goOn) {
        onDone = goOn;
    }

    /** What follows when a reply is taken back while another case is open. */
    public void onTakenBack(Consumer<CaseId> showAgain) {
        onTakenBack = showAgain;
    }

    /** Takes the open case, or what became of it; absent when none is open. The case before it is left, its draft kept. */
    public void show(@Nullable FeedbackCase next, Reference names) {
        FeedbackCase before = shown.get();
        reference = names;
        boolean other = before == null || next == null || !before.id().equals(next.id());
        if (other && active().get()) {
            draft.leave();
            jotter.leave();
        }
        draft.answer(next, names);
        shown.set(next);
        if (other) {
            begin(next);
            if (next != null && next.id().equals(takenBack)) {
                takenBack = null;
                write();
            }
        } else if (next != null) {
            follow(next);
        }
        judge();
    }

    private void begin(@Nullable FeedbackCase next) {
        hidden.hide(next == null ? null : next.id());
        review.set(null);
        sending.set(
                next == null
                        ? null
                        : casework.sendings().stream()
                                .filter(each -> each.caseId().equals(next.id()))
                                .findFirst()
                                .orElse(null));
    }

    private void follow(FeedbackCase next) {
        Sending waiting = sending.get();
        if (waiting != null && next.reply(waiting.reply().reply()).isPresent()) {
            sending.set(null);
        }
        next.draft(draft.id()).ifPresent(kept -> review.set(kept.review()));
    }

    /** Opens the editor: on the draft kept here, on the one kept at the backend, or on a prefilled text. */
    public void write() {
        FeedbackCase now = shown.get();
        if (now == null || active().get()) {
            return;
        }
        background.run(
                Lane.READ,
                () -> {
                    Map<What, String> jottings = casework.jottings(now.id());
                    return new Found(casework.draft(now.id()), jottings);
                },
                found -> {
                    jotter.open(now.id(), found.jottings());
                    takeUp(now, found.draft().orElse(null));
                });
    }

    private record Found(Optional<LocalDraft> draft, Map<What, String> jottings) {}

    private void takeUp(FeedbackCase asked, @Nullable LocalDraft keptHere) {
        FeedbackCase now = shown.get();
        if (now == null || !now.id().equals(asked.id()) || active().get()) {
            return;
        }
        Draft kept = draft.ownDraft(now);
        review.set(kept == null ? null : kept.review());
        draft.begin(now, keptHere);
        judge();
    }

    /** Closes the editor; the draft is kept. */
    public void close() {
        if (active().get()) {
            draft.leave();
            jotter.keepNow();
        }
    }

    private void judge() {
        hindrance.set(whyNot());
    }

    private @Nullable Hindrance whyNot() {
        FeedbackCase now = shown.get();
        return now == null || sending.get() != null
                ? Hindrance.SENDING
                : Hindrance.in(draft.text().get(), draft.way(), now);
    }

    /** Sends the reply in ten seconds, unless something hinders it or it is taken back. */
    public void send() {
        judge();
        FeedbackCase now = shown.get();
        Optional<LocalDraft> kept = draft.asItStands();
        if (now == null || kept.isEmpty() || hindrance.get() != null) {
            return;
        }
        draft.autosave().end(now.id());
        LocalDraft written = kept.get();
        var reply = new Command.SendReply(
                casework.ids().newReply(), now.latestMessage().id(), written.text(), written.id(), null);
        background.run(
                Lane.WRITE,
                () -> {
                    casework.keep(now.id(), written);
                    return casework.send(now.id(), reply);
                },
                this::isSending,
                failure -> draft.autosave().couldNot(now.id(), written, failure));
    }

    private void isSending(Sending begun) {
        FeedbackCase now = shown.get();
        if (now != null && now.id().equals(begun.caseId())) {
            sending.set(begun);
            draft.end();
            judge();
        }
        onDone.accept(begun.caseId());
        notices.sayWithUndo(TIME_TO_UNDO, () -> takeBack(begun), "reply.sending");
    }

    private void takeBack(Sending begun) {
        ReplyId reply = begun.reply().reply();
        background.run(Lane.WRITE, () -> casework.takeBack(reply), done -> {
            notices.say(done ? "reply.taken-back" : "reply.too-late");
            if (done) {
                goBackTo(begun.caseId());
            }
        });
    }

    private void goBackTo(CaseId id) {
        FeedbackCase now = shown.get();
        if (now != null && now.id().equals(id)) {
            sending.set(null);
            write();
        } else {
            takenBack = id;
            onTakenBack.accept(id);
        }
    }

    /** Writes down that the customer was answered otherwise, with what was said; the draft ends. */
    public void recordAnswer(Way how, String said) {
        FeedbackCase now = shown.get();
        Optional<LocalDraft> kept = draft.asItStands();
        if (now == null || kept.isEmpty()) {
            return;
        }
        draft.autosave().end(now.id());
        jotter.handOver(What.SAID);
        LocalDraft written = kept.get();
        var answer = new Command.RecordAnswer(
                casework.ids().newReply(), now.latestMessage().id(), how, said.strip(), written.id());
        background.run(
                Lane.WRITE,
                () -> {
                    casework.submit(now.id(), answer);
                    casework.drop(now.id());
                    casework.jot(now.id(), What.SAID, "");
                    return true;
                },
                done -> {
                    draft.end();
                    notices.say("reply.recorded");
                    onDone.accept(now.id());
                },
                failure -> {
                    if (jotter.isOpen(now.id())) {
                        jotter.write(What.SAID, said);
                    }
                    draft.autosave().couldNot(now.id(), written, failure);
                });
    }

    /** Sends the draft as it stands to a colleague to read. */
    void askReview(PersonId reviewer) {
        FeedbackCase now = shown.get();
        Optional<LocalDraft> kept = draft.asItStands();
        if (now == null || kept.isEmpty()) {
            return;
        }
        draft.autosave().end(now.id());
        LocalDraft written = kept.get();
        background.run(
                Lane.WRITE,
                () -> {
                    casework.keep(now.id(), written);
                    casework.leave(now.id());
                    // 1. The draft's text is a command.  2. The case as it then stands names the revision to be read.
                    casework.open(now.id())
                            .flatMap(stands -> casework.draft(now.id()).flatMap(local -> stands.draft(local.id())))
                            .ifPresent(saved -> casework.submit(
                                    now.id(), new Command.AskReview(saved.id(), saved.revision(), reviewer)));
                    return written;
                },
                done -> {
                    draft.autosave().saved(now.id(), done);
                    notices.say("reply.review-asked", reference.personName(reviewer));
                },
                failure -> draft.autosave().couldNot(now.id(), written, failure));
    }

    /** The customer's contact, which is shown only when asked for. */
    Hidden hidden() {
        return hidden;
    }

    /** What is half written beside the reply. */
    Jotter jotter() {
        return jotter;
    }

    Reference reference() {
        return reference;
    }

    PersonId writer() {
        return casework.person();
    }

    /** The words as they are being written. */
    public DraftInWork draft() {
        return draft;
    }

    /** Whether the editor is open. */
    public ReadOnlyBooleanProperty active() {
        return draft.open();
    }

    ReadOnlyObjectProperty<@Nullable Hindrance> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable FeedbackCase> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Sending> sending() {
        return sending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Review> review() {
        return review.getReadOnlyProperty();
    }

    /** Whether something written found no room on the disk yet, be its case open or not. */
    public ReadOnlyBooleanProperty diskFull() {
        return draft.autosave().diskFull();
    }
}
