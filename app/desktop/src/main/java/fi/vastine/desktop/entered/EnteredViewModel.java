package fi.vastine.desktop.entered;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.id.CaseId;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.EnteredToday;
import fi.vastine.core.session.EnteredToday.Line;
import fi.vastine.core.session.EnteredToday.Stage;
import fi.vastine.core.session.Waiting;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The day's entries, each by its number, and which of them is about to be withdrawn. To be used on the screen's thread. */
public final class EnteredViewModel {
    private final EnteredToday entered;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final Times times;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable CaseId> asked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Reference> reference = new ReadOnlyObjectWrapper<>(Reference.NONE);

    public EnteredViewModel(EnteredToday entered, Background background, Notices notices, Texts texts, Times times) {
        this.entered = entered;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
        this.times = times;
    }

    /** Takes the names of units and forms. */
    public void accept(Book book) {
        if (!reference.get().equals(book.reference())) {
            reference.set(book.reference());
        }
    }

    /** Takes the day's entries, the latest first. */
    public void accept(List<Line> now) {
        if (!lines.equals(now)) {
            lines.setAll(now);
        }
        CaseId one = asked.get();
        if (one != null && now.stream().noneMatch(each -> each.caseId().equals(one) && each.canBeWithdrawn())) {
            asked.set(null);
        }
    }

    /** The entries, the latest first. */
    public ObservableList<Line> lines() {
        return lines;
    }

    /** What tells an entry from the others that wait: its number, unit and form; empty for what is no entry. */
    public String tell(Waiting waiting) {
        boolean isEntry = waiting.command() instanceof Command.EnterFeedback
                || waiting.command() instanceof Command.WithdrawEntry;
        return isEntry
                ? lines.stream()
                        .filter(each -> each.caseId().equals(waiting.caseId()))
                        .findFirst()
                        .map(each -> joined(Stream.of(number(each), unitName(each), formName(each))))
                        .orElse("")
                : "";
    }

    /** Whether it can still be corrected; what was once on its way, even in vain, can only be withdrawn. */
    public boolean isHere(Waiting waiting) {
        return lines.stream()
                .filter(each -> each.caseId().equals(waiting.caseId()))
                .allMatch(each -> each.stage() == Stage.HERE);
    }

    /** A line about what waits, behind its number. */
    public String numbered(Waiting waiting, String about) {
        return lines.stream()
                .filter(each -> each.caseId().equals(waiting.caseId()))
                .findFirst()
                .map(each -> joined(Stream.of(number(each), about)))
                .orElse(about);
    }

    /** All that is known here of an entry that the backend has. */
    String about(Line line) {
        return joined(Stream.of(number(line), time(line), unitName(line), formName(line), texts.word(line.channel())));
    }

    /** To the second where another one was made within the same minute. */
    private String time(Line line) {
        String minute = times.clock(line.madeAt());
        boolean alone = lines.stream()
                .noneMatch(other -> !other.caseId().equals(line.caseId())
                        && times.clock(other.madeAt()).equals(minute));
        return alone ? minute : times.clockToTheSecond(line.madeAt());
    }

    private String number(Line line) {
        return texts.text("entered.number", line.number());
    }

    private String unitName(Line line) {
        return reference.get().unitName(line.unit(), texts.language().get());
    }

    private String formName(Line line) {
        String form = line.form();
        return form == null
                ? ""
                : reference
                        .get()
                        .forms()
                        .version(form)
                        .map(each -> each.title().in(texts.language().get()))
                        .orElse("");
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }

    // Withdrawing

    /** The entry of which it is asked why it is withdrawn; absent for none. */
    ReadOnlyObjectProperty<@Nullable CaseId> asked() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Reference> reference() {
        return reference.getReadOnlyProperty();
    }

    void ask(CaseId entry) {
        asked.set(entry);
    }

    /** It stays as it is. */
    void leave() {
        asked.set(null);
    }

    /** Withdraws it; that it has to be sent first is said where it stands. */
    void withdraw(Line line, WithdrawalReason why) {
        background.run(
                Lane.WRITE,
                () -> {
                    entered.withdraw(line.caseId(), why);
                    return entered.lines();
                },
                now -> {
                    asked.set(null);
                    accept(now);
                    notices.say("entered.is-withdrawn", line.number());
                },
                this::couldNot);
    }

    private void couldNot(RuntimeException failure) {
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        notices.say("entry.disk-full");
    }
}
