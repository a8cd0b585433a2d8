package fi.vastine.desktop.paper;

import fi.vastine.contract.id.CaseId;
import fi.vastine.core.outbox.ScannedPages;
import fi.vastine.core.outbox.ScannedPages.Extent;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The scanned pages of the paper that is typed. To be used on the screen's thread. */
final class Scanning {
    private final ScannedPages pages;
    private final ObservableValue<@Nullable Interview> paper;
    private final Background background;
    private final ReadOnlyObjectWrapper<Extent> extent = new ReadOnlyObjectWrapper<>(Extent.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Refusal> refusal = new ReadOnlyObjectWrapper<>();
    private @Nullable CaseId shown;

    /**
     * Why a file was not added.
     *
     * @param why the key of the reason
     * @param file its name
     */
    record Refusal(String why, String file) {}

    /** What came of files: all of them were added up to one that was not. */
    private record Added(Extent now, @Nullable Refusal refusal) {}

    /**
     * Makes ready to add pages.
     *
     * @param paper the paper under way, if there is one
     */
    Scanning(Interviews papers, ObservableValue<@Nullable Interview> paper, Background background) {
        this.pages = papers.pages();
        this.paper = paper;
        this.background = background;
        paper.subscribe(now -> follow(now == null ? null : now.caseId()));
    }

    private void follow(@Nullable CaseId now) {
        if (now == null || !now.equals(shown)) {
            shown = now;
            refusal.set(null);
            extent.set(Extent.NONE);
            if (now != null) {
                run(now, () -> new Added(pages.of(now), null));
            }
        }
    }

    /** Adds files behind what the paper has; of one that cannot be added it is said why, and nothing else changes. */
    void add(List<Path> files) {
        Interview now = paper.getValue();
        if (now != null) {
            CaseId caseId = now.caseId();
            run(caseId, () -> added(caseId, files));
        }
    }

    private Added added(CaseId caseId, List<Path> files) {
        Extent before = pages.of(caseId);
        for (Path file : files) {
            switch (ScannedFile.read(file, before)) {
                case ScannedFile.Fits fits -> {
                    try {
                        before = pages.add(caseId, fits.pages(), fits.content());
                    } catch (DiskFull full) {
                        return new Added(before, new Refusal("paper.scan-disk-full", name(file)));
                    }
                }
                case ScannedFile.Refused refused -> {
                    return new Added(before, new Refusal(refused.why(), name(file)));
                }
            }
        }
        return new Added(before, null);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Takes away all pages of the paper. */
    void remove() {
        Interview now = paper.getValue();
        if (now != null) {
            CaseId caseId = now.caseId();
            run(caseId, () -> {
                pages.drop(caseId);
                return new Added(Extent.NONE, null);
            });
        }
    }

    private void run(CaseId caseId, Supplier<Added> work) {
        background.run(Lane.WRITE, work, done -> {
            if (caseId.equals(shown)) {
                extent.set(done.now());
                refusal.set(done.refusal());
            }
        });
    }

    /** What the paper has. */
    ReadOnlyObjectProperty<Extent> extent() {
        return extent.getReadOnlyProperty();
    }

    /** Why the last file was not added; absent if it was. */
    ReadOnlyObjectProperty<@Nullable Refusal> refusal() {
        return refusal.getReadOnlyProperty();
    }
}
