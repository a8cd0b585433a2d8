package fi.vastine.desktop;

import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Unit;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Lease;
import fi.vastine.core.session.Attention;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.Subscription;
import fi.vastine.core.session.SyncState;
import fi.vastine.desktop.attention.AttentionView;
import fi.vastine.desktop.attention.AttentionViewModel;
import fi.vastine.desktop.campaign.CampaignsView;
import fi.vastine.desktop.campaign.CampaignsViewModel;
import fi.vastine.desktop.casefile.CasefileView;
import fi.vastine.desktop.casefile.CasefileViewModel;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.casework.SessionCasework;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.entry.EntryView;
import fi.vastine.desktop.entry.EntryViewModel;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.inbox.InboxTab;
import fi.vastine.desktop.inbox.InboxView;
import fi.vastine.desktop.inbox.InboxViewModel;
import fi.vastine.desktop.interview.InterviewView;
import fi.vastine.desktop.interview.InterviewViewModel;
import fi.vastine.desktop.interview.Voice;
import fi.vastine.desktop.lease.LeaseView;
import fi.vastine.desktop.paper.PaperView;
import fi.vastine.desktop.paper.PaperViewModel;
import fi.vastine.desktop.reply.ReplyView;
import fi.vastine.desktop.reply.ReplyViewModel;
import fi.vastine.desktop.settings.KeysViewModel;
import fi.vastine.desktop.settings.PinViewModel;
import fi.vastine.desktop.settings.SettingsView;
import fi.vastine.desktop.settings.SettingsViewModel;
import fi.vastine.desktop.shell.Front;
import fi.vastine.desktop.shell.Leaving;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.Place;
import fi.vastine.desktop.shell.ShellView;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.Shortcut;
import fi.vastine.desktop.shell.Trouble;
import fi.vastine.desktop.syncfoot.ConnectionTroubles;
import fi.vastine.desktop.syncfoot.SyncFootView;
import fi.vastine.desktop.syncfoot.SyncFootViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What one signed-in person sees: the features, joined to her session and put into the frame. */
final class Workplace implements AutoCloseable {

