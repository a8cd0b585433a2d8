package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.text.ReplyText;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Jottings.What;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.core.session.Reminder;
import fi.vastine.core.session.Sending;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.casework.Jotter;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.reply.Templates.Choice;
import fi.vastine.desktop.shell.Notices;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
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
    private final InstantSource clock;
    private final Notices notices;

    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FI);
    private final ObjectProperty<Choice> template = new SimpleObjectProperty<>(Choice.GENERAL);
    private final ObservableSet<Reminder> ticked = FXCollections.observableSet(EnumSet.noneOf(Reminder.class));
    private final ReadOnlyObjectWrapper<@Nullable Hindrance> hindrance = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FeedbackCase> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Sending> sending = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Review> review = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper contactShown = new ReadOnlyBooleanWrapper();
    private final Autosave autosave;
    private final Jotter jotter;

    private Reference reference = Reference.NONE;
    private DraftId draft;
    private int revision;
    private String untouched = "";
    private boolean filling;
    private Consumer<CaseId> onDone = done -> {};
    private Consumer<CaseId> onTakenBack = again -> {};
    private @Nullable CaseId takenBack;

    public ReplyViewModel(Casework casework, Background background, InstantSource clock, Notices notices) {
        this.casework = casework;
        this.background = background;
        this.clock = clock;
        this.notices = notices;
        this.autosave = new Autosave(casework, background, this::asItStands);
        this.jotter = new Jotter(casework, background);
        this.draft = casework.ids().newDraft();
        text.subscribe(ignored -> touched());
        ticked.addListener((SetChangeListener<Reminder>) change -> touched());
        language.subscribe(ignored ->
                template.set(templates().map(all -> all.fitting(language.get())).orElse(Choice.GENERAL)));
        template.subscribe((before, now) -> changeTemplate());
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
        if (before != null && other && active.get()) {
            autosave.leave(before.id());
            jotter.leave();
        }
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
        active.set(false);
        contactShown.set(false);
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
        next.draft(draft).ifPresent(kept -> review.set(kept.review()));
    }

    /** Opens the editor: on the draft kept here, on the one kept at the backend, or on a prefilled text. */
    public void write() {
        FeedbackCase now = shown.get();
        if (now == null || active.get()) {
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
                    fill(now, autosave.unwritten(now.id()).or(found::draft).orElse(null));
                });
    }

    private record Found(Optional<LocalDraft> draft, Map<What, String> jottings) {}

    private void fill(FeedbackCase asked, @Nullable LocalDraft local) {
        FeedbackCase now = shown.get();
        if (now == null || !now.id().equals(asked.id()) || active.get()) {
            return;
        }
        filling = true;
        ticked.clear();
        Draft kept = ownDraft(now);
        language.set(now.origin().language());
        template.set(new Templates(reference, now, casework.person()).fitting(language.get()));
        untouched = firstText(now);
        if (local != null) {
            draft = local.id();
            revision = local.revision();
            ticked.addAll(local.ticked());
            text.set(local.text());
            autosave.begin(now.id(), local.savedAt());
        } else if (kept != null) {
            draft = kept.id();
            revision = kept.revision();
            text.set(kept.text());
            autosave.begin(now.id(), kept.savedAt());
        } else {
            draft = casework.ids().newDraft();
            revision = 0;
            text.set(untouched);
            autosave.begin(now.id(), null);
        }
        review.set(kept == null ? null : kept.review());
        filling = false;
        active.set(true);
        judge();
    }

    private @Nullable Draft ownDraft(FeedbackCase now) {
        return now.drafts().stream()
                .filter(each -> each.label() == DraftLabel.OWN && each.author().equals(casework.person()))
                .findFirst()
                .orElse(null);
    }

    /** What is said by phone is written down afterwards, so there is nothing to begin from. */
    private String firstText(FeedbackCase now) {
        Way way = way();
        return way == Way.PHONE || way == Way.IN_PERSON
                ? ""
                : new Templates(reference, now, casework.person()).text(language.get(), template.get());
    }

    /** Closes the editor; the draft is kept. */
    public void close() {
        FeedbackCase now = shown.get();
        if (now != null && active.get()) {
            autosave.leave(now.id());
            jotter.keepNow();
            active.set(false);
        }
    }

    private void touched() {
        if (filling || !active.get()) {
            return;
        }
        judge();
        FeedbackCase now = shown.get();
        if (now != null) {
            autosave.touched(now.id());
        }
    }

    private Optional<LocalDraft> asItStands() {
        return Optional.ofNullable(shown.get())
                .map(now ->
                        new LocalDraft(draft, revision, now.latestMessage().id(), text.get(), ticked, clock.instant()));
    }

    private void changeTemplate() {
        FeedbackCase now = shown.get();
        if (filling || now == null || !active.get()) {
            return;
        }
        boolean asPrefilled = text.get().equals(untouched);
        untouched = firstText(now);
        if (asPrefilled || text.get().isBlank()) {
            text.set(untouched);
        } else {
            insert(new Templates(reference, now, casework.person()).paragraph(language.get(), template.get()));
        }
    }

    /** What the writer has changed is never replaced: the paragraph is put before the sign-off instead. */
    private void insert(String paragraph) {
        if (!paragraph.isBlank() && !text.get().contains(paragraph)) {
            int end = text.get().lastIndexOf("\n\n");
            String head = end < 0 ? text.get() : text.get().substring(0, end);
            String tail = end < 0 ? "" : text.get().substring(end);
            text.set(head + "\n\n" + paragraph + tail);
        }
    }

    private void judge() {
        hindrance.set(whyNot());
    }

    private @Nullable Hindrance whyNot() {
        FeedbackCase now = shown.get();
        return now == null || sending.get() != null ? Hindrance.SENDING : Hindrance.in(text.get(), way(), now);
    }

    /** Sends the reply in ten seconds, unless something hinders it or it is taken back. */
    public void send() {
        judge();
        FeedbackCase now = shown.get();
        Optional<LocalDraft> kept = asItStands();
        if (now == null || kept.isEmpty() || hindrance.get() != null) {
            return;
        }
        autosave.end(now.id());
        LocalDraft written = kept.get();
        var reply = new Command.SendReply(
                casework.ids().newReply(), now.latestMessage().id(), text.get(), draft, null);
        background.run(
                Lane.WRITE,
                () -> {
                    casework.keep(now.id(), written);
                    return casework.send(now.id(), reply);
                },
                this::isSending,
                failure -> autosave.couldNot(now.id(), written, failure));
    }

    private void isSending(Sending begun) {
        FeedbackCase now = shown.get();
        if (now != null && now.id().equals(begun.caseId())) {
            sending.set(begun);
            active.set(false);
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
        Optional<LocalDraft> kept = asItStands();
        if (now == null || kept.isEmpty()) {
            return;
        }
        autosave.end(now.id());
        jotter.handOver(What.SAID);
        LocalDraft written = kept.get();
        var answer = new Command.RecordAnswer(
                casework.ids().newReply(), now.latestMessage().id(), how, said.strip(), draft);
        background.run(
                Lane.WRITE,
                () -> {
                    casework.submit(now.id(), answer);
                    casework.drop(now.id());
                    casework.jot(now.id(), What.SAID, "");
                    return true;
                },
                done -> {
                    active.set(false);
                    notices.say("reply.recorded");
                    onDone.accept(now.id());
                },
                failure -> {
                    if (jotter.isOpen(now.id())) {
                        jotter.write(What.SAID, said);
                    }
                    autosave.couldNot(now.id(), written, failure);
                });
    }

    /** Sends the draft as it stands to a colleague to read. */
    void askReview(PersonId reviewer) {
        FeedbackCase now = shown.get();
        Optional<LocalDraft> kept = asItStands();
        if (now == null || kept.isEmpty()) {
            return;
        }
        autosave.end(now.id());
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
                    autosave.saved(now.id(), done);
                    notices.say("reply.review-asked", reference.personName(reviewer));
                },
                failure -> autosave.couldNot(now.id(), written, failure));
    }

    /** Shows the customer's contact and has it logged, or hides it again. */
    void showContact() {
        FeedbackCase now = shown.get();
        if (now != null && !contactShown.get()) {
            casework.noteContactShown(now.id());
        }
        contactShown.set(!contactShown.get());
    }

    /** What is half written beside the reply. */
    Jotter jotter() {
        return jotter;
    }

    List<ReplyText.Blank> blanks() {
        return ReplyText.blanks(text.get());
    }

    /** The next blank after a place in the text, or the first one when there is none after it. */
    Optional<ReplyText.Blank> blankAfter(int place) {
        List<ReplyText.Blank> all = blanks();
        return all.stream()
                .filter(blank -> blank.start() >= place)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The blank before a place in the text, or the last one. */
    Optional<ReplyText.Blank> blankBefore(int place) {
        List<ReplyText.Blank> all = blanks().reversed();
        return all.stream()
                .filter(blank -> blank.end() < place)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** How the customer wishes to be answered; by mail while no case is open. */
    Way way() {
        FeedbackCase now = shown.get();
        ReplyWish wish = now == null ? null : now.replyWish();
        return wish == null ? Way.MAIL : wish.way();
    }

    Optional<Templates> templates() {
        return Optional.ofNullable(shown.get()).map(now -> new Templates(reference, now, casework.person()));
    }

    Reference reference() {
        return reference;
    }

    PersonId writer() {
        return casework.person();
    }

    /** Whether the editor is open. */
    public ReadOnlyBooleanProperty active() {
        return active.getReadOnlyProperty();
    }

    public StringProperty text() {
        return text;
    }

    ObjectProperty<Language> language() {
        return language;
    }

    ObjectProperty<Choice> template() {
        return template;
    }

    ObservableSet<Reminder> ticked() {
        return ticked;
    }

    ReadOnlyObjectProperty<@Nullable Instant> savedAt() {
        return autosave.savedAt();
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

    ReadOnlyBooleanProperty contactShown() {
        return contactShown.getReadOnlyProperty();
    }

    /** Whether something written found no room on the disk yet, be its case open or not. */
    public ReadOnlyBooleanProperty diskFull() {
        return autosave.diskFull();
    }
}
