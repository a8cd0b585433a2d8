package fi.vastine.desktop;

import fi.vastine.core.profile.Profile;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import fi.vastine.desktop.fx.FrontDoor;
import fi.vastine.desktop.fx.FxBackground;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.fx.Watchdog;
import fi.vastine.desktop.settings.Settings;
import fi.vastine.desktop.settings.SettingsFile;
import fi.vastine.desktop.settings.SettingsViewModel;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.Trouble;
import fi.vastine.desktop.signin.SignInView;
import fi.vastine.desktop.signin.SignInViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Theme;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The program, put together by hand.
 *
 * <p>The window shows before the network and before what is kept on disk is open. To be used on the screen's thread.
 */
public final class Desktop implements AutoCloseable {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);
    private static final double LEAST_WIDTH = 880;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final Profile profile;
    private final String deviceName;
    private final FxBackground background = new FxBackground();
    private final Texts texts;
    private final Times times;
    private final Clock clock;
    private final Theme theme;
    private final Sessions sessions;
    private final SettingsFile settingsFile;
    private final BorderPane window = new BorderPane();
    private SettingsViewModel settings;
    private ShellViewModel shell;
    private @Nullable Session session;
    private @Nullable Workplace workplace;
    private @Nullable FrontDoor door;
    private @Nullable Watchdog watchdog;

    /**
     * Puts the program together; nothing is shown yet.
     *
     * @param profile the program's own folder, held by this start of it
     * @param deviceName what an administrator calls this laptop
     * @param clock the machine's clock in the organisation's zone
     * @param colours the colours that the operating system asks for
     */
    public Desktop(Stage stage, Profile profile, String deviceName, Clock clock, ObservableValue<ColorScheme> colours) {
        this.stage = stage;
        this.profile = profile;
        this.deviceName = deviceName;
        this.clock = clock;
        settingsFile = new SettingsFile(profile.folder());
        Settings chosen = settingsFile.read();
        texts = new Texts(chosen.language());
        times = new Times(texts, clock);
        theme = new Theme(colours);
        sessions = new Sessions(profile.folder().resolve("people"), clock);
        shell = frame();
        settings = wear(chosen);
    }

    /** Shows the window and goes on as the person who was last at work here; asks who it is when there is none. */
    public void open() {
        showWindow();
        background.run(Lane.NETWORK, sessions::resume, this::enter);
    }

    /** Signs in as somebody else than the one who may be at work now, and tells what came of it. */
    public void signIn(ServerAddress server, String user, String password, Consumer<SignInResult> told) {
        leave(() -> background.run(Lane.NETWORK, () -> sessions.signIn(server, user, password, deviceName), result -> {
            enter(result);
            told.accept(result);
        }));
    }

    /** Shows the window with nothing in it yet. */
    public void showWindow() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setTitle("Vastine");
        stage.getIcons().setAll(ICON_SIZES.stream().map(Desktop::icon).toList());
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setScene(new Scene(window, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        stage.show();
        watchdog = Watchdog.start();
        door = FrontDoor.open(this::comeToFront);
        profile.greetSecondStart(door.greeting());
    }

    /** Puts something above all of the program, such as the bar of the demo. */
    public void putAbove(Node bar) {
        window.setTop(bar);
    }

    /** The words of the program, for what is put above it. */
    public Texts texts() {
        return texts;
    }

    private void comeToFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private ShellViewModel frame() {
        return new ShellViewModel(texts, new Notices(texts, background));
    }

    private SettingsViewModel wear(Settings chosen) {
        SettingsViewModel model = new SettingsViewModel(settingsFile, chosen, background, shell);
        ShellViewModel framed = shell;
        model.chosen().subscribe(now -> {
            texts.language().set(now.language());
            theme.wear(now.look(), now.textSize());
            framed.singleLetters().set(now.singleLetters());
        });
        return model;
    }

    private void enter(SignInResult result) {
        if (result instanceof SignInResult.SignedIn in) {
            work(in);
        } else {
            askWho(result);
        }
    }

    private void work(SignInResult.SignedIn in) {
        Session entered = in.session();
        session = entered;
        shell = frame();
        settings = wear(settings.chosen().get());
        Workplace place = new Workplace(
                entered,
                shell,
                settings,
                texts,
                times,
                background,
                shell.notices(),
                clock,
                () -> askAgain(entered),
                this::signOut);
        workplace = place;
        window.setCenter(place.view());
        place.begin();
        if (in.rebuilt()) {
            shell.show(Trouble.of("connection.rebuilt"));
        }
    }

    private void askWho(SignInResult why) {
        SignInViewModel model = new SignInViewModel(
                (server, user, password) -> sessions.signIn(server, user, password, deviceName),
                SignInViewModel.Who.ANYBODY,
                texts,
                times,
                background,
                this::work);
        SignInView view = new SignInView(model, texts, settings::choose);
        background.run(
                Lane.READ,
                sessions::known,
                known -> known.stream().findFirst().ifPresent(last -> {
                    model.server().set(last.server().toString());
                    model.user().set(last.user());
                    view.focusFirstEmpty();
                }));
        model.show(why);
        window.setCenter(view);
    }

    private void askAgain(Session waiting) {
        SignInViewModel model = new SignInViewModel(
                (server, user, password) -> waiting.signInAgain(password),
                SignInViewModel.Who.SAME_PERSON,
                texts,
                times,
                background,
                in -> backToWork());
        SignInView view = new SignInView(model, texts, settings::choose);
        background.run(
                Lane.READ,
                sessions::known,
                known -> known.stream().findFirst().ifPresent(last -> {
                    model.server().set(last.server().toString());
                    model.user().set(last.user());
                    view.focusFirstEmpty();
                }));
        window.setCenter(view);
    }

    private void backToWork() {
        if (workplace != null) {
            window.setCenter(workplace.view());
            workplace.begin();
        }
    }

    private void signOut() {
        leave(() -> askWho(new SignInResult.NobodyYet()));
    }

    private void leave(Runnable next) {
        Session left = session;
        if (workplace != null) {
            workplace.close();
        }
        workplace = null;
        session = null;
        window.setCenter(null);
        if (left == null) {
            next.run();
            return;
        }
        // What a form last held is written before its session closes.
        background.run(Lane.WRITE, () -> left, written -> {
            background.run(Lane.NETWORK, written::close);
            next.run();
        });
    }

    /** Closes what is open, in order; replies that could still be taken back become commands. Blocks for the disk. */
    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
        if (watchdog != null) {
            watchdog.close();
        }
        if (workplace != null) {
            workplace.close();
        }
        background.close();
        if (session != null) {
            session.close();
        }
        profile.close();
    }

    private static Image icon(int size) {
        return new Image(Objects.requireNonNull(
                Desktop.class.getResourceAsStream("/fi/vastine/icons/vastine-%d.png".formatted(size))));
    }
}
