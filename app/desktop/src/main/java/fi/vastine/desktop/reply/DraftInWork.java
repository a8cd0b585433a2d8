package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.text.ReplyText;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.core.session.Reminder;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.reply.Templates.Choice;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The words of a reply as they are being written: what they begin from, what is typed, and which blanks are left.
 *
 * <p>What is typed is on disk within a second. To be used on the screen's thread.
 */
public final class DraftInWork {
    private final Casework casework;
    private final InstantSource clock;
    private final Autosave autosave;

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FI);
    private final ObjectProperty<Choice> template = new SimpleObjectProperty<>(Choice.GENERAL);
    private final ObservableSet<Reminder> ticked = FXCollections.observableSet(EnumSet.noneOf(Reminder.class));

    private Reference reference = Reference.NONE;
    private @Nullable FeedbackCase answered;
    private DraftId id;
    private int revision;
    private String untouched = "";

    DraftInWork(Casework casework, Background background, InstantSource clock) {
        this.casework = casework;
        this.clock = clock;
        this.autosave = new Autosave(casework, background, this::asItStands);
        this.id = casework.ids().newDraft();
        text.subscribe(ignored -> touched());
        ticked.addListener((SetChangeListener<Reminder>) change -> touched());
        language.subscribe(ignored ->
                template.set(templates().map(all -> all.fitting(language.get())).orElse(Choice.GENERAL)));
        template.subscribe((before, now) -> changeTemplate());
    }

    /** Takes the case that is answered, or what became of it; absent when none is. */
    void answer(@Nullable FeedbackCase next, Reference names) {
        answered = next;
        reference = names;
    }

    /** Begins on the draft kept here, on the one kept at the backend, or on a prefilled text. */
    void begin(FeedbackCase now, @Nullable LocalDraft keptHere) {
        LocalDraft local = autosave.unwritten(now.id()).orElse(keptHere);
        ticked.clear();
        Draft kept = ownDraft(now);
        language.set(now.origin().language());
        template.set(new Templates(reference, now, casework.person()).fitting(language.get()));
        untouched = firstText(now);
        if (local != null) {
            id = local.id();
            revision = local.revision();
            ticked.addAll(local.ticked());
            text.set(local.text());
            autosave.begin(now.id(), local.savedAt());
        } else if (kept != null) {
            id = kept.id();
            revision = kept.revision();
            text.set(kept.text());
            autosave.begin(now.id(), kept.savedAt());
        } else {
            id = casework.ids().newDraft();
            revision = 0;
            text.set(untouched);
            autosave.begin(now.id(), null);
        }
        open.set(true);
    }

    /** The writer's own draft, as the backend has it. */
    @Nullable
    Draft ownDraft(FeedbackCase now) {
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

    /** The editor is left, the draft kept. */
    void leave() {
        if (answered != null && open.get()) {
            autosave.leave(answered.id());
            open.set(false);
        }
    }

    /** The words have become a reply. */
    void end() {
        open.set(false);
    }

    private void touched() {
        if (answered != null && open.get()) {
            autosave.touched(answered.id());
        }
    }

    /** The draft as it would be kept now; empty while no case is open. */
    Optional<LocalDraft> asItStands() {
        return Optional.ofNullable(answered)
                .map(now ->
                        new LocalDraft(id, revision, now.latestMessage().id(), text.get(), ticked, clock.instant()));
    }

    private void changeTemplate() {
        FeedbackCase now = answered;
        if (now == null || !open.get()) {
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
        ReplyWish wish = answered == null ? null : answered.replyWish();
        return wish == null ? Way.MAIL : wish.way();
    }

    Optional<Templates> templates() {
        return Optional.ofNullable(answered).map(now -> new Templates(reference, now, casework.person()));
    }

    DraftId id() {
        return id;
    }

    /** Whether it is being written now. */
    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
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

    /** What keeps it on the disk. */
    Autosave autosave() {
        return autosave;
    }
}
