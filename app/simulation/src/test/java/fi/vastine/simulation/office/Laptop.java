package fi.vastine.simulation.office;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.http.Network;
import fi.vastine.core.http.Patience;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.PolicySources;
import fi.vastine.core.session.Attention;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.EntryForm;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** A person at a laptop. */
final class Laptop implements AutoCloseable {
    private final Sessions sessions;
    private Session session;

    private Laptop(Sessions sessions, Session session) {
        this.sessions = sessions;
        this.session = session;
    }

    static Laptop signedIn(Path profile, ServerAddress server, String user, String password) {
        return signedIn(Patience.USUAL, profile, server, user, password);
    }

    static Laptop signedIn(Patience patience, Path profile, ServerAddress server, String user, String password) {
        var sessions = sessions(profile, patience);
        return new Laptop(sessions, opened(sessions.signIn(server, user, password, "LT-" + user)));
    }

    /** Of people whose keys a folder beside their profile guards, in the place of a machine's key store. */
    static Sessions sessions(Path profile, Patience patience) {
        ManagedSettings set = ManagedSettings.read(new PolicySources(List.of(), Map.of(), System.getProperties()));
        return sessions(profile, patience, new Network(set.proxy(), set.authorities(), Map.of(), Optional::empty));
    }

    static Sessions sessions(Path profile, Patience patience, Network network) {
        var keyStore = new FolderKeyStore(profile.resolve("key-store"));
        return new Sessions(profile, Clock.systemUTC(), keyStore, Guard.KEY_STORE, PinRule.ALLOWED, network, patience);
    }

    static Laptop of(Sessions sessions, ServerAddress server, String user, String password) {
        return new Laptop(sessions, opened(sessions.signIn(server, user, password, "LT-" + user)));
    }

    Session session() {
        return session;
    }

    /** The program is closed and started again, with or without a network. */
    void restart() {
        session.close();
        session = opened(sessions.resume());
    }

    CaseId sees(String text) {
        return sees(row -> row.excerpt().equals(text)).id();
    }

    CaseRow sees(Predicate<CaseRow> fits) {
        Book book =
                Eventually.told(session::onBook, shown -> shown.rows().stream().anyMatch(fits));
        return book.rows().stream().filter(fits).findFirst().orElseThrow();
    }

    void noLongerSees(CaseId id) {
        Eventually.told(session::onBook, book -> book.row(id).isEmpty());
    }

    FeedbackCase open(CaseId id) {
        return session.open(id).orElseThrow();
    }

    /** Writes a reply and leaves the ten seconds to be cut short by closing the program. */
    ReplyId reply(CaseId id, String text) {
        FeedbackCase open = open(id);
        ReplyId reply = session.commands().ids().newReply();
        session.commands()
                .submit(id, new Command.SendReply(reply, open.latestMessage().id(), text, null, null));
        return reply;
    }

    /** Waits until the backend has told that feedback may be entered here for a unit. */
    void mayEnterFor(UnitId unit) {
        Eventually.told(session::onBook, book -> book.scope().enters().contains(unit));
    }

    /** Enters what a customer said during a visit and wishes to be phoned about. */
    CaseId enters(UnitId unit, String text) {
        EntryForm empty = session.entries().state().form();
        session.entries()
                .enter(new EntryForm(
                        empty.caseId(),
                        empty.message(),
                        unit,
                        Channel.ORAL,
                        FeedbackKind.CRITICISM,
                        Language.FI,
                        text,
                        Way.PHONE,
                        "040 000 0012",
                        "",
                        empty.givenOn()));
        return empty.caseId();
    }

    void decide(CaseId id, Command command) {
        session.commands().submit(id, command);
    }

    /** Asks, and again after each failure, until the backend has answered everything that was written here. */
    void hasSentAll() {
        session.syncNow();
        var begun = new AtomicBoolean();
        Eventually.told(session::onSyncState, state -> {
            boolean online = state.connection() == Connection.ONLINE;
            // What is told first is how it was before the asking.
            if (begun.getAndSet(true) && !online) {
                session.syncNow();
            }
            return online && state.waiting().isEmpty();
        });
    }

    void hasNoNetwork() {
        session.syncNow();
        isTold(Connection.OFFLINE);
    }

    void isTold(Connection connection) {
        Eventually.told(session::onSyncState, state -> state.connection() == connection);
    }

    /** Writes a note down and leaves it to the program to send it. */
    void notes(CaseId id, String text) {
        decide(id, new Command.AddNote(session.commands().ids().newNote(), text));
    }

    /** Nothing of the person is left, and the screen says so. */
    void isWiped() {
        Eventually.told(session::onSyncState, state -> state.connection() == Connection.WIPED);
        if (!session.book().rows().isEmpty() || !sessions.known().isEmpty()) {
            throw new AssertionError("something is left");
        }
    }

    List<Attention.Item> attention() {
        return Eventually.told(session.attention()::onItems, items -> !items.isEmpty());
    }

    @Override
    public void close() {
        session.close();
    }

    private static Session opened(SignInResult result) {
        if (result instanceof SignInResult.SignedIn signedIn) {
            return signedIn.session();
        }
        throw new AssertionError("not signed in: " + result);
    }
}
