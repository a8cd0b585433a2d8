package fi.vastine.desktop.desk;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.desktop.casefile.CasefileView;
import fi.vastine.desktop.casefile.CasefileViewModel;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.inbox.InboxView;
import fi.vastine.desktop.inbox.InboxViewModel;
import fi.vastine.desktop.reply.ReplyView;
import fi.vastine.desktop.reply.ReplyViewModel;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
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

    public Workbench(Language language) {
        texts = new Texts(language);
        times = new Times(texts, Lehtola.CLOCK);
        inbox = new InboxViewModel(Lehtola.AINO, background, texts, times);
        casefile = new CasefileViewModel(lehtola.desk, background);
        notices = new Notices(texts, background);
        reply = new ReplyViewModel(lehtola.desk, background, Lehtola.CLOCK, notices);
        casefile.onReply(reply::write);
        casefile.replying().bind(reply.active());
        casefile.shown().subscribe(file -> {
            if (file == null) {
                reply.show(null, lehtola.desk.book().reference());
            } else {
                reply.show(file.feedback(), file.reference());
            }
        });
        inbox.opened().subscribe(id -> {
            if (id != null) {
                casefile.open(id);
            }
        });
        refresh();
    }

    /** Brings the next book, as the session would after a change. */
    public void refresh() {
        inbox.accept(lehtola.desk.book());
        casefile.accept(lehtola.desk.book());
    }

    public Parent node() {
        WorkingDays workingDays = WorkingDays.finnish();
        Parent list = new InboxView(inbox, texts, times, workingDays).node();
        Parent open =
                new CasefileView(casefile, texts, times, workingDays, new ReplyView(reply, texts, times).node()).node();
        StackPane side = new StackPane(list);
        side.getStyleClass().add("list-side");
        HBox.setHgrow(open, Priority.ALWAYS);
        return new HBox(side, open);
    }
}
