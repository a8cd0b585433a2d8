package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.text.Addresses;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.core.cases.Book;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.core.session.SyncState;
import fi.vastine.desktop.entered.DayCount;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One paper after the other, typed in.
 *
 * <p>The screen never waits for the disk: what is typed shows at once and is on the disk some milliseconds later, and what is typed
 * while a paper is being kept goes onto the next one. To be used on the screen's thread.
 */
public final class PaperViewModel {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_UNDO = Duration.ofSeconds(10);

    private final Interviews papers;
    private final Background background;
    private final Notices notices;
    private final Batch batch;
    private final Printing printing;
    private final Scanning scanning;
    private final Keys keys = new Keys(this);
    private final ReadOnlyObjectWrapper<Interviews.@Nullable State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Interview> paper = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Interview> first = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Check> check = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> hint = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper diskFull = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper identityCode = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final DayCount day;
    private final List<Runnable> typedAhead = new ArrayList<>();
    private @Nullable Kept before;
    private boolean busy;
    private boolean dirty;
    private boolean saving;
    private Background.Cancellable pause = () -> {};
    private Runnable endOffer = () -> {};

    /** A paper that was kept, and the entry made of it. */
    private record Kept(Interview paper, CommandId entry) {}

    /** Fetches what was left in the middle. */
    public PaperViewModel(Interviews papers, Background background, Notices notices, Texts texts, Times times) {
        this.papers = papers;
        this.background = background;
        this.notices = notices;
        this.batch = new Batch(papers, texts, times);
        this.printing = new Printing(batch, paper, background, notices, texts);
        this.day = new DayCount(papers, background);
        state.subscribe(day::accept);
        this.scanning = new Scanning(papers, paper, background);
        background.run(Lane.READ, papers::state, this::show);
    }

    /** Takes the units and forms there are for her today. */
    public void accept(Book book) {
        batch.accept(book);
    }

    /** Takes what waits to be sent. */
    public void accept(SyncState sync) {
        waiting.set((int) sync.waiting().stream()
                .filter(each -> each.command() instanceof Command.EnterFeedback)
                .count());
    }

    // A pile of papers

    /** Begins a pile, or says what is wanting. */
    void begin() {
        Form which = batch.form().get();
        batch.settled().ifPresent(start -> {
            if (which != null) {
                write(() -> papers.begin(which, start, batch.language().get()), this::show);
            }
        });
    }

    void takeUp(CaseId left) {
        write(() -> papers.takeUp(left), this::show);
    }

    /** Back to where unit, form and day are chosen; a paper half typed is put aside. */
    void leaveBatch() {
        Interview now = whole();
        if (now != null) {
            write(
                    () -> {
                        papers.keep(now);
                        return now.isBegun() ? papers.park() : papers.withdraw(now.caseId());
                    },
                    this::show);
        }
    }

    // A paper

    /** Shows another stand of the paper, and keeps it. */
    void change(Interview next) {
        hint.set(null);
        paper.set(next);
        dirty = true;
        keepNow();
    }

    /** The customer's own words, as far as they are typed. */
    void written(String linkId, String words) {
        Interview now = paper.get();
        if (now != null) {
            soon(now.written(linkId, words));
        }
    }

    /** The wish for a reply, as far as it is typed; absent for none. */
    void wished(@Nullable ReplyWish wish) {
        Interview now = paper.get();
        if (now != null) {
            soon(now.wishing(wish));
        }
    }

    /** The pause is not begun anew by each key: who types without a stop loses at most a second too. */
    private void soon(Interview next) {
        hint.set(null);
        paper.set(next);
        identityCode.set(holdsIdentityCode(next));
        if (!dirty) {
            dirty = true;
            pause = background.after(PAUSE, this::keepNow);
        }
    }

    private static boolean holdsIdentityCode(Interview now) {
        return now.filled().given().values().stream()
                .anyMatch(each -> each instanceof Given.Words said && IdentityCodes.foundIn(said.text()));
    }

