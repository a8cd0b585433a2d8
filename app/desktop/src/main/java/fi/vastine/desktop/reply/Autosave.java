package fi.vastine.desktop.reply;

import fi.vastine.contract.id.CaseId;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Keeps on the disk what is typed, within a second of it, and knows since when it is kept. */
final class Autosave {
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final Duration UNTIL_ROOM = Duration.ofSeconds(3);

    private final Casework casework;
    private final Background background;
    private final Supplier<Optional<LocalDraft>> asItStands;
    private final ReadOnlyObjectWrapper<@Nullable Instant> savedAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper diskFull = new ReadOnlyBooleanWrapper();
    private boolean dirty;
    private Background.Cancellable keeping = () -> {};

    /**
     * @param asItStands the draft to keep; empty while none is written
     */
    Autosave(Casework casework, Background background, Supplier<Optional<LocalDraft>> asItStands) {
        this.casework = casework;
        this.background = background;
        this.asItStands = asItStands;
    }

    /** Another draft is written now, kept since then or not at all. */
    void begin(@Nullable Instant since) {
        end();
        savedAt.set(since);
    }

    /** Something was typed. The pause is not begun anew by each key: who types without a stop loses a second at most. */
    void touched(CaseId id) {
        if (!dirty) {
            dirty = true;
            keeping = background.after(PAUSE, () -> now(id));
        }
    }

    /** Keeps at once what is not kept yet. */
    void now(CaseId id) {
        keeping.cancel();
        if (!dirty) {
            return;
        }
        dirty = false;
        asItStands
                .get()
                .ifPresent(written -> background.run(
                        Lane.WRITE,
                        () -> {
                            casework.keep(id, written);
                            return written;
                        },
                        this::saved,
                        failure -> couldNot(id, failure)));
    }

    /** Somebody else keeps it, together with what is done with it. */
    void end() {
        keeping.cancel();
        dirty = false;
    }

    void saved(LocalDraft kept) {
        diskFull.set(false);
        savedAt.set(kept.savedAt());
    }

    /** What was typed stays in the editor and is tried again until there is room, without another key. */
    void couldNot(CaseId id, RuntimeException failure) {
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        diskFull.set(true);
        dirty = true;
        keeping.cancel();
        keeping = background.after(UNTIL_ROOM, () -> now(id));
    }

    ReadOnlyObjectProperty<@Nullable Instant> savedAt() {
        return savedAt.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty diskFull() {
        return diskFull.getReadOnlyProperty();
    }
}
