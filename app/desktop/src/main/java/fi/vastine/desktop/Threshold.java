package fi.vastine.desktop;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.session.Known;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.Sharer;
import fi.vastine.core.session.SignInResult;
import fi.vastine.core.session.SignInResult.Asked;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.signin.LockView;
import fi.vastine.desktop.signin.LockViewModel;
import fi.vastine.desktop.signin.LockViewModel.Page;
import fi.vastine.desktop.signin.SignInView;
import fi.vastine.desktop.signin.SignInViewModel;
import fi.vastine.desktop.signin.SwitchView;
import fi.vastine.desktop.signin.SwitchViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the window while nobody is at work: the page of signing in, the locked screen, the list of those who share the
 * laptop.
 *
 * <p>To be used on the screen's thread, {@link #signIn} off it.
 */
final class Threshold {
    private final MainWindow window;
    private final Sessions sessions;
    private final Laptop laptop;
    private final String deviceName;
    private final Texts texts;
    private final Times times;
    private final Clock clock;
    private final Background background;
    private final Consumer<Language> speak;
    private final Consumer<SignInResult> enter;
    private @Nullable LockViewModel asking;
    private @Nullable Known asked;

    /** Whose screen is being locked: nobody's keys are opened before that is done. */
    private @Nullable Known locking;

    private volatile @Nullable Function<Passphrase, SignInResult> tried;

    /**
     * Shows nothing yet.
     *
     * @param speak changes the language, which nobody can do in the settings before signing in
     * @param enter told what came of it, once there is nothing more to ask
     */
    Threshold(
            MainWindow window,
            Sessions sessions,
            Laptop laptop,
            String deviceName,
            Texts texts,
            Times times,
            Clock clock,
            Background background,
            Consumer<Language> speak,
            Consumer<SignInResult> enter) {
        this.window = window;
        this.sessions = sessions;
        this.laptop = laptop;
        this.deviceName = deviceName;
        this.texts = texts;
        this.times = times;
        this.clock = clock;
        this.background = background;
        this.speak = speak;
        this.enter = enter;
    }

    /** Asks for whatever a result says is missing. */
    void show(SignInResult result) {
        switch (result) {
            case SignInResult.Shared ignored -> askWhoOfThem();
            case SignInResult.Locked locked -> askFor(locked.person(), page(locked.asked()));
            case SignInResult.PassphraseToChoose choose -> askFor(choose.person(), Page.CHOOSE);
            case SignInResult.KeyLost lost ->
                lost.recoverable().ifPresentOrElse(person -> askFor(person, Page.RECOVER), () -> askWho(result));
            default -> askWho(result);
        }
    }

    /** Somebody is at work: what was typed here is held no longer. */
    void passed() {
        asking = null;
        asked = null;
        tried = null;
    }

    // Signing in

    /** Nobody is at work any more: whoever comes is one of those who share the laptop, or signs in. */
    void nobody() {
        withSharers(people -> {
            if (people.size() > 1) {
                ask(people);
            } else {
                askWho(new SignInResult.NobodyYet());
            }
        });
    }

    /** Asks who signs in; who was last at work here need not type who she is. */
    void askWho(SignInResult why) {
        SignInViewModel model = signingIn();
        model.show(why);
        SignInView view = put(model, last -> model.user().set(last.user()));
        withSharers(people -> {
            if (people.size() > 1) {
                view.offerBack(this::askWhoOfThem);
            }
        });
    }

    private void askSomebodyElse() {
        put(signingIn(), last -> {}).offerBack(this::askWhoOfThem);
    }

    private SignInViewModel signingIn() {
        return new SignInViewModel(
                this::signIn, SignInViewModel.Who.ANYBODY, texts, times, background, enter::accept, enter);
    }

    private SignInView put(SignInViewModel model, Consumer<Known> lastAtWork) {
        SignInView view = new SignInView(model, texts, speak);
        laptop.fillIn(model);
        view.below(laptop.belowSignIn(texts, window, view));
        background.run(
                Lane.READ,
                sessions::known,
                known -> known.stream().findFirst().ifPresent(last -> {
                    laptop.fillIn(model, last);
                    lastAtWork.accept(last);
                    view.focusFirstEmpty();
                }));
        asking = null;
        window.put(view);
        return view;
    }