    /** Keeps what is typed at once, as when the place or the program is left. */
    public void keepNow() {
        pause.cancel();
        Interview now = whole();
        // While a paper is typed again, the first typing is what lies on the disk.
        if (now == null || !dirty || saving || busy || first.get() != null) {
            return;
        }
        dirty = false;
        saving = true;
        background.run(
                Lane.WRITE,
                () -> papers.keep(now),
                kept -> {
                    saving = false;
                    diskFull.set(false);
                    keepNow();
                },
                this::couldNot);
    }

    /** The paper is done: it is kept, and the next one shows; or it is said what is wanting. */
    void keepPaper() {
        if (busy) {
            typedAhead.add(this::keepPaper);
            return;
        }
        Interview now = keys.finished().orElse(null);
        if (now == null) {
            return;
        }
        Interview begun = first.get();
        if (begun == null) {
            keep(now);
        } else if (check.get() == null) {
            compare(Check.of(begun, now.filled()));
        } else {
            settle(check.get());
        }
    }

    private void keep(Interview done) {
        String why = whyNot(done);
        if (why != null) {
            hint.set(why);
            return;
        }
        busy = true;
        background.run(Lane.WRITE, () -> papers.endAndGoOn(done), ended -> kept(done, ended), this::couldNot);
    }

    private static @Nullable String whyNot(Interview done) {
        ReplyWish wish = done.wish();
        if (!done.isBegun()) {
            return "paper.why-empty";
        }
        if (wish == null || Addresses.fits(wish.way(), wish.address().strip())) {
            return null;
        }
        return switch (wish.way()) {
            case MAIL -> "entry.why-no-mail";
            case PHONE -> "entry.why-no-phone";
            case POST, IN_PERSON -> "entry.why-no-post";
        };
    }

    private void kept(Interview done, Interviews.Ended ended) {
        busy = false;
        int number = number();
        show(ended.now());
        CommandId id = ended.id();
        endOffer.run();
        if (id != null) {
            before = new Kept(done, id);
            endOffer = notices.sayWithUndo(TIME_TO_UNDO, this::takeBack, "paper.kept", number);
        }
        goOnTyping();
    }

    private void goOnTyping() {
        List<Runnable> ahead = List.copyOf(typedAhead);
        typedAhead.clear();
        ahead.forEach(this::typed);
    }

    /** The paper before comes back as it was, and the one under way waits for it. */
    void takeBack() {
        Kept last = before;
        Interview now = whole();
        if (last == null) {
            notices.say("paper.none-before");
            return;
        }
        before = null;
        endOffer.run();
        this.<Optional<Interviews.State>>write(
                () -> {
                    if (now != null) {
                        papers.keep(now);
                    }
                    return papers.takeBack(last.entry(), last.paper());
                },
                back -> {
                    back.ifPresent(this::show);
                    notices.say(back.isPresent() ? "paper.taken-back" : "entry.too-late");
                });
    }

    /** What would be lost if the program ended now: of a paper that is typed again, the first typing. */
    private @Nullable Interview whole() {
        return first.get() == null ? paper.get() : first.get();
    }

    // Typing it again

    /** Begins to type the same paper again; its words are read and not typed twice. */
    void checkPaper() {
        Interview now = keys.finished().orElse(null);
        if (now == null || busy || first.get() != null) {
            return;
        }
        if (!now.filled().hasAnswer()) {
            hint.set("paper.why-empty");
            return;
        }
        change(now);
        first.set(now);
        Interview again = now.filledIn(FilledForm.empty(now.filled().form()));
        paper.set(keys.atFirst(again));
    }

    /** Goes back to the paper as it was typed first. */
    void leaveCheck() {
        Interview begun = first.get();
        if (begun != null) {
            endCheck(begun);
        }
    }

