package fi.vastine.desktop.casework;

import fi.vastine.contract.id.CaseId;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Jottings.What;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps on the disk what is half written about the open case, within a second of it.
 *
 * <p>To be used on the screen's thread.
 */
public final class Jotter {
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final Duration UNTIL_ROOM = Duration.ofSeconds(3);

    private final Casework casework;
    private final Background background;
    private final Map<What, String> texts = new EnumMap<>(What.class);
    private final Set<What> fresh = EnumSet.noneOf(What.class);
    private final Map<Field, String> unwritten = new HashMap<>();
    private @Nullable CaseId open;
    private Background.Cancellable keeping = () -> {};

    public Jotter(Casework casework, Background background) {
        this.casework = casework;
        this.background = background;
    }

    private record Field(CaseId caseId, What what) {}

    /** Another case is open now, and this is what was half written about it; what was written about the one before is kept. */
    public void open(CaseId id, Map<What, String> kept) {
        leave();
        open = id;
        texts.putAll(kept);
        unwritten.forEach((field, text) -> {
            if (field.caseId().equals(id)) {
                texts.put(field.what(), text);
            }
        });
    }

    /** No case is open any more. */
    public void leave() {
        keepNow();
        open = null;
        texts.clear();
    }

    public boolean isOpen(CaseId id) {
        return id.equals(open);
    }

    /** What is half written; empty if nothing is. */
    public String text(What what) {
        return texts.getOrDefault(what, "");
    }

    public boolean has(What what) {
        return !text(what).isBlank();
    }

    /** Takes what stands in a field now. The pause is not begun anew by each key: who types without a stop loses a second at most. */
    public void write(What what, String text) {
        if (open == null || text.equals(text(what))) {
            return;
        }
        texts.put(what, text);
        if (fresh.isEmpty()) {
            keeping = background.after(PAUSE, this::keepNow);
        }
        fresh.add(what);
    }

    /** The words are a command's now, which takes care of them. */
    public void handOver(What what) {
        texts.remove(what);
        fresh.remove(what);
        if (open != null) {
            unwritten.remove(new Field(open, what));
        }
    }

    /** The words are thrown away. */
    public void drop(What what) {
        write(what, "");
        keepNow();
    }

    /** Keeps at once what is not kept yet. */
    public void keepNow() {
        keeping.cancel();
        CaseId id = open;
        if (id != null) {
            fresh.forEach(what -> keep(new Field(id, what), text(what)));
        }
        fresh.clear();
    }

    private void keep(Field field, String text) {
        unwritten.put(field, text);
        background.run(
                Lane.WRITE,
                () -> {
                    casework.jot(field.caseId(), field.what(), text);
                    return text;
                },
                kept -> unwritten.remove(field, kept),
                failure -> couldNot(field, text, failure));
    }

    /** Tried again until there is room, whatever is open by then, unless newer words have taken its place. */
    private void couldNot(Field field, String text, RuntimeException failure) {
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        background.after(UNTIL_ROOM, () -> {
            if (text.equals(unwritten.get(field))) {
                keep(field, text);
            }
        });
    }
}