    /** Asks the one who is at work to sign in again. */
    void askAgain(Session waiting, Runnable back) {
        SignInViewModel model = new SignInViewModel(
                (server, user, password) -> waiting.signInAgain(password),
                SignInViewModel.Who.SAME_PERSON,
                texts,
                times,
                background,
                in -> back.run(),
                enter);
        model.server().set(waiting.known().server().toString());
        model.user().set(waiting.known().user());
        window.put(new SignInView(model, texts, speak));
    }

    /** Tries to sign in, and remembers what was typed for the case that a passphrase has to be chosen before it can be used. */
    SignInResult signIn(ServerAddress server, String user, String password) {
        SignInResult result = sessions.signIn(server, user, password, deviceName);
        tried = result instanceof SignInResult.PassphraseToChoose
                ? chosen -> sessions.signIn(server, user, password, deviceName, chosen)
                : null;
        return result;
    }

    // Those who share the laptop

    /** Shows at once who may take the laptop up, and closes behind that what the keys of whoever leaves opened. */
    void handOver(Session left) {
        window.sayThatItOpens();
        asking = null;
        locked(left);
        askWhoElse();
    }

    private void askWhoElse() {
        withSharers(people -> {
            if (people.size() > 1) {
                ask(people);
            } else {
                askSomebodyElse();
            }
        });
    }

    private void askWhoOfThem() {
        withSharers(this::ask);
    }

    private void ask(List<Sharer> people) {
        if (people.size() == 1) {
            askFor(people.getFirst().known(), page(people.getFirst().asked()));
            return;
        }
        asking = null;
        window.put(new SwitchView(
                new SwitchViewModel(
                        people, picked -> askFor(picked.known(), page(picked.asked())), this::askSomebodyElse),
                texts));
    }

    private void withSharers(Consumer<List<Sharer>> next) {
        background.run(Lane.READ, sessions::sharers, next);
    }

    // The locked screen

    private static Page page(Asked asked) {
        return switch (asked) {
            case PASSWORD -> Page.PASSWORD;
            case PASSPHRASE -> Page.PASSPHRASE;
            case PIN -> Page.PIN;
        };
    }

    private Page pageOf(Session left) {
        if (left.keys().guard() == Guard.PASSPHRASE) {
            return Page.PASSPHRASE;
        }
        return left.keys().hasPin() && laptop.policy().pins() == PinRule.ALLOWED ? Page.PIN : Page.PASSWORD;
    }

    /** Shows the locked screen, and only then closes what the keys opened. */
    void lock(Session left) {
        locking = left.known();
        askFor(left.known(), pageOf(left));
        locked(left);
    }

    private void locked(Session left) {
        locking = left.known();
        // Drafts are written on this lane, so they are on disk before the outbox's turn comes.
        background.run(Lane.WRITE, left::lock, rest -> {
            locking = null;
            if (asking != null) {
                asking.locked();
            }
            if (left.known().equals(asked)) {
                tellWhatWaits(left.known());
            }
            System.gc();
        });
    }

    private void askFor(Known person, Page page) {
        LockViewModel model =
                new LockViewModel(new LockDoors(person), page, person.user(), texts, times, clock, background, enter);
        asking = model;
        asked = person;
        if (page != Page.CHOOSE) {
            // It was somebody else's.
            tried = null;
        }
        if (locking == null) {
            tellWhatWaits(person);
        } else {
            model.locking();
        }
        withSharers(people -> {
            people.stream().filter(each -> each.known().equals(person)).forEach(each -> model.called(each.name()));
            if (people.size() > 1) {
                model.shares();
            }
        });
        window.put(new LockView(model, texts, () -> window.chooseFile("lock.choose-file"), this::askWhoElse));
    }

    private void tellWhatWaits(Known person) {
        LockViewModel model = asking;
        if (model != null) {
            sessions.sendingFor(person)
                    .ifPresent(rest -> rest.onWaiting(count -> background.onScreen(() -> model.waits(count))));
        }
    }

    /** Tries what was typed at a locked screen. */
    private final class LockDoors implements LockViewModel.Doors {
        private final Known person;

        LockDoors(Known person) {
            this.person = person;
        }

        @Override
        public SignInResult unlock(Passphrase typed, Asked asked) {
            return sessions.unlock(person, typed, asked);
        }

        @Override
        public SignInResult choose(Passphrase chosen) {
            return tried == null ? sessions.resume(person, chosen) : tried.apply(chosen);
        }

        @Override
        public SignInResult recover(Path file, @Nullable Passphrase chosen) {
            return sessions.recover(person, file, chosen);
        }
    }
}
