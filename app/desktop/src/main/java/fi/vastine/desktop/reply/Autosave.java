package fi.vastine.desktop.reply;

import fi.vastine.contract.id.CaseId;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Map<CaseId, LocalDraft> unwritten = new LinkedHashMap<>();
    private @Nullable CaseId current;
    private boolean dirty;
    private Background.Cancellable keeping = () -> {};
    private Background.Cancellable retrying = () -> {};

    /**
     * @param asItStands the draft to keep; empty while none is written
     */
    Autosave(Casework casework, Background background, Supplier<Optional<LocalDraft>> asItStands) {
        this.casework = casework;
        this.background = background;
        this.asItStands = asItStands;
    }

    /** Another draft is written now, kept since then or not at all. */
    void begin(CaseId id, @Nullable Instant since) {
        current = id;
        keeping.cancel();
        dirty = false;
        savedAt.set(since);
    }

    /** What was written for a case and found no room yet. */
    Optional<LocalDraft> unwritten(CaseId id) {
        return Optional.ofNullable(unwritten.get(id));
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
        asItStands.get().ifPresent(written -> write(id, written));
    }

    private void write(CaseId id, LocalDraft written) {
        unwritten.remove(id);
        background.run(
                Lane.WRITE,
                () -> {
                    casework.keep(id, written);
                    return written;
                },
                kept -> saved(id, kept),
                failure -> couldNot(id, written, failure));
    }

    /** The case is left, its draft kept; the backend is to have it too, when there is room to note that down. */
    void leave(CaseId id) {
        now(id);
        if (unwritten.containsKey(id)) {
            return;
        }
        background.run(
                Lane.WRITE,
                () -> {
                    casework.leave(id);
                    return id;
                },
                done -> {},
                Autosave::unlessFull);
    }

    /** Somebody else keeps it, together with what is done with it. */
    void end(CaseId id) {
        keeping.cancel();
        dirty = false;
        unwritten.remove(id);
    }

    void saved(CaseId id, LocalDraft kept) {
        unwritten.remove(id);
        diskFull.set(!unwritten.isEmpty());
        if (id.equals(current)) {
            savedAt.set(kept.savedAt());
        }
    }

    /** What was written is tried again until there is room, without another key and whatever is open by then. */
    void couldNot(CaseId id, LocalDraft written, RuntimeException failure) {
        unlessFull(failure);
        unwritten.put(id, written);
        diskFull.set(true);
        retrying.cancel();
        retrying = background.after(UNTIL_ROOM, () -> Map.copyOf(unwritten).forEach(this::write));
    }

    private static void unlessFull(RuntimeException failure) {
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
    }

    ReadOnlyObjectProperty<@Nullable Instant> savedAt() {
        return savedAt.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty diskFull() {
        return diskFull.getReadOnlyProperty();
    }
}
