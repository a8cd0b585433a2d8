package fi.vastine.desktop.signin;

import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.Pin;
import fi.vastine.core.session.SignInResult;
import fi.vastine.core.session.SignInResult.Asked;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What stands between a person and her own data on this laptop: a locked screen, a passphrase to choose, a lost key. */
public final class LockViewModel {

    /** What the screen is for. */
    public enum Page {
        /** Locked; opens with the password of signing in. */
        PASSWORD,
        /** Locked; opens with the passphrase. */
        PASSPHRASE,
        /** Locked; opens with the PIN, or with the password. */
        PIN,
        /** A passphrase has to be chosen. */
        CHOOSE,
        /** The key is lost; the organisation's recovery file opens what was written here. */
        RECOVER
    }

    /** Where what was typed is tried; all block for the disk, and may for the network. */
    public interface Doors {
        SignInResult unlock(Passphrase typed, Asked asked);

        SignInResult choose(Passphrase chosen);

        SignInResult recover(Path file, @Nullable Passphrase chosen);
    }

    private static final int UNKNOWN = -1;

    private final Doors doors;
    private final ReadOnlyStringWrapper name;
    private final Texts texts;
    private final Times times;
    private final Clock clock;
    private final Background background;
    private final Consumer<SignInResult> over;
    private final ReadOnlyObjectWrapper<Page> page;
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper shared = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(UNKNOWN);
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private @Nullable Path recoveryFile;
    private boolean locking;

    /** What was to be tried while locking was under way: whoever takes a laptop over types faster than a disk writes. */
    private @Nullable Supplier<SignInResult> tryNext;

    /**
     * Begins on a page.
     *
     * @param name what the person is called, or signs in with
     * @param over told what came of it, once this screen has no more to ask
     */
    public LockViewModel(
            Doors doors,
            Page first,
            String name,
            Texts texts,
            Times times,
            Clock clock,
            Background background,
            Consumer<SignInResult> over) {
        this.doors = doors;
        this.page = new ReadOnlyObjectWrapper<>(first);
        this.name = new ReadOnlyStringWrapper(name);
        this.texts = texts;
        this.times = times;
        this.clock = clock;
        this.background = background;
        this.over = over;
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** She is called this. */
    public void called(String known) {
        name.set(known);
    }

    /** Whether others have worked on this laptop too. */
    ReadOnlyBooleanProperty shared() {
        return shared.getReadOnlyProperty();
    }

    /** Others have worked on this laptop too. */
    public void shares() {
        shared.set(true);
    }

    StringProperty typed() {
        return typed;
    }

    StringProperty again() {
        return again;
    }

    ReadOnlyBooleanProperty trying() {
        return trying.getReadOnlyProperty();
    }

    /** How much is still being sent behind the screen; below zero where nothing is. */
    ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Locking is under way: nothing is tried before {@link #locked}. */
    public void locking() {
        locking = true;
    }

    /** Locking is done. */
    public void locked() {
        locking = false;
        Supplier<SignInResult> next = tryNext;
        tryNext = null;
        if (next != null) {
            trying.set(false);
            attempt(next);
        }
    }

    /** So much still waits to be sent. */
    public void waits(int count) {
        waiting.set(count);
    }

    /** What did not succeed, in words; empty while nothing has failed. */
    ObservableValue<String> problemText() {
        return Bindings.createStringBinding(
                () -> {
                    Problem now = problem.get();
                    return now == null ? "" : texts.text(now.key(), now.argument());
                },
                problem,
                texts.language());
    }

    /** Does what the page is for, with what is typed. */
    void go() {
        switch (page.get()) {
            case PASSWORD -> unlock(Asked.PASSWORD);
            case PASSPHRASE -> unlock(Asked.PASSPHRASE);
            case PIN -> unlockByPin();
            case CHOOSE -> choose();
            case RECOVER -> {
                // Begins with a file.
            }
        }
    }

    /** Opens what was written here with this file. */
    void recover(Path file) {
        recoveryFile = file;
        attempt(() -> doors.recover(file, null));
    }

    private void unlock(Asked asked) {
        if (typed.get().isEmpty()) {
            problem.set(Problem.of(asked == Asked.PASSWORD ? "lock.type-password" : "lock.type-passphrase"));
            return;
        }
        Passphrase secret = new Passphrase(typed.get());
        attempt(() -> doors.unlock(secret, asked));
    }

    private void unlockByPin() {
        if (!new Pin(typed.get()).isWellFormed()) {
            problem.set(Problem.of("lock.type-pin"));
            return;
        }
        Passphrase secret = new Passphrase(typed.get());
        attempt(() -> doors.unlock(secret, Asked.PIN));
    }

    /** She would rather type her password than her PIN. */
    void usePassword() {
        forget();
        problem.set(null);
        page.set(Page.PASSWORD);
    }

    private void choose() {
        Passphrase chosen = new Passphrase(typed.get());
        if (!chosen.isLongEnough()) {
            problem.set(Problem.of("lock.too-short"));
        } else if (!typed.get().equals(again.get())) {
            problem.set(Problem.of("lock.not-the-same"));
        } else {
            Path file = recoveryFile;
            attempt(() -> file == null ? doors.choose(chosen) : doors.recover(file, chosen));
        }
    }

    private void attempt(Supplier<SignInResult> work) {
        if (trying.get()) {
            return;
        }
        trying.set(true);
        problem.set(null);
        if (locking) {
            tryNext = work;
            return;
        }
        background.run(Lane.NETWORK, work, this::show, failure -> {
            trying.set(false);
            throw failure;
        });
    }

    /** Shows what came of a try. */
    void show(SignInResult result) {
        trying.set(false);
        switch (result) {
            case SignInResult.WrongPassphrase wrong -> wrong(wrong.retryAt());
            case SignInResult.WrongPin wrong -> wrongPin(wrong);
            case SignInResult.Throttled throttled ->
                problem.set(new Problem("lock.too-soon", Problem.wait(clock.instant(), throttled.retryAt())));
            case SignInResult.PassphraseToChoose ignored -> {
                forget();
                page.set(Page.CHOOSE);
            }
            case SignInResult.WrongRecoveryFile ignored -> {
                recoveryFile = null;
                problem.set(Problem.of(result, times));
            }
            case SignInResult.SignedIn ignored -> end(result);
            case SignInResult.NobodyYet ignored -> end(result);
            case SignInResult.WrongPassword ignored -> end(result);
            case SignInResult.Wiped ignored -> end(result);
            case SignInResult.KeyLost lost -> keyLost(lost);
            default -> problem.set(Problem.of(result, times));
        }
    }

    private void keyLost(SignInResult.KeyLost lost) {
        if (page.get() != Page.RECOVER && lost.recoverable().isPresent()) {
            forget();
            page.set(Page.RECOVER);
        } else {
            problem.set(Problem.of(lost, times));
        }
    }

    private void wrong(Instant retryAt) {
        forget();
        String wait = Problem.wait(clock.instant(), retryAt);
        String key = page.get() == Page.PASSPHRASE ? "lock.wrong" : "lock.wrong-password";
        problem.set(wait.isEmpty() ? Problem.of(key) : new Problem("lock.wrong-wait", wait));
    }

    private void wrongPin(SignInResult.WrongPin wrong) {
        forget();
        if (wrong.left() == 0) {
            page.set(Page.PASSWORD);
        }
        problem.set(Problem.of(wrong, times));
    }

    private void end(SignInResult result) {
        forget();
        over.accept(result);
    }

    private void forget() {
        typed.set("");
        again.set("");
    }
}
