package fi.vastine.desktop.interview;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.core.cases.Book;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Campaigns;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.core.session.SyncState;
import fi.vastine.core.session.Waiting;
import fi.vastine.desktop.entered.DayCount;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One customer after the other, asked at the bedside. To be used on the screen's thread. */
public final class InterviewViewModel {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_UNDO = Duration.ofSeconds(10);

    private final Interviews interviews;
    private final Background background;
    private final Notices notices;
    private final NextCustomer nextCustomer;
    private final DayCount day;
    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty remark = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Interviews.@Nullable State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper diskFull = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Voice>> voice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    private final BooleanProperty turned = new SimpleBooleanProperty();
    private final ObservableList<Waiting> ended = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper keeping = new ReadOnlyBooleanWrapper();
    private @Nullable Instant inStepAt;
    private boolean showing;
    private Runnable endOffer = () -> {};
    private Background.Cancellable later = () -> {};
    private boolean due;
    private @Nullable Given halfMade;

    /**
     * Fetches what was left in the middle.
     *
     * @param person who asks
     * @param voices finds the machine's voice; asked away from the screen
     */
    public InterviewViewModel(
            Interviews interviews,
            Campaigns campaigns,
            PersonId person,
            Background background,
            Notices notices,
            Supplier<Optional<Voice>> voices,
            Texts texts,
            Times times) {
        this.interviews = interviews;
        this.background = background;
        this.notices = notices;
        this.nextCustomer = new NextCustomer(interviews, campaigns, person, texts, times);
        this.day = new DayCount(interviews, background);
        state.subscribe(day::accept);
        words.subscribe(ignored -> written());
        remark.subscribe(ignored -> written());
        background.run(Lane.READ, interviews::state, this::show);
        background.run(Lane.READ, voices, voice::set);
    }

    /** Takes the units and forms there are for her today. */
    public void accept(Book book) {
        nextCustomer.accept(book);
    }

    /** Takes what waits to be sent. */
    public void accept(SyncState sync) {
        waiting.set((int) sync.waiting().stream()
                .filter(each -> each.command() instanceof Command.EnterFeedback)
                .count());
        List<Waiting> asked = sync.waiting().reversed().stream()
                .filter(each -> each.command() instanceof Command.EnterFeedback entry
                        && entry.channel() == Channel.SUPPORTED
                        && entry.answers().form() != null)
                .toList();
        if (!ended.equals(asked)) {
            ended.setAll(asked);
        }
        if (!Objects.equals(inStepAt, sync.updatedAt())) {
            inStepAt = sync.updatedAt();
            nextCustomer.count();
        }
    }

    // Before the first question

    /** Begins with the next customer, or says what is wanting. */
    void begin() {
        Form which = nextCustomer.form().get();
        nextCustomer.settled().ifPresent(start -> {
            if (which != null) {
                Language spoken = nextCustomer.language().get();
                write(() -> interviews.begin(which, start, spoken));
            }
        });
    }

    /** Takes up again one who was ended, if her answers are still here. */
    void correct(CommandId entry) {
        takeBack(() -> interviews.takeBack(entry));
    }

    private void takeBack(Supplier<Optional<Interviews.State>> work) {
        if (!keeping.get()) {
            endOffer.run();
            callOff();
            keeping.set(true);
            background.run(
                    Lane.WRITE,
                    work,
                    next -> {
                        diskFull.set(false);
                        next.ifPresentOrElse(this::show, () -> notices.say("entry.too-late"));
                        keeping.set(false);
                    },
                    this::couldNot);
        }
    }

    void takeUp(CaseId parked) {
        write(() -> interviews.takeUp(parked));
    }

    // While asking

    void answer(Given given) {
        change(now ->
                now.current().map(item -> now.answered(item.linkId(), given)).orElse(now));
    }

    /** What stands in the field is the answer; nothing in it, none. */
    void answerInWords() {
        change(now -> now.current()
                .map(item -> words.get().isBlank()
                        ? now.passed(item.linkId())
                        : now.answered(item.linkId(), new Given.Words(words.get())))
                .orElse(now));
    }

    void pass() {
        change(now -> now.current().map(item -> now.passed(item.linkId())).orElse(now));
    }

    /** On without an answer, or with the one that stands. */
    void onward() {
        change(now -> settled(now).onward());
    }

    void back() {
        change(now -> settled(now).back());
    }

    /** The customer has had enough: what was answered stays. */
    void stopHere() {
        change(now -> settled(now).atTheEnd());
    }

    void speak(Language next) {
        change(now -> settled(now).in(next));
    }

    void park() {
        keepNow();
        write(interviews::park);
    }

    /** The customer takes the consent back: nothing of it stays. */
    void takeAway() {
        Interview now = asked();
        if (now != null) {
            callOff();
            write(() -> interviews.withdraw(now.caseId()), () -> notices.say("interview.taken-away"));
        }
    }

    /** Keeps all as an entry; the next customer can be asked. */
    void end() {
        Interview now = asked();
        if (now == null || keeping.get()) {
            return;
        }
        callOff();
        keeping.set(true);
        Interview whole = now.remarked(remark.get());
        background.run(Lane.WRITE, () -> interviews.end(whole), done -> ended(whole, done), this::couldNot);
    }

