package fi.vastine.desktop.casework;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Books;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Attention.Item;
import fi.vastine.desktop.attention.AttentionView;
import fi.vastine.desktop.attention.AttentionViewModel;
import fi.vastine.desktop.casefile.CasefileView;
import fi.vastine.desktop.casefile.CasefileViewModel;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.inbox.InboxView;
import fi.vastine.desktop.inbox.InboxViewModel;
import fi.vastine.desktop.reply.ReplyView;
import fi.vastine.desktop.reply.ReplyViewModel;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.Place;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** List and case side by side over a county in memory, joined as the program joins them. */
public final class Workbench {
    public final Lehtola lehtola = new Lehtola();
    public final SameThreadBackground background = new SameThreadBackground();
    public final Texts texts;
    public final Times times;
    public final InboxViewModel inbox;
    public final CasefileViewModel casefile;
    public final ReplyViewModel reply;
    public final Notices notices;
    public final AttentionViewModel attention;

    public Workbench(Language language) {
        texts = new Texts(language);
        times = new Times(texts, Lehtola.CLOCK);
        inbox = new InboxViewModel(Lehtola.AINO, Set.of(), background, texts, times);
        notices = new Notices(texts, background);
        casefile = new CasefileViewModel(lehtola.casework, background, notices);
        reply = new ReplyViewModel(lehtola.casework, background, Lehtola.CLOCK, notices);
        casefile.onReply(reply::write);
        casefile.replying().bind(reply.active());
        casefile.shown().subscribe(file -> {
            if (file == null) {
                reply.show(null, lehtola.casework.book().reference());
            } else {
                reply.show(file.feedback(), file.reference());
            }
        });
        attention = new AttentionViewModel(lehtola.casework, background, inbox::choose, ignored -> {});
        inbox.opened().subscribe(id -> {
            if (id != null) {
                casefile.open(id);
            }
        });
        refresh();
    }

    /** Brings the next book, as the session would after a change. */
    public void refresh() {
        accept(lehtola.casework.book());
    }

    public void accept(Book book) {
        inbox.accept(book);
        casefile.accept(book);
        attention.accept(book);
    }

    /** The same cases in units that are named as counties do name them. */
    Book withLongNames() {
        String ward = "Perusterveydenhuollon ja erikoissairaanhoidon yhteispäivystys ja päivystysosasto, Lehtola";
        String clinic = "Lasten, nuorten ja perheiden sosiaali- ja terveyspalvelujen yhteinen asiakasohjausyksikkö";
        Reference plain = Lehtola.reference();
        var units = new HashMap<>(plain.units());
        units.computeIfPresent(Lehtola.WARD, (id, unit) -> named(unit, ward));
        units.computeIfPresent(Lehtola.CLINIC, (id, unit) -> named(unit, clinic));
        var named =
                new Reference(units, plain.people(), plain.themes(), plain.templates(), plain.rules(), plain.forms());
        var both = new Scope(2, List.of(Lehtola.WARD, Lehtola.CLINIC), Map.of(), List.of(Role.HANDLER), List.of());
        return Books.of(lehtola.casework.book().rows(), named, both, Integer.MAX_VALUE);
    }

    private static Unit named(Unit unit, String name) {
        return new Unit(
                unit.id(), unit.parent(), unit.level(), new Names(name, name, name), unit.responsible(), unit.until());
    }

    /** Nothing came in. */
    Book withNothing() {
        Book full = lehtola.casework.book();
        return Books.of(List.of(), full.reference(), full.scope(), Long.MAX_VALUE);
    }

    /** A colleague was first, and a unit has ended. */
    public void showTrouble() {
        ReplyId first = lehtola.casework.ids().newReply();
        MessageId message = lehtola.pillow.latestMessage().id();
        lehtola.casework.decide(
                Lehtola.BERTIL,
                lehtola.swedish.id(),
                new Command.SendReply(
                        first,
                        message,
                        "Hei, kiitos palautteestanne. Sunnuntaisin voi vierailla klo 12–19, ja oman tyynyn saa tuoda, "
                                + "kunhan siinä on nimi.\n\nTervetuloa!",
                        null,
                        null));
        refresh();
        attention.accept(List.of(
                new Item(
                        new CommandId(lehtola.casework.uuid()),
                        lehtola.swedish.id(),
                        new Command.SendReply(
                                lehtola.casework.ids().newReply(),
                                message,
                                "Hei ja kiitos kysymyksestä! Oman tyynyn voi tuoda. Vierailuaika on sunnuntaisin 12–19. "
                                        + "Aulan kahvio on auki klo 16 asti, jos haluatte istua yhdessä.",
                                null,
                                null),
                        new Outcome.Conflict(
                                ConflictReason.ANSWERED_ALREADY, first.toString(), Lehtola.BERTIL, Lehtola.NOW),
                        Lehtola.NOW,
                        Lehtola.NOW),
                new Item(
                        new CommandId(lehtola.casework.uuid()),
                        lehtola.clock.id(),
                        new Command.MoveToUnit(Lehtola.WARD, Lehtola.CLINIC, "Koskee suun terveydenhuoltoa."),
                        new Outcome.Refused(Refusal.UNKNOWN_UNIT, false),
                        Lehtola.NOW,
                        Lehtola.NOW)));
    }

    public Parent attentionNode() {
        AttentionView view = new AttentionView(attention, texts, times);
        Place.Panes.ListAndDetail panes = view.panes();
        return sideBySide(panes.list().node(), panes.detail().node());
    }

    public Parent node() {
        return sideBySide(new InboxView(inbox, texts, times, WorkingDays.finnish()).node(), wholeCase());
    }

    /** The case alone, as where there is no room for the list beside it. */
    Parent wholeCase() {
        return new CasefileView(
                        casefile, texts, times, WorkingDays.finnish(), new ReplyView(reply, texts, times).node())
                .node();
    }

    private static Parent sideBySide(Node list, Node detail) {
        StackPane side = new StackPane(list);
        side.getStyleClass().add("list-side");
        HBox.setHgrow(detail, Priority.ALWAYS);
        return new HBox(side, detail);
    }
}
