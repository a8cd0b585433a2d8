package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Jottings.What;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.casework.Hidden;
import fi.vastine.desktop.casework.Jotter;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Notices;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The case that lies open, and what is done with it.
 *
 * <p>It reads the case off the screen's thread, again whenever its row in the book changes. To be used on the screen's thread.
 */
public final class CasefileViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(CasefileViewModel.class);
    private static final Duration TIME_TO_UNDO = Duration.ofSeconds(10);

    private final Casework casework;
    private final Background background;
    private final Notices notices;
    private final Jotter jotter;
    private final Hidden hidden;
    private final Scan scan;
    private final ReadOnlyObjectWrapper<@Nullable Casefile> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CaseId> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Absence> absence = new ReadOnlyObjectWrapper<>(Absence.NOTHING_CHOSEN);
    private final ReadOnlyObjectWrapper<@Nullable String> why = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty replying = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Panel> panel = new SimpleObjectProperty<>();
    private final BooleanProperty connected = new SimpleBooleanProperty(true);
    private Runnable onReply = () -> {};
    private Consumer<CaseId> onDone = done -> {};
    private Consumer<CaseId> onUndone = undone -> {};
    private Runnable withdrawUndo = () -> {};
    private Book book = Book.EMPTY;
    private @Nullable CaseRow row;
    private boolean panelAskedFor;

    public CasefileViewModel(Casework casework, Background background, Notices notices) {
        this.casework = casework;
        this.background = background;
        this.notices = notices;
        this.jotter = new Jotter(casework, background);
        this.hidden = new Hidden(casework);
        this.scan = new Scan(casework, background);
    }

    /** Why no case is shown. */
    public enum Absence {
        NOTHING_CHOSEN,
        /** It is being read from the disk. */
        OPENING,
        /** It was chosen and is no longer here: moved out of sight, or erased. */
        GONE
    }

    /** What is open below the actions. */
    enum Panel {
        MOVE,
        THEME,
        NOTE,
        HAND_OVER,
        KIND,
        WITHDRAW
    }

    /** Takes the next book; to be called at most once a pulse. */
    public void accept(Book next) {
        boolean names = !book.reference().equals(next.reference());
        book = next;
        CaseId id = open.get();
        if (id != null) {
            CaseRow now = next.row(id).orElse(null);
            if (names || now == null || !now.equals(row)) {
                read(id);
            }
        }
    }

    /** Opens a case in place of the one before. */
    public void open(CaseId id) {
        if (id.equals(open.get())) {
            return;
        }
        jotter.leave();
        open.set(id);
        hidden.hide(id);
        scan.close();
        why.set(null);
        panel.set(null);
        absence.set(Absence.OPENING);
        shown.set(null);
        read(id);
    }

    /** The scanned paper. */
    Scan scan() {
        return scan;
    }

    /** What answering does; to be set once, by whoever joins the features. */
    public void onReply(Runnable writeReply) {
        onReply = writeReply;
    }

    /** What follows when the person is done with a case: closed, thanked for, given to somebody else. */
    public void onDone(Consumer<CaseId> goOn) {
        onDone = goOn;
    }

    /** What follows when such a case is hers again. */
    public void onUndone(Consumer<CaseId> showAgain) {
        onUndone = showAgain;
    }

    /** Whether the backend answers: what has no inverse can be undone only while it does not. */
    public BooleanProperty connected() {
        return connected;
    }

    public ReadOnlyObjectProperty<@Nullable Casefile> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Absence> absence() {
        return absence.getReadOnlyProperty();
    }

    /** Whether a reply is being written, so that the customer's text makes room for it. */
    public BooleanProperty replying() {
        return replying;
    }

    /** Whether the person has just opened the panel herself: whoever moves on through the list keeps the keys for that. */
    boolean isPanelAskedFor() {
        return panelAskedFor;
    }

    /** What is half written about the open case. */
    Jotter jotter() {
        return jotter;
    }

    /** What of the open case is shown only when asked for. */
    Hidden hidden() {
        return hidden;
    }

    /** The key of the sentence that says why the last thing tried could not be done. */
    ReadOnlyObjectProperty<@Nullable String> why() {
        return why.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Panel> panel() {
        return panel;
    }

    PersonId reader() {
        return casework.person();
    }

    /** The key of the sentence that says why not; empty if it can be done now. */
    Optional<String> hindrance(CaseAction action) {
        Casefile now = shown.get();
        return now == null ? Optional.of("case.why-nothing-open") : action.hindrance(now.feedback(), now.scope());
    }

    /** Does it, opens what asks for more, or says why it cannot be done. */
    public void act(CaseAction action) {
        Optional<String> hindrance = hindrance(action);
        if (hindrance.isPresent()) {
            why.set(null);
            why.set(hindrance.get());
            return;
        }
        why.set(null);
        switch (action) {
            case REPLY -> onReply.run();
            case MOVE -> toggle(Panel.MOVE);
            case THEME -> toggle(Panel.THEME);
            case NOTE -> toggle(Panel.NOTE);
            case KIND -> toggle(Panel.KIND);
            case HAND_OVER -> toggle(Panel.HAND_OVER);
            case WITHDRAW -> toggle(Panel.WITHDRAW);
            case THANK -> submit(new Command.ThankTeam());
            case TAKE_UP -> submit(new Command.ChangeStatus(feedback().status(), CaseStatus.IN_PROGRESS));
            case CLOSE -> submit(new Command.ChangeStatus(feedback().status(), CaseStatus.CLOSED));
            case REOPEN -> submit(new Command.ChangeStatus(CaseStatus.CLOSED, CaseStatus.IN_PROGRESS));
        }
    }

    /** Closes the panel; what was half written in it stays. */
    void closePanel() {
        panel.set(null);
    }

    /** Closes the panel and throws away what was half written in it. */
    void cancel(What written) {
        jotter.drop(written);
        panel.set(null);
    }

    /** Keeps what is half written, as when the screen is locked or the program is left. */
    public void keepNow() {
        jotter.keepNow();
    }

    void moveTo(UnitId unit, String reason) {
        panel.set(null);
        submit(new Command.MoveToUnit(feedback().unit(), unit, reason));
    }

    void assignTo(@Nullable PersonId person) {
        panel.set(null);
        submit(new Command.AssignTo(feedback().assignee(), person));
    }

    /** Adds the theme, or takes it away when it is there. */
    void toggleTheme(ThemeId theme) {
        submit(feedback().themes().contains(theme) ? new Command.RemoveTheme(theme) : new Command.AddTheme(theme));
    }

    void addNote(String text) {
        if (!text.isBlank()) {
            panel.set(null);
            submit(new Command.AddNote(casework.ids().newNote(), text.strip()));
        }
    }

    void setKind(FeedbackKind kind) {
        panel.set(null);
        submit(new Command.SetKind(feedback().kind(), kind));
    }

    void handOver(HandoverKind kind) {
        panel.set(null);
        submit(new Command.HandOver(kind));
    }

    void withdraw(WithdrawalReason reason) {
        panel.set(null);
        submit(new Command.WithdrawEntry(reason));
    }

    void settle(Reply reply, DeliveryState to) {
        submit(new Command.SettleDelivery(reply.id(), reply.delivery().state(), to));
    }

    void approve(Draft draft) {
        submit(new Command.ApproveDraft(draft.id(), draft.revision()));
    }

    void sendBack(Draft draft, String comment) {
        submit(new Command.ReturnDraft(draft.id(), draft.revision(), comment.strip()));
    }

    void drop(Draft draft) {
        submit(new Command.DropDraft(draft.id(), draft.revision()));
    }

    private FeedbackCase feedback() {
        Casefile now = shown.get();
        if (now == null) {
            throw new IllegalStateException("No case is open");
        }
        return now.feedback();
    }

    private void toggle(Panel wanted) {
        panelAskedFor = true;
        panel.set(panel.get() == wanted ? null : wanted);
    }

    private void submit(Command command) {
        CaseId id = feedback().id();
        Optional<Written> words = Written.in(command);
        words.ifPresent(each -> jotter.handOver(each.what()));
        background.<CommandId>run(
                Lane.WRITE,
                () -> {
                    CommandId made = casework.submit(id, command);
                    words.ifPresent(each -> forget(id, each));
                    return made;
                },
                made -> {
                    readIfOpen(id);
                    Deed.of(command).ifPresent(deed -> announce(id, made, deed, words));
                },
                failure -> {
                    words.ifPresent(each -> putBack(id, each));
                    couldNot(failure);
                });
    }

    /** On a full disk the command stands all the same; the words are then offered once more, to be thrown away. */
    private void forget(CaseId id, Written words) {
        try {
            casework.jot(id, words.what(), "");
        } catch (DiskFull full) {
            LOG.warn("The disk is full: words that became a command stay half written too");
        }
    }

    /** Words of a command that is none, or none any more, are half written again. */
    private void putBack(CaseId id, Written words) {
        if (jotter.isOpen(id)) {
            jotter.write(words.what(), words.text());
            openForJottings();
        }
    }

    /** Undoing is offered only where it is going to succeed. The newest offer takes the place of the one before. */
    private void announce(CaseId id, CommandId made, Deed deed, Optional<Written> words) {
        withdrawUndo.run();
        withdrawUndo = () -> {};
        if (deed.inverse() != null || !connected.get()) {
            withdrawUndo = notices.sayWithUndo(TIME_TO_UNDO, () -> undo(id, made, deed, words), deed.did());
        } else if (deed.leaves()) {
            notices.say(deed.did());
        }
        if (deed.leaves()) {
            onDone.accept(id);
        }
    }

    private void undo(CaseId id, CommandId made, Deed deed, Optional<Written> words) {
        background.run(
                Lane.WRITE,
                () -> takeBack(id, made, words) || putBack(id, deed.inverse()),
                undone -> {
                    notices.say(undone ? deed.undone() : "case.undo-too-late");
                    if (undone) {
                        words.ifPresent(each -> putBack(id, each));
                    }
                    readIfOpen(id);
                    if (undone && deed.leaves()) {
                        onUndone.accept(id);
                    }
                },
                this::couldNot);
    }

    private boolean takeBack(CaseId id, CommandId made, Optional<Written> words) {
        boolean back = casework.takeBack(made);
        if (back) {
            words.ifPresent(each -> casework.jot(id, each.what(), each.text()));
        }
        return back;
    }

    private boolean putBack(CaseId id, @Nullable Command inverse) {
        if (inverse == null) {
            return false;
        }
        casework.submit(id, inverse);
        return true;
    }

    private void couldNot(RuntimeException failure) {
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        why.set("case.disk-full");
    }

    private void readIfOpen(CaseId id) {
        if (id.equals(open.get())) {
            read(id);
        }
    }

    private void read(CaseId id) {
        Book asOf = book;
        background.run(
                Lane.READ,
                () -> new Found(casework.open(id).orElse(null), casework.jottings(id)),
                found -> show(id, asOf, found.feedback(), found.jottings()));
    }

    private record Found(@Nullable FeedbackCase feedback, Map<What, String> jottings) {}

    private void show(CaseId id, Book asOf, @Nullable FeedbackCase found, Map<What, String> jottings) {
        if (!id.equals(open.get())) {
            return;
        }
        row = asOf.row(id).orElse(null);
        if (found == null) {
            jotter.leave();
            open.set(null);
            shown.set(null);
            absence.set(Absence.GONE);
            return;
        }
        absence.set(Absence.NOTHING_CHOSEN);
        boolean pending = row != null && row.pending();
        shown.set(new Casefile(found, asOf.reference(), asOf.scope(), pending));
        if (!jotter.isOpen(id)) {
            jotter.open(id, jottings);
            openForJottings();
        }
    }

    /** What was left half written is in sight again, and not only kept. */
    private void openForJottings() {
        panelAskedFor = false;
        if (jotter.has(What.NOTE)) {
            panel.set(Panel.NOTE);
        } else if (jotter.has(What.REASON_TO_MOVE)) {
            panel.set(Panel.MOVE);
        }
    }
}