    private void ended(Interview whole, Interviews.Ended done) {
        diskFull.set(false);
        show(done.now());
        keeping.set(false);
        CommandId id = done.id();
        endOffer.run();
        if (id == null) {
            notices.say("interview.nothing-kept");
        } else {
            endOffer = notices.sayWithUndo(
                    TIME_TO_UNDO, () -> takeBack(() -> interviews.takeBack(id, whole)), "interview.kept");
        }
    }

    /** The pause is not begun anew by each key: who writes without a stop loses at most a second too. */
    private void written() {
        if (!showing && asked() != null && !due) {
            due = true;
            later = background.after(PAUSE, this::keepNow);
        }
    }

    /** The screen is the collector's again, and nothing is read aloud. */
    public void turnBack() {
        turned.set(false);
        voice.get().ifPresent(Voice::hush);
    }

    /** The place or the program is left: who has answered all is done, and of all others what stands in the fields is kept. */
    public void leave() {
        turnBack();
        Interview now = asked();
        if (now != null && now.current().isEmpty()) {
            end();
        } else {
            keepNow();
        }
    }

    private void callOff() {
        later.cancel();
        due = false;
    }

    private void keepNow() {
        callOff();
        Interview now = asked();
        if (now != null && !keeping.get()) {
            Interview settled = settled(now);
            if (!settled.equals(now)) {
                background.run(Lane.WRITE, () -> interviews.keep(settled), this::keptQuietly, this::couldNot);
            }
        }
    }

    /** What is being typed is not touched. */
    private void keptQuietly(Interviews.State next) {
        diskFull.set(false);
        showing = true;
        state.set(next);
        showing = false;
    }

    /** An answer that is not made whole yet, such as the one of a ten; absent for none. */
    void halfMade(@Nullable Given answer) {
        halfMade = answer;
        written();
    }

    private Interview settled(Interview now) {
        Given half = halfMade;
        Interview remarked = now.remarked(remark.get());
        if (half != null) {
            return now.current()
                    .map(item -> remarked.givenHere(item.linkId(), half))
                    .orElse(remarked);
        }
        return now.current()
                .filter(InterviewViewModel::isWritten)
                .map(item -> remarked.written(item.linkId(), words.get()))
                .orElse(remarked);
    }

    static boolean isWritten(FormItem item) {
        return item.kind() instanceof ItemKind.Words || item.kind() instanceof ItemKind.Comment;
    }

    /** The answer is on the disk before the next question shows. */
    private void change(UnaryOperator<Interview> change) {
        Interview now = asked();
        if (now != null) {
            callOff();
            Interview next = change.apply(now);
            write(() -> interviews.keep(next));
        }
    }

    private void write(Supplier<Interviews.State> work) {
        write(work, () -> {});
    }

    private void write(Supplier<Interviews.State> work, Runnable done) {
        if (!keeping.get()) {
            keeping.set(true);
            background.run(
                    Lane.WRITE,
                    work,
                    next -> {
                        diskFull.set(false);
                        show(next);
                        keeping.set(false);
                        done.run();
                    },
                    this::couldNot);
        }
    }

    private void couldNot(RuntimeException failure) {
        diskFull.set(failure instanceof DiskFull);
        keeping.set(false);
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        // Room may be made any moment.
        callOff();
        due = true;
        later = background.after(PAUSE, this::keepNow);
    }

    private void show(Interviews.State next) {
        showing = true;
        halfMade = null;
        voice.get().ifPresent(Voice::hush);
        Interview now = next.current();
        words.set(now == null ? "" : wordsOf(now));
        remark.set(now == null ? "" : now.remark());
        state.set(next);
        underWay.set(now != null || !next.parked().isEmpty());
        showing = false;
        if (now == null) {
            nextCustomer.makeReady(next.last());
        }
    }

    private static String wordsOf(Interview now) {
        return now.current()
                .flatMap(item -> now.filled().answer(item.linkId()))
                .filter(Given.Words.class::isInstance)
                .map(given -> ((Given.Words) given).text())
                .orElse("");
    }

    // What is shown

    NextCustomer nextCustomer() {
        return nextCustomer;
    }

    DayCount day() {
        return day;
    }

    @Nullable
    Interview asked() {
        Interviews.State now = state.get();
        return now == null ? null : now.current();
    }

    /** Whether something is going to the disk, so that what is done now would be done to what was there before. */
    ReadOnlyBooleanProperty keeping() {
        return keeping.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Interviews.@Nullable State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty diskFull() {
        return diskFull.getReadOnlyProperty();
    }

    /** What can read aloud here. */
    ReadOnlyObjectProperty<Optional<Voice>> voice() {
        return voice.getReadOnlyProperty();
    }

    /** Reads the words aloud, where the machine has a voice. */
    void readAloud(String words, Language spoken) {
        voice.get()
                .ifPresent(found -> background.run(
                        Lane.READ,
                        () -> {
                            found.say(words, spoken);
                            return true;
                        },
                        ignored -> {},
                        failure -> voice.set(Optional.empty())));
    }

    /** Whether the screen is turned to the customer. */
    BooleanProperty turned() {
        return turned;
    }

    /** Who was asked and waits to be sent, the latest first. */
    ObservableList<Waiting> ended() {
        return ended;
    }

    ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether somebody is being asked, or was left half way. */
    public ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    /** Whether anybody can be asked. */
    public boolean isWanted() {
        return !nextCustomer.forms().isEmpty();
    }

    /** The customer's own words to the question. */
    StringProperty words() {
        return words;
    }

    /** The helper's words. */
    StringProperty remark() {
        return remark;
    }

    Background background() {
        return background;
    }
}
