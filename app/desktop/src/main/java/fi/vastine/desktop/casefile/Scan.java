package fi.vastine.desktop.casefile;

import fi.vastine.contract.id.CaseId;
import fi.vastine.core.session.FetchedPage;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.io.ByteArrayInputStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The page of the scanned paper that is looked at: fetched when it is asked for, read off the screen's thread, and let go with its
 * case. To be used on the screen's thread.
 */
final class Scan {
    private final Casework casework;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();

    /**
     * A page that was asked for.
     *
     * @param number from 1
     * @param picture absent while it is fetched, and where it could not be
     * @param why the key of what is to be said in place of the picture; absent for nothing
     */
    record Shown(
            CaseId caseId,
            int number,
            @Nullable Image picture,
            @Nullable String why) {}

    Scan(Casework casework, Background background) {
        this.casework = casework;
        this.background = background;
    }

    /** The page that is looked at; absent for none. */
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    void show(CaseId caseId, int number) {
        var asked = new Shown(caseId, number, null, "case.scan-fetching");
        shown.set(asked);
        background.run(Lane.NETWORK, () -> read(asked, casework.page(caseId, number)), read -> {
            // Another page may have been asked for meanwhile, or none.
            if (asked.equals(shown.get())) {
                shown.set(read);
            }
        });
    }

    void close() {
        shown.set(null);
    }

    private static Shown read(Shown asked, FetchedPage fetched) {
        return switch (fetched) {
            case FetchedPage.Picture picture -> {
                var image = new Image(new ByteArrayInputStream(picture.content()));
                yield image.isError() ? without(asked, "case.scan-unreadable") : with(asked, image);
            }
            case FetchedPage.NotCome ignored -> without(asked, "case.scan-not-come");
            case FetchedPage.NotReached ignored -> without(asked, "case.scan-offline");
        };
    }

    private static Shown with(Shown asked, Image picture) {
        return new Shown(asked.caseId(), asked.number(), picture, null);
    }

    private static Shown without(Shown asked, String why) {
        return new Shown(asked.caseId(), asked.number(), null, why);
    }
}
