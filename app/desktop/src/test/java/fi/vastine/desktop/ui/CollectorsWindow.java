package fi.vastine.desktop.ui;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Books;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.MemoryEntries;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Leaving;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.Place;
import fi.vastine.desktop.shell.ShellView;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.Shortcut;
import fi.vastine.desktop.syncfoot.SyncFootView;
import fi.vastine.desktop.syncfoot.SyncFootViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The frame around one of a summer worker's places, and what she knows of her ward. */
public final class CollectorsWindow {
    private CollectorsWindow() {}

    /** The book of somebody who may enter feedback of one ward, and reads none. */
    public static Book book(List<Form> forms) {
        Reference known = new Lehtola().casework.book().reference();
        var reference = new Reference(
                known.units(),
                known.people(),
                known.themes(),
                known.templates(),
                known.rules(),
                new fi.vastine.core.cases.Forms(forms));
        var scope = new Scope(1, List.of(), Map.of(), List.of(Role.COLLECTOR), List.of(Lehtola.WARD));
        return Books.of(List.of(), reference, scope, 1);
    }

    /** What she entered today, with the backend behind it in memory. */
    public static EnteredViewModel entered(MemoryEntries kept, Texts texts, Times times) {
        var background = new SameThreadBackground();
        var model = new EnteredViewModel(
                kept.startEnteredToday(), background, new Notices(texts, background), texts, times);
        model.accept(book(Forms.shipped()));
        return model;
    }

    /** Opens the window; its place is made on the screen's thread. */
    public static UiDriver open(Texts texts, Times times, Notices notices, Supplier<Place> place) {
        return UiDriver.open(() -> {
            ShellViewModel shell = new ShellViewModel(texts, notices);
            shell.personName().set("Elias Kotavuori");
            shell.showPlaces(List.of(place.get()));
            return new ShellView(
                    shell,
                    new SyncFootView(new SyncFootViewModel(texts, times), texts),
                    new Leaving(() -> {}, () -> {}, () -> {}));
        });
    }

    /** A place that is one pane. */
    public static Place place(String id, Node pane, Supplier<List<Shortcut>> shortcuts) {
        return new Place(
                id,
                id + ".title",
                Feather.SMILE,
                new SimpleIntegerProperty(),
                Place.Tone.WORK,
                () -> new Place.Panes.Whole(pane),
                shortcuts);
    }
}