    private void compare(Check now) {
        if (now.differences().isEmpty()) {
            Interview same = now.first();
            endCheck(same);
            notices.say("paper.no-differences");
            keep(same);
        } else {
            hint.set(null);
            check.set(now);
        }
    }

    void choose(String linkId, Check.Typing which) {
        Check now = check.get();
        if (now != null) {
            hint.set(null);
            check.set(now.choosing(linkId, which));
        }
    }

    private void settle(Check now) {
        if (now.left() > 0) {
            hint.set("paper.why-unsettled");
        } else {
            Interview settled = now.settled();
            endCheck(settled);
            keep(settled);
        }
    }

    private void endCheck(Interview next) {
        check.set(null);
        first.set(null);
        keys.forget();
        change(next);
    }

    // The disk

    private <T> void write(Supplier<T> work, Consumer<T> done) {
        if (!busy) {
            pause.cancel();
            busy = true;
            background.run(
                    Lane.WRITE,
                    work,
                    result -> {
                        busy = false;
                        done.accept(result);
                        goOnTyping();
                    },
                    this::couldNot);
        }
    }

    private void couldNot(RuntimeException failure) {
        busy = false;
        saving = false;
        typedAhead.clear();
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        diskFull.set(true);
        // Room may be made any moment.
        dirty = true;
        pause = background.after(PAUSE, this::keepNow);
    }

    private void show(Interviews.State next) {
        diskFull.set(false);
        dirty = false;
        hint.set(null);
        keys.forget();
        check.set(null);
        first.set(null);
        state.set(next);
        Interview now = next.current();
        if (now == null) {
            batch.makeReady(next.last());
        }
        identityCode.set(now != null && holdsIdentityCode(now));
        paper.set(now == null ? null : keys.atQuestion(now));
    }

    /** Does it now, or on the next paper if this one is just being kept. */
    void typed(Runnable key) {
        if (busy) {
            typedAhead.add(key);
        } else {
            key.run();
        }
    }

    /** Whether this paper is just being kept. */
    boolean isKeeping() {
        return busy;
    }

    void say(@Nullable String wanting) {
        hint.set(wanting);
    }

    // What is shown

    Keys keys() {
        return keys;
    }

    Batch batch() {
        return batch;
    }

    /** The empty form on paper. */
    Printing printing() {
        return printing;
    }

    /** The scanned pages of the paper under way. */
    Scanning scanning() {
        return scanning;
    }

    ReadOnlyObjectProperty<Interviews.@Nullable State> state() {
        return state.getReadOnlyProperty();
    }

    /** The paper under way; absent where a pile is chosen. */
    ReadOnlyObjectProperty<@Nullable Interview> paper() {
        return paper.getReadOnlyProperty();
    }

    /** The paper as it was typed first, while it is typed again. */
    ReadOnlyObjectProperty<@Nullable Interview> first() {
        return first.getReadOnlyProperty();
    }

    /** Both typings, while they are compared. */
    ReadOnlyObjectProperty<@Nullable Check> check() {
        return check.getReadOnlyProperty();
    }

    /** The key of what is wanting; absent for nothing. */
    ReadOnlyObjectProperty<@Nullable String> hint() {
        return hint.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty diskFull() {
        return diskFull.getReadOnlyProperty();
    }

    /** Whether a text seems to hold a personal identity code. */
    ReadOnlyBooleanProperty identityCode() {
        return identityCode.getReadOnlyProperty();
    }

    DayCount day() {
        return day;
    }

    ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** The running number of the paper in its pile, from 1. */
    int number() {
        Interviews.State now = state.get();
        return now == null || now.last() == null ? 1 : now.last().inARow() + 1;
    }

    /** Whether there is a form to type in, or a paper was left half way. */
    public boolean isWanted() {
        Interviews.State now = state.get();
        return !batch.forms().isEmpty()
                || (now != null && (now.current() != null || !now.parked().isEmpty()));
    }
}
