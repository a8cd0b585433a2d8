package fi.vastine.desktop.shell;

import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.text.Texts;
import java.time.Duration;
import java.util.NoSuchElementException;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Short messages to the person, the latest last. A feature speaks through this; the shell shows it.
 *
 * <p>To be used on the screen's thread.
 */
public final class Notices {

    private static final Duration STAY = Duration.ofSeconds(5);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Texts texts;
    private final Background background;
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    public Notices(Texts texts, Background background) {
        this.texts = texts;
        this.background = background;
    }

    /** Says something for five seconds. */
    public void say(String key, Object... arguments) {
        show(new Notice(texts.live(key, arguments), null, new SimpleIntegerProperty((int) STAY.toSeconds()), STAY));
    }

    /**
     * Says something that can be taken back, with the seconds counting down.
     *
     * @param time how long it can be taken back
     * @param undo takes it back; called at most once
     * @return ends the offer before its time
     */
    public Runnable sayWithUndo(Duration time, Runnable undo, String key, Object... arguments) {
        var notice =
                new Notice(texts.live(key, arguments), undo, new SimpleIntegerProperty((int) time.toSeconds()), time);
        show(notice);
        return () -> dismiss(notice);
    }

    /** Takes back the latest thing that still can be. Says so when there is none. */
    public void undoLatest() {
        shown.reversed().stream()
                .filter(notice -> notice.undo() != null)
                .findFirst()
                .ifPresentOrElse(this::undo, () -> say("shell.nothing-to-undo"));
    }

    void undo(Notice notice) {
        Runnable undo = notice.undo();
        if (undo == null || !shown.remove(notice)) {
            throw new NoSuchElementException("This cannot be taken back any more");
        }
        undo.run();
    }

    void dismiss(Notice notice) {
        shown.remove(notice);
    }

    ObservableList<Notice> shown() {
        return shown;
    }

    private void show(Notice notice) {
        shown.add(notice);
        background.after(SECOND, () -> countDown(notice));
    }

    private void countDown(Notice notice) {
        if (!shown.contains(notice) || !(notice.secondsLeft() instanceof SimpleIntegerProperty left)) {
            return;
        }
        left.set(left.get() - 1);
        if (left.get() <= 0) {
            shown.remove(notice);
        } else {
            background.after(SECOND, () -> countDown(notice));
        }
    }
}
