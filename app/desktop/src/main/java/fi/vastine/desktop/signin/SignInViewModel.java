package fi.vastine.desktop.signin;

import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.SignInResult;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.ShownCodes;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Asks for what signing in takes and words what comes of it. */
public final class SignInViewModel {

    /** Where signing in is tried; blocks for the network. */
    @FunctionalInterface
    public interface Door {
        SignInResult knock(ServerAddress server, String user, String password);
    }

    /** Whether anybody may sign in here, or only the one who is at work already. */
    public enum Who {
        ANYBODY,
        SAME_PERSON
    }

    private final Door door;
    private final Who who;
    private final Texts texts;
    private final Times times;
    private final Background background;
    private final Consumer<SignInResult.SignedIn> signedIn;
    private final Consumer<SignInResult> elsewhere;
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty serverIsManaged = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();

    /**
     * Begins with nothing typed.
     *
     * @param elsewhere told what has a screen of its own
     */
    public SignInViewModel(
            Door door,
            Who who,
            Texts texts,
            Times times,
            Background background,
            Consumer<SignInResult.SignedIn> signedIn,
            Consumer<SignInResult> elsewhere) {
        this.door = door;
        this.who = who;
        this.texts = texts;
        this.times = times;
        this.background = background;
        this.signedIn = signedIn;
        this.elsewhere = elsewhere;
    }

    /** The address as it is typed. */
    public StringProperty server() {
        return server;
    }

    /** The user name as it is typed. */
    public StringProperty user() {
        return user;
    }

    /** Whether somebody else has decided on the backend. */
    public BooleanProperty serverIsManaged() {
        return serverIsManaged;
    }

    StringProperty password() {
        return password;
    }

    Who who() {
        return who;
    }

    ReadOnlyBooleanProperty trying() {
        return trying.getReadOnlyProperty();
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

    /** Tries to sign in with what is typed. */
    void signIn() {
        if (trying.get()) {
            return;
        }
        Optional<ServerAddress> address = ServerAddress.parse(server.get());
        if (address.isEmpty()) {
            problem.set(Problem.of("signin.no-address"));
        } else if (user.get().isBlank() || password.get().isEmpty()) {
            problem.set(Problem.of("signin.fill-in"));
        } else {
            knock(address.orElseThrow());
        }
    }

    private void knock(ServerAddress address) {
        trying.set(true);
        problem.set(null);
        String name = user.get().strip();
        String secret = password.get();
        background.run(Lane.NETWORK, () -> door.knock(address, name, secret), this::show, failure -> {
            trying.set(false);
            throw failure;
        });
    }

    /** Shows what came of signing in, also of a try made elsewhere. */
    public void show(SignInResult result) {
        trying.set(false);
        problem.set(Problem.of(result, times));
        ShownCodes.note(problemText().getValue());
        switch (result) {
            case SignInResult.SignedIn in -> {
                password.set("");
                signedIn.accept(in);
            }
            case SignInResult.Locked ignored -> elsewhere.accept(result);
            case SignInResult.PassphraseToChoose ignored -> elsewhere.accept(result);
            case SignInResult.KeyLost lost -> {
                if (lost.recoverable().isPresent()) {
                    elsewhere.accept(result);
                }
            }
            default -> {}
        }
    }
}
