package fi.vastine.desktop;

import fi.vastine.core.profile.Profile;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import fi.vastine.desktop.fx.FxBackground;
import fi.vastine.desktop.fx.IdleWatch;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.settings.Settings;
import fi.vastine.desktop.settings.SettingsFile;
import fi.vastine.desktop.settings.SettingsViewModel;
import fi.vastine.desktop.shell.Leaving;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.Trouble;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The program, put together by hand.
 *
 * <p>The window shows before the network and before what is kept on disk is open. To be used on the screen's thread.
 */
public final class Desktop implements AutoCloseable {

    private final MainWindow window;
    private final HeadStart begun;
    private final Profile profile;
    private final Laptop laptop;
    private final FxBackground background = new FxBackground();
    private final Texts texts;
    private final Times times;
    private final Clock clock;
    private final Theme theme;
    private final Sessions sessions;
    private final SettingsFile settingsFile;
    private final Threshold threshold;
    private Consumer<Path> opener = file -> {};
    private SettingsViewModel settings;
    private ShellViewModel shell;
    private @Nullable Session session;
    private @Nullable Workplace workplace;
    private @Nullable IdleWatch idle;

    /**
     * Puts the program together; nothing is shown yet.
     *
     * @param begun what the program's start holds
     * @param deviceName what an administrator calls this laptop
     * @param colours the colours that the operating system asks for
     */
    public Desktop(Stage stage, HeadStart begun, String deviceName, ObservableValue<ColorScheme> colours) {
        this.begun = begun;
        profile = begun.profile();
        laptop = new Laptop(begun, background);
        clock = begun.clock();
        sessions = begun.sessions();
        settingsFile = new SettingsFile(profile.folder());
        Settings chosen = settingsFile.read();
        texts = new Texts(chosen.language());
        times = new Times(texts, clock);
        theme = new Theme(colours);
        window = new MainWindow(stage, texts);
        window.sayThatItOpens();
        shell = frame();
        settings = wear(chosen);
        threshold = new Threshold(
                window,
                sessions,
                laptop,
                deviceName,
                texts,
                times,
                clock,
                background,
                language -> settings.choose(language),
                this::enter);
    }

    /** Files are opened by this; by nothing until it is told. */
    public void opensFilesWith(Consumer<Path> another) {
        opener = another;
    }

    /** Shows the window and goes on as the person who was last at work here; asks who it is when there is none. */
    public void open() {
        var resumed = begun.begin().resumed();
        if (resumed.state() == Future.State.SUCCESS && resumed.resultNow() instanceof SignInResult.SignedIn in) {
            // The window's first picture is laid out once, with whoever is at work in it.
            work(in);
            showWindow();
            backToWork();
        } else {
            showWindow();
            background.run(Lane.NETWORK, resumed::join, this::enter);
        }
    }

    /** Signs in as somebody else than the one who may be at work now, and tells what came of it. */
    public void signIn(ServerAddress server, String user, String password, Consumer<SignInResult> told) {
        leave(() -> background.run(Lane.NETWORK, () -> threshold.signIn(server, user, password), result -> {
            enter(result);
            told.accept(result);
        }));
    }

    /** Shows the window, which says that it is opening. */
    public void showWindow() {
        window.show();
        watchForIdleness();
        window.answerSecondStart(profile, background);
        window.onCalledToFront(this::showOffer);
        showOffer();
    }

    /** Puts something above all of the program, such as the bar of the demo. */
    public void putAbove(Node bar) {
        window.putAbove(bar);
    }

    /** The words of the program, for what is put above it. */
    public Texts texts() {
        return texts;
    }

    /** Shows what a file of settings would set that was opened by a double click, here or by a second start. */
    private void showOffer() {
        background.run(
                Lane.READ,
                new Offers(profile.folder())::take,
                left -> left.ifPresent(text -> laptop.offer(text, texts, window, () -> {
                    if (session == null && workplace == null) {
                        threshold.askWho(new SignInResult.NobodyYet());
                    }
                })));
    }

    private void watchForIdleness() {
        IdleWatch watch = new IdleWatch(
                background,
                clock,
                settings.chosen().get().lockAfter().within(laptop.policy().longestIdle()),
                this::lock);
        idle = watch;
        window.onTouch(watch::touch);
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
            if (idle != null) {
                idle.allow(now.lockAfter().within(laptop.policy().longestIdle()));
            }
        });
        return model;
    }

    private void enter(SignInResult result) {
        switch (result) {
            case SignInResult.SignedIn in -> work(in);
            default -> threshold.show(result);
        }
    }

    private void work(SignInResult.SignedIn in) {
        Session entered = in.session();
        session = entered;
        threshold.passed();
        Texts words = texts.forAWhile();
        shell = new ShellViewModel(words, new Notices(words, background));
        settings = wear(settings.chosen().get());
        Workplace place = new Workplace(
                entered,
                shell,
                settings,
                words,
                new Times(words, clock),
                background,
                shell.notices(),
                clock,
                laptop,
                file -> opener.accept(file),
                () -> threshold.askAgain(entered, this::backToWork),
                new Leaving(this::lock, this::handOver, this::signOut),
                this::leaveWiped);
        workplace = place;
        window.put(place.view());
        place.begin();
        laptop.tellTroubles(shell, words);
        if (in.rebuilt()) {
            shell.show(Trouble.of("connection.rebuilt"));
        }
    }

    private void backToWork() {
        if (workplace != null) {
            window.put(workplace.view());
            workplace.begin();
        }
    }

    private void lock() {
        withdraw(threshold::lock);
    }

    private void handOver() {
        withdraw(threshold::handOver);
    }

    /** Keeps what is being written and takes it off the screen; what the keys opened is closed by whoever takes over. */
    private void withdraw(Consumer<Session> taken) {
        Session left = session;
        Workplace place = workplace;
        if (left == null || place == null) {
            return;
        }
        place.close();
        workplace = null;
        session = null;
        window.hideWhatLiesOver();
        shell = frame();
        settings = wear(settings.chosen().get());
        taken.accept(left);
    }

    private void signOut() {
        leave(threshold::nobody);
    }

    private void leaveWiped() {
        leave(() -> threshold.askWho(new SignInResult.Wiped()));
    }

    private void leave(Runnable next) {
        Session left = session;
        if (workplace != null) {
            workplace.close();
        }
        workplace = null;
        session = null;
        window.sayThatItOpens();
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
        window.close();
        if (workplace != null) {
            workplace.close();
        }
        background.close();
        if (session != null) {
            session.close();
        }
        sessions.close();
        profile.close();
    }
}
