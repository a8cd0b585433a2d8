package fi.vastine.core.session;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.MemoryKeyStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A laptop with real files: what its user does, in a word each. */
final class Laptop implements AutoCloseable {
    private final Path folder;
    private final SmallBackend backend;
    private final SteppingClock clock;
    private final String user;
    private final MemoryKeyStore keyStore;
    private Sessions sessions;
    private @Nullable Session session;

    Laptop(Path folder, SmallBackend backend, SteppingClock clock, String user) {
        this(folder, backend, clock, user, new MemoryKeyStore());
    }

    /** A laptop that several people use has one key store. */
    Laptop(Path folder, SmallBackend backend, SteppingClock clock, String user, MemoryKeyStore keyStore) {
        this.keyStore = keyStore;
        this.folder = folder;
        this.backend = backend;
        this.clock = clock;
        this.user = user;
        this.sessions = wanting(Guard.KEY_STORE);
    }

    private Sessions wanting(Guard wanted) {
        return new Sessions(folder, clock, keyStore, wanted);
    }

    Sessions sessions() {
        return sessions;
    }

    MemoryKeyStore keyStore() {
        return keyStore;
    }

    /** The organisation wants passphrases from now on. */
    void wantPassphrase() {
        sessions = wanting(Guard.PASSPHRASE);
    }

    Known known() {
        return new Known(backend.address(), user, "kannettava");
    }

    /** Signs in and has everything. */
    Laptop signIn() {
        beginSignIn();
        awaitInStep();
        return this;
    }

    /** Signs in; what the backend has is on its way. */
    void beginSignIn() {
        take(sessions().signIn(backend.address(), user, SmallBackend.PASSWORD, "kannettava"));
    }

    SignInResult.SignedIn start() {
        return take(sessions().resume());
    }

    SignInResult.SignedIn take(SignInResult result) {
        if (!(result instanceof SignInResult.SignedIn signedIn)) {
            throw new AssertionError("Not signed in: " + result);
        }
        session = signedIn.session();
        return signedIn;
    }

    Session session() {
        if (session == null) {
            throw new AssertionError("Not started");
        }
        return session;
    }

    void awaitInStep() {
        Eventually.until("in step", this::isInStep);
    }

    private boolean isInStep() {
        return connection() == Connection.ONLINE
                && session().syncState().firstPull() == null
                && session().syncState().updatedAt() != null;
    }

    void awaitConnection(Connection expected) {
        Eventually.until(expected.name(), () -> connection() == expected);
    }

    /** Asks until it has everything: who asks amid an exchange that fails is not heard. */
    void askUntilInStep() {
        askUntil("in step", this::isInStep);
    }

    /** Asks until everything is sent. */
    void askUntilNothingWaits() {
        askUntil("all sent", () -> waiting().isEmpty());
    }

    private void askUntil(String what, BooleanSupplier holds) {
        Eventually.until(what, () -> {
            boolean held = holds.getAsBoolean();
            if (!held) {
                session().syncNow();
            }
            return held;
        });
    }

    void awaitNothingWaits() {
        Eventually.until("all sent", () -> session().syncState().waiting().isEmpty());
    }

    Connection connection() {
        return session().syncState().connection();
    }

    CaseRow row(CaseId id) {
        return session().book().row(id).orElseThrow();
    }

    FeedbackCase open(CaseId id) {
        return session().open(id).orElseThrow();
    }

    CommandId theme(CaseId id, String theme) {
        return session().commands().submit(id, new Command.AddTheme(new ThemeId(theme)));
    }

    CommandId note(CaseId id, String text) {
        Commands commands = session().commands();
        return commands.submit(id, new Command.AddNote(commands.ids().newNote(), text));
    }

    Sending reply(CaseId id, String text) {
        Commands commands = session().commands();
        var reply = new Command.SendReply(
                commands.ids().newReply(), open(id).latestMessage().id(), text, null, null);
        return commands.send(id, reply);
    }

    List<Waiting> waiting() {
        return session().syncState().waiting();
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        sessions.close();
    }
}
