package fi.vastine.desktop.control;

import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Reference;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.text.Collator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The units for which a person may enter feedback today, in the order of their names. To be used on the screen's thread. */
public final class OfferedUnits {
    private final Texts texts;
    private final Times times;
    private final ObservableList<Unit> all = FXCollections.observableArrayList();
    private Reference reference = Reference.NONE;
    private Scope scope = Scope.NONE;

    public OfferedUnits(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
        texts.language().subscribe(ignored -> all.setAll(offered()));
    }

    /** Takes the units there are for her today. */
    public void accept(Book book) {
        if (!reference.equals(book.reference()) || !scope.equals(book.scope())) {
            reference = book.reference();
            scope = book.scope();
            all.setAll(offered());
        }
    }

    private List<Unit> offered() {
        Collator alphabet = Collator.getInstance(texts.locale());
        return reference.toEnter(scope.enters(), times.today()).stream()
                .sorted((one, other) -> alphabet.compare(name(one), name(other)))
                .toList();
    }

    public ObservableList<Unit> all() {
        return all;
    }

    /** The one that need not be asked for; absent where there are none or several. */
    public @Nullable UnitId only() {
        return all.size() == 1 ? all.getFirst().id() : null;
    }

    public String name(Unit one) {
        return one.name().in(texts.language().get());
    }

    /** What a unit is called, also one that is not offered any more; empty for none. */
    public String name(@Nullable UnitId id) {
        return id == null ? "" : reference.unitName(id, texts.language().get());
    }
}