    private static final KeyCodeCombination SAID =
            new KeyCodeCombination(KeyCode.U, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final Set<Role> READERS = Set.of(Role.HANDLER, Role.QUALITY, Role.LEADER);

    /** Nothing has been heard yet, or the backend has. */
    private static final Set<Connection> REACHED = Set.of(Connection.CONNECTING, Connection.ONLINE);

    private final Session session;
    private final Texts texts;
    private final Times times;
    private final ShellViewModel shell;
    private final SettingsViewModel settings;
    private final Laptop laptop;
    private final Consumer<Path> opener;
    private final KeysViewModel keys;
    private final PinViewModel pin;
    private final InboxViewModel inbox;
    private final CasefileViewModel casefile;
    private final ReplyViewModel reply;
    private final AttentionViewModel attention;
    private final EntryViewModel entry;
    private final InterviewViewModel interview;
    private final PaperViewModel paper;
    private final CampaignsViewModel campaigns;
    private final EnteredViewModel entered;
    private final SyncFootViewModel foot;
    private final ConnectionTroubles troubles;
    private final SimpleIntegerProperty waiting = new SimpleIntegerProperty();
    private final SimpleIntegerProperty troubled = new SimpleIntegerProperty();
    private final List<Place> allPlaces;
    private final Place leasePlace;
    private final Runnable wiped;
    private final List<Subscription> told = new ArrayList<>();
    private final ShellView view;
    private Book book = Book.EMPTY;
    private final ObjectProperty<Front> front = new SimpleObjectProperty<>(Front.LIST);
    private Runnable toList = () -> {};
    private Runnable toCase = () -> {};
    private Runnable said = () -> {};
    private Lease lease = Lease.RUNNING;

    Workplace(
            Session session,
            ShellViewModel shell,
            SettingsViewModel settings,
            Texts texts,
            Times times,
            Background background,
            Notices notices,
            Clock clock,
            Laptop laptop,
            Consumer<Path> opener,
            Runnable signInAgain,
            Leaving leaving,
            Runnable wiped) {
        this.session = session;
        this.wiped = wiped;
        this.texts = texts;
        this.times = times;
        this.shell = shell;
        this.settings = settings;
        this.laptop = laptop;
        this.opener = opener;
        keys = new KeysViewModel(session.keys(), laptop.policy().wanted(), background);
        pin = new PinViewModel(session.keys(), laptop.policy().pins(), background);
        Casework casework = new SessionCasework(session);
        casefile = new CasefileViewModel(casework, background, notices);
        reply = new ReplyViewModel(casework, background, clock, notices);
        inbox = new InboxViewModel(session.person(), session.opened(), background, texts, times);
        attention = new AttentionViewModel(casework, background, this::openCase, this::mendPlan);
        entry = new EntryViewModel(session.entries(), background, clock, notices, texts, times);
        interview = new InterviewViewModel(
                session.interviews(),
                session.campaigns(),
                session.person(),
                background,
                notices,
                Voice::ofThisMachine,
                texts,
                times);
        paper = new PaperViewModel(session.papers(), background, notices, texts, times);
        campaigns = new CampaignsViewModel(session.campaigns(), background, notices, texts, times);
        entered = new EnteredViewModel(session.enteredToday(), background, notices, texts, times);
        foot = new SyncFootViewModel(texts, times);
        foot.tellApart(entered::tell);
        foot.news().bind(laptop.about().news(texts));
        troubles = new ConnectionTroubles(shell, signInAgain, () -> shell.open("settings"), session::syncNow);
        allPlaces = List.of(
                inboxPlace(),
                attentionPlace(),
                interviewPlace(),
                entryPlace(),
                paperPlace(),
                campaignsPlace(),
                settingsPlace());
        book = session.book();
        leasePlace = leaseInstead();
        view = new ShellView(shell, new SyncFootView(foot, texts), leaving);

        inbox.counts().subscribe(counts -> waiting.set(counts.getOrDefault(InboxTab.WAITING, 0)));
        inbox.filter().bindBidirectional(shell.search());
        shell.search().subscribe(this::showWhatIsSearched);
        texts.language().subscribe(ignored -> namePerson());
        shell.openPlace().subscribe(place -> {
            if (place == null || !place.id().equals("entry")) {
                entry.keepNow();
            }
            if (place == null || !place.id().equals("interview")) {
                interview.leave();
            }
            if (place == null || !place.id().equals("paper")) {
                paper.keepNow();
            }
            if (place == null || !place.id().equals("campaigns")) {
                campaigns.keepNow();
            }
        });
        showPlaces();
        new PinOffer(pin, shell).makeOnce(session, laptop.policy(), background);
        interview.underWay().subscribe(ignored -> showPlaces());
        told.add(session.onBook(background.latest(this::show)));
        told.add(session.onLease(background.latest(this::show)));
        told.add(session.onSyncState(background.latest(this::show)));
        told.add(session.attention().onItems(background.latest(this::show)));
        // Numbers that are new are written, which the screen does not wait for.
        background.run(Lane.WRITE, () -> session.enteredToday().onLines(background.latest(entered::accept)), told::add);
        told.add(session.campaigns().onShown(background.latest(campaigns::accept)));
    }

    Parent view() {
        return view;
    }

    /** Puts the focus where the day begins: on what waits for a reply. */
    void begin() {
        toList.run();
    }

    private Place inboxPlace() {
        WorkingDays workingDays = WorkingDays.finnish();
        InboxView list = new InboxView(inbox, texts, times, workingDays);
        CasefileView open =
                new CasefileView(casefile, texts, times, workingDays, new ReplyView(reply, texts, times).node());
        casefile.onReply(reply::write);
        casefile.replying().bind(reply.active());
        casefile.shown().subscribe(file -> {
            if (file == null) {
                reply.show(null, book.reference());
            } else {
                reply.show(file.feedback(), file.reference());
            }
        });
        inbox.opened().subscribe(id -> {
            if (id != null) {
                casefile.open(id);
            }
        });
        toCase = () -> {
            front.set(Front.DETAIL);
            open.focus();
        };
        toList = () -> {
            front.set(Front.LIST);
            list.focus();
        };
        reply.diskFull().subscribe(ignored -> tellOfFullDisk());
        reply.active().subscribe(ignored -> tellOfFullDisk());
        list.onEnter(toCase);
        list.onClick(() -> front.set(Front.DETAIL));
        shell.onLeaveSearch(toList);
        casefile.onDone(this::goOn);
        casefile.onUndone(this::openCase);
        reply.onDone(this::goOn);
        reply.onTakenBack(this::openCase);
        List<Shortcut> shortcuts = new ArrayList<>(List.of(
                Shortcut.single(KeyCode.J, "shell.next", () -> move(1, list)),
                Shortcut.single(KeyCode.K, "shell.previous", () -> move(-1, list))));
        shortcuts.add(Shortcut.single(KeyCode.ENTER, "shell.open-key", toCase));
        open.shortcuts().forEach(each -> shortcuts.add(inSight(each)));
        shortcuts.add(Shortcut.single(KeyCode.ESCAPE, "shell.list-key", toList));
        return new Place(
                "inbox",
                "shell.inbox",
                Feather.INBOX,
                waiting,
                Place.Tone.WORK,
                () -> new Place.Panes.ListAndDetail(
                        new Place.Side(list.node(), list::focus), new Place.Side(open.node(), open::focus), front),
                () -> shortcuts);
    }

    /** Whoever moves in the list goes on there, wherever the keys were before; whoever reads a case stays in it. */
    private void move(int by, InboxView list) {
        inbox.moveBy(by);
        if (front.get() == Front.LIST) {
            list.focus();
        }
    }

    /** The editor says it itself; once that is closed, the draft that found no room must not be forgotten. */
    private void tellOfFullDisk() {
        if (reply.diskFull().get() && !reply.active().get()) {
            shell.show(Trouble.of("reply.unwritten"));
        } else {
            shell.solved("reply.unwritten");
        }
    }

    /** Nothing is done to a case that is not seen. */
    private Shortcut inSight(Shortcut onCase) {
        return new Shortcut(onCase.keys(), onCase.nameKey(), () -> {
            front.set(Front.DETAIL);
            onCase.action().run();
        });
    }

    /** One case is done with: the next one is opened, and the focus is where the keys move on. */
    private void goOn(CaseId done) {
        if (done.equals(inbox.opened().get())) {
            inbox.openNext();
            toList.run();
        }
    }

    private Place attentionPlace() {
        return new Place(
                "attention",
                "attention.title",
                Feather.ALERT_CIRCLE,
                troubled,
                Place.Tone.ALARM,
                () -> new AttentionView(attention, texts, times).panes(),
                () -> List.of(
                        Shortcut.single(KeyCode.J, "shell.next", () -> attention.moveBy(1)),
                        Shortcut.single(KeyCode.K, "shell.previous", () -> attention.moveBy(-1)),
                        Shortcut.single(
                                KeyCode.ESCAPE,
                                "shell.list-key",
                                () -> attention.front().set(Front.LIST))));
    }

    private void openCase(CaseId id) {
        shell.open("inbox");
        inbox.choose(id);
        front.set(Front.DETAIL);
    }

    private void mendPlan(CampaignId id) {
        shell.open("campaigns");
        campaigns.goOn(id);
    }

    private void show(List<Attention.Item> items) {
        attention.accept(items);
        campaigns.acceptAttention(items);
        troubled.set(items.size());
        showPlaces();
    }

    private Place entryPlace() {
        Supplier<EntryView> view = Once.of(() -> new EntryView(entry, entered, texts, times));
        said = () -> {
            view.get().takeDownSaid();
            shell.open("entry");
        };
        return new Place(
                "entry",
                "entry.title",
                Feather.EDIT_3,
                new SimpleIntegerProperty(),
                Place.Tone.WORK,
                () -> new Place.Panes.Whole(view.get().node()),
                () -> view.get().shortcuts());
    }

    private Place interviewPlace() {
        return new Place(
                "interview",
                "interview.title",
                Feather.MESSAGE_CIRCLE,
                new SimpleIntegerProperty(),
                Place.Tone.WORK,
                () -> new Place.Panes.Whole(new InterviewView(interview, entered, texts, times).node()),
                List::of);
    }

    private Place paperPlace() {
        Supplier<PaperView> view = Once.of(() -> new PaperView(paper, entered, texts, times, opener));
        return new Place(
                "paper",
                "paper.title",
                Feather.FILE_TEXT,
                new SimpleIntegerProperty(),
                Place.Tone.WORK,
                () -> new Place.Panes.Whole(view.get().node()),
                () -> view.get().shortcuts());
    }

    private Place campaignsPlace() {
        Supplier<CampaignsView> view = Once.of(() -> new CampaignsView(campaigns, texts, times));
        return new Place(
                "campaigns",
                "campaign.title",
                Feather.CALENDAR,
                new SimpleIntegerProperty(),
                Place.Tone.WORK,
                () -> view.get().panes(),
                () -> view.get().shortcuts());
    }

    private Place settingsPlace() {
        return new Place(
                "settings",
                "settings.name",
                Feather.SETTINGS,
                new SimpleIntegerProperty(),
                Place.Tone.WORK,
                () -> new Place.Panes.Whole(new SettingsView(
                        settings,
                        keys,
                        pin,
                        laptop.policy().settings(),
                        laptop.sections(
                                texts, () -> session.syncState().waiting().size()),
                        texts)),
                List::of);
    }

    private void show(Lease now) {
        lease = now;
        showPlaces();
    }

    private void show(Book next) {
        book = next;
        laptop.about().told(next.scope().program());
        inbox.accept(next);
        casefile.accept(next);
        attention.accept(next);
        entry.accept(next);
        interview.accept(next);
        paper.accept(next);
        campaigns.accept(next);
        entered.accept(next);
        namePerson();
        showPlaces();
    }

    /** In the place of the inbox; whatever else she does goes on. */
    private Place leaseInstead() {
        return new Place(
                "lease",
                "shell.inbox",
                Feather.INBOX,
                new SimpleIntegerProperty(),
                Place.Tone.WORK,
                () -> new Place.Panes.Whole(new LeaseView(texts, book.scope().leaseDays(), session::syncNow)),
                List::of);
    }

    private void showPlaces() {
        List<Place> hers = allPlaces.stream()
                .filter(this::isFor)
                .map(place -> lease == Lease.OVER && place.id().equals("inbox") ? leasePlace : place)
                .toList();
        if (!hers.equals(shell.places())) {
            shell.anywhere()
                    .setAll(hers.stream()
                            .filter(place -> place.id().equals("entry"))
                            .map(place -> new Shortcut(SAID, "entry.take-down-said", said))
                            .toList());
            shell.showPlaces(hers);
        }
    }

    /** Before the backend has told the roles, no list is hidden: an empty inbox says that it is being fetched. */
    private boolean isFor(Place place) {
        List<Role> roles = book.scope().roles();
        boolean reads = roles.isEmpty() || roles.stream().anyMatch(READERS::contains);
        return switch (place.id()) {
            case "settings" -> true;
            case "campaigns" -> roles.contains(Role.QUALITY);
            case "entry" -> !book.scope().enters().isEmpty();
            // Whoever was left half way can be taken up, whatever has become of the forms and of what she may enter.
            case "interview" ->
                interview.underWay().get() || (!book.scope().enters().isEmpty() && interview.isWanted());
            case "paper" -> !book.scope().enters().isEmpty() && paper.isWanted();
            // Who reads nothing has it only while something of her own was not taken.
            case "attention" -> reads || troubled.get() > 0;
            default -> reads;
        };
    }

    private void show(SyncState state) {
        foot.state().set(state);
        entry.accept(state);
        interview.accept(state);
        paper.accept(state);
        casefile.connected().set(state.connection() == Connection.ONLINE);
        inbox.connected().set(REACHED.contains(state.connection()));
        inbox.accept(state.firstPull());
        troubles.show(state.connection());
        if (state.connection() == Connection.WIPED) {
            wiped.run();
        }
    }

    private void showWhatIsSearched(String words) {
        if (!words.isBlank()) {
            shell.open("inbox");
            front.set(Front.LIST);
        }
    }

    private void namePerson() {
        Person person = book.reference().people().get(session.person());
        if (person != null) {
            String title = person.title();
            shell.personName().set(person.name());
            shell.personTitle().set(title == null ? "" : title);
        }
        shell.unitName().set(unitName());
    }

    /** The highest unit she answers for, or enters for; how many, when there are several beside one another. */
    private String unitName() {
        List<UnitId> inScope = book.scope().units().isEmpty()
                ? book.scope().enters()
                : book.scope().units();
        List<Unit> highest = inScope.stream()
                .filter(id -> !id.equals(UnitId.TRIAGE))
                .map(id -> book.reference().units().get(id))
                .filter(unit -> unit != null && (unit.parent() == null || !inScope.contains(unit.parent())))
                .toList();
        return switch (highest.size()) {
            case 0 -> "";
            case 1 -> highest.getFirst().name().in(texts.language().get());
            default -> texts.text("shell.units", highest.size());
        };
    }

    /** Keeps what is being written, and ends the telling of news; the session stays open. */
    @Override
    public void close() {
        if (session.syncState().connection() != Connection.WIPED) {
            reply.close();
            casefile.keepNow();
            entry.keepNow();
            interview.leave();
            paper.keepNow();
            campaigns.keepNow();
        }
        interview.turnBack();
        inbox.close();
        told.forEach(Subscription::close);
    }
}
