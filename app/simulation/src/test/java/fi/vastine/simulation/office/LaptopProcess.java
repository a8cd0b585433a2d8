package fi.vastine.simulation.office;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.http.Patience;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.SignInResult;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The desktop's core as a program of its own, without a screen: somebody signs in and writes until the program is killed.
 *
 * <p>A person who only reads fetches until then. It says each thing only after the program has told its user that it is kept: {@code note}, {@code draft} or {@code reply}, the
 * case, the text.
 */
final class LaptopProcess {
    private final Session session;
    private final RandomGenerator random;
    private final String name;
    private int written;

    private LaptopProcess(Session session, long seed) {
        this.session = session;
        this.random = new Random(seed);
        this.name = Long.toHexString(seed);
    }

    public static void main(String[] arguments) throws InterruptedException {
        var sessions = Laptop.sessions(Path.of(arguments[0]), Patience.USUAL);
        var server = new ServerAddress(URI.create(arguments[1]));
        Program.say("starts");
        SignInResult result = sessions.resume();
        if (result instanceof SignInResult.NobodyYet) {
            result = sessions.signIn(server, arguments[2], Office.PASSWORD, "LT");
        }
        if (!(result instanceof SignInResult.SignedIn in)) {
            throw new IllegalStateException("not signed in: " + result);
        }
        Program.say(in.rebuilt() ? "opened anew" : "opened");
        Eventually.told(in.session()::onBook, book -> !book.rows().isEmpty());
        var laptop = new LaptopProcess(in.session(), Long.parseLong(arguments[3]));
        while (arguments[2].equals(Office.AINO.value())) {
            laptop.write();
        }
        // Its threads go on.
        Thread.currentThread().join();
    }

    private void write() {
        List<CaseRow> rows = session.book().rows();
        CaseRow row = rows.get(random.nextInt(rows.size()));
        String text = name + " " + ++written;
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> note(row.id(), text);
            case 3, 4 -> draft(row.id(), text);
            default -> reply(row, text);
        }
    }

    private void note(CaseId id, String text) {
        session.commands()
                .submit(id, new Command.AddNote(session.commands().ids().newNote(), text));
        Program.say("note " + id + " " + text);
    }

    /** Drafts and replies are written to different cases, so that a reply takes no draft with it. */
    private void draft(CaseId id, String text) {
        if (isForReplies(id)) {
            return;
        }
        Optional<LocalDraft> before = session.drafts().of(id);
        DraftId draft = before.map(LocalDraft::id).orElseGet(session.commands().ids()::newDraft);
        MessageId answers = session.open(id).orElseThrow().latestMessage().id();
        int revision = before.map(LocalDraft::revision).orElse(0);
        session.drafts()
                .keep(id, new LocalDraft(draft, revision, answers, text, Set.of(), Instant.now(Clock.systemUTC())));
        Program.say("draft " + id + " " + text);
        if (random.nextBoolean()) {
            session.drafts().leave(id);
        }
    }

    private void reply(CaseRow row, String text) {
        boolean underWay = session.commands().sendings().stream()
                .anyMatch(each -> each.caseId().equals(row.id()));
        if (!isForReplies(row.id()) || !row.owesReply() || underWay) {
            return;
        }
        MessageId answers = session.open(row.id()).orElseThrow().latestMessage().id();
        var reply = new Command.SendReply(session.commands().ids().newReply(), answers, text, null, null);
        if (random.nextBoolean()) {
            session.commands().send(row.id(), reply);
        } else {
            session.commands().submit(row.id(), reply);
        }
        Program.say("reply " + row.id() + " " + text);
    }

    private static boolean isForReplies(CaseId id) {
        return id.value().hashCode() % 2 == 0;
    }
}
