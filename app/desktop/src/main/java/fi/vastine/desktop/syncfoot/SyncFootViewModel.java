package fi.vastine.desktop.syncfoot;

import fi.vastine.contract.command.Command;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Progress;
import fi.vastine.core.session.SyncState;
import fi.vastine.core.session.Waiting;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Words what core tells of the connection. */
public final class SyncFootViewModel {

    private static final SyncState BEFORE_ANY = new SyncState(Connection.CONNECTING, null, List.of(), null);

    private final Texts texts;
    private final Times times;
    private Function<Waiting, String> which = ignored -> "";
    private final StringProperty news = new SimpleStringProperty("");
    private final ObjectProperty<SyncState> state = new SimpleObjectProperty<>(BEFORE_ANY);

    public SyncFootViewModel(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    /** What core tells now. */
    public ObjectProperty<SyncState> state() {
        return state;
    }

    /** Takes what tells two things of one kind apart; empty for those that need nothing. */
    public void tellApart(Function<Waiting, String> by) {
        which = by;
    }

    /** A quiet word on the program itself, below everything else; empty where there is none. */
    public StringProperty news() {
        return news;
    }

    /** How the foot is to be seen: as everyday, or as something to know about. */
    enum Tone {
        EVERYDAY,
        TO_KNOW,
        TROUBLE
    }

    /**
     * One thing that waits to be sent.
     *
     * @param what what the person decided
     * @param age how long ago
     * @param error what went wrong when it was last offered; empty if nothing did
     */
    record Line(String what, String age, String error) {}

    ObservableValue<String> headline() {
        return Bindings.createStringBinding(this::wordHeadline, state, texts.language());
    }

    ObservableValue<String> detail() {
        return Bindings.createStringBinding(this::wordDetail, state, texts.language());
    }

    ObservableValue<Tone> tone() {
        return Bindings.createObjectBinding(
                () -> switch (state.get().connection()) {
                    case CONNECTING, ONLINE -> Tone.EVERYDAY;
                    case OFFLINE -> Tone.TO_KNOW;
                    case SIGN_IN_NEEDED,
                            PROXY_PAGE,
                            PROXY_SIGN_IN,
                            UNTRUSTED,
                            CERTIFICATE_OUTDATED,
                            SERVER_TROUBLE,
                            TOO_OLD,
                            DEVICE_BLOCKED,
                            WIPED,
                            DISK_FULL -> Tone.TROUBLE;
                },
                state);
    }

    /** What waits, the oldest first, worded as of now. */
    List<Line> lines() {
        Stream<Line> commands = state.get().waiting().stream().map(this::line);
        int pages = state.get().pages();
        Stream<Line> scanned =
                pages == 0 ? Stream.empty() : Stream.of(new Line(texts.text("syncfoot.pages", pages), "", ""));
        return Stream.concat(commands, scanned).toList();
    }

    private Line line(Waiting waiting) {
        String error = waiting.lastError();
        String what = texts.text(what(waiting.command()));
        String more = which.apply(waiting);
        return new Line(
                more.isEmpty() ? what : texts.text("syncfoot.which", what, more),
                times.ago(waiting.madeAt()),
                error == null ? "" : texts.text("syncfoot.last-error", error));
    }

    private String wordHeadline() {
        SyncState now = state.get();
        return switch (now.connection()) {
            case CONNECTING -> texts.text("syncfoot.connecting");
            case ONLINE -> wordOnline(now);
            case OFFLINE -> texts.text("syncfoot.offline");
            case SIGN_IN_NEEDED -> texts.text("syncfoot.sign-in-needed");
            case PROXY_PAGE -> texts.text("syncfoot.proxy-page");
            case PROXY_SIGN_IN -> texts.text("syncfoot.proxy-sign-in");
            case UNTRUSTED -> texts.text("syncfoot.untrusted");
            case CERTIFICATE_OUTDATED -> texts.text("syncfoot.certificate-outdated");
            case SERVER_TROUBLE -> texts.text("syncfoot.server-trouble");
            case TOO_OLD -> texts.text("syncfoot.too-old");
            case DEVICE_BLOCKED -> texts.text("syncfoot.device-blocked");
            case WIPED -> texts.text("syncfoot.wiped");
            case DISK_FULL -> texts.text("syncfoot.disk-full");
        };
    }

    private String wordOnline(SyncState now) {
        Progress firstPull = now.firstPull();
        if (firstPull != null) {
            return firstPull.expected() == 0
                    ? texts.text("syncfoot.first-pull-begins")
                    : texts.text(
                            "syncfoot.first-pull", times.number(firstPull.held()), times.number(firstPull.expected()));
        }
        Instant updatedAt = now.updatedAt();
        return updatedAt == null
                ? texts.text("syncfoot.connecting")
                : texts.text("syncfoot.updated", times.clock(updatedAt));
    }

    private String wordDetail() {
        SyncState now = state.get();
        int waiting = now.waiting().size() + (now.pages() == 0 ? 0 : 1);
        Instant updatedAt = now.updatedAt();
        String left = waiting == 0 ? "" : texts.text("syncfoot.waiting", waiting);
        if (now.connection() == Connection.ONLINE) {
            // "All sent" is said only when the backend has said so: nothing waits, and it has answered.
            return waiting == 0 && updatedAt != null ? texts.text("syncfoot.all-sent") : left;
        }
        if (updatedAt == null) {
            return left;
        }
        String age = texts.text("syncfoot.as-of", times.clock(updatedAt));
        return waiting == 0 ? age : texts.text("syncfoot.as-of-and-waiting", age, left);
    }

    private static String what(Command command) {
        return switch (command) {
            case Command.AddTheme ignored -> "syncfoot.add-theme";
            case Command.RemoveTheme ignored -> "syncfoot.remove-theme";
            case Command.AddNote ignored -> "syncfoot.add-note";
            case Command.ChangeStatus ignored -> "syncfoot.change-status";
            case Command.AssignTo ignored -> "syncfoot.assign-to";
            case Command.MoveToUnit ignored -> "syncfoot.move-to-unit";
            case Command.SetKind ignored -> "syncfoot.set-kind";
            case Command.SaveDraft ignored -> "syncfoot.save-draft";
            case Command.DropDraft ignored -> "syncfoot.drop-draft";
            case Command.AskReview ignored -> "syncfoot.ask-review";
            case Command.ApproveDraft ignored -> "syncfoot.approve-draft";
            case Command.ReturnDraft ignored -> "syncfoot.return-draft";
            case Command.SendReply ignored -> "syncfoot.send-reply";
            case Command.RecordAnswer ignored -> "syncfoot.record-answer";
            case Command.SettleDelivery ignored -> "syncfoot.settle-delivery";
            case Command.EnterFeedback ignored -> "syncfoot.enter-feedback";
            case Command.WithdrawEntry ignored -> "syncfoot.withdraw-entry";
            case Command.HandOver ignored -> "syncfoot.hand-over";
            case Command.ThankTeam ignored -> "syncfoot.thank-team";
            case Command.PlanCampaign ignored -> "syncfoot.plan-campaign";
            case Command.EndCampaign ignored -> "syncfoot.end-campaign";
            case Command.Voided ignored -> "syncfoot.voided";
        };
    }
}
