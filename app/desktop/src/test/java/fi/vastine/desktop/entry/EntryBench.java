package fi.vastine.desktop.entry;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Books;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.MemoryEntries;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import java.util.Map;

/** A collector at Lehtola: the form over the entries of core, with stores in memory. */
final class EntryBench {
    final MemoryEntries kept = new MemoryEntries(Lehtola.BERTIL, Lehtola.CLOCK);
    final SameThreadBackground background = new SameThreadBackground();
    final Texts texts;
    final Times times;
    final Notices notices;
    EntryViewModel model;
    EnteredViewModel entered;

    EntryBench(Language language) {
        texts = new Texts(language);
        times = new Times(texts, Lehtola.CLOCK);
        notices = new Notices(texts, background);
        model = start();
        entered = new EnteredViewModel(kept.startEnteredToday(), background, notices, texts, times);
        entered.accept(book(Lehtola.WARD, Lehtola.CLINIC));
    }

    /** The program is killed and started again. */
    void restart() {
        model = start();
    }

    private EntryViewModel start() {
        var started = new EntryViewModel(kept.start(), background, Lehtola.CLOCK, notices, texts, times);
        started.accept(book(Lehtola.WARD, Lehtola.CLINIC));
        return started;
    }

    static Book book(UnitId... enters) {
        var scope = new Scope(1, List.of(), Map.of(), List.of(Role.COLLECTOR), List.of(enters));
        return Books.of(List.of(), new Lehtola().casework.book().reference(), scope, 1);
    }

    void tellWaiting() {
        model.accept(kept.waiting(Connection.OFFLINE));
        entered.accept(kept.startEnteredToday().lines());
    }
}
