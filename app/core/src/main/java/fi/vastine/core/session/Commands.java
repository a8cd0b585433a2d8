package fi.vastine.core.session;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.cases.TakenEntry;
import fi.vastine.core.outbox.Intention;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Submission;
import fi.vastine.core.profile.DiskFull;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the person decides. Thread safe; the methods block for a write to disk unless they say otherwise. */
public final class Commands {
    /** How long a decision that can be undone waits before it goes. */
    static final Duration TIME_TO_UNDO = Duration.ofSeconds(10);

    private final Desk desk;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final Runnable commandsWait;
    private final Runnable intentionsWait;

    Commands(Desk desk, Outbox outbox, Ids ids, InstantSource clock, Runnable commandsWait, Runnable intentionsWait) {
        this.desk = desk;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.commandsWait = commandsWait;
        this.intentionsWait = intentionsWait;
    }

    /** Names for what a command makes. Does not block. */
    public Ids ids() {
        return ids;
    }

    /**
     * Keeps a command, shows it, and sends it as soon as there is a connection.
     *
     * @throws DiskFull with nothing kept: to be offered again
     */
    public CommandId submit(CaseId caseId, Command command) {
        CommandId id = desk.submit(submission(caseId, command));
        commandsWait.run();
        return id;
    }

    /**
     * Keeps a reply that can be taken back for ten seconds; then, at exit or at the next start it becomes a command.
     *
     * @throws DiskFull with nothing kept: to be offered again
     */
    public Sending send(CaseId caseId, Command.SendReply reply) {
        return new Sending(caseId, reply, intend(submission(caseId, reply)));
    }

    /**
     * Keeps what was taken down for a customer, which can be taken back as long; what is kept already is not kept twice.
     *
     * @throws DiskFull with nothing kept: to be offered again
     */
    CommandId enter(CaseId caseId, Command.EnterFeedback entry) {
        return entered(caseId).orElseGet(() -> {
            Submission submission = submission(caseId, entry);
            intend(submission);
            return submission.id();
        });
    }

    /** The entry of a case that is kept here. */
    Optional<CommandId> entered(CaseId caseId) {
        return desk.pendingOf(caseId).stream()
                .filter(each -> each.command() instanceof Command.EnterFeedback)
                .map(Pending::id)
                .findFirst();
    }

    /** Whether a case was entered, whether or not its entry is still here: a colleague's sign-in may have sent it meanwhile. */
    boolean hasEntered(CaseId caseId) {
        return entered(caseId).isPresent()
                || outbox.entries().stream()
                        .anyMatch(each -> each.envelope().caseId().equals(caseId))
                || TakenEntry.noted(outbox).stream()
                        .anyMatch(each -> each.caseId().equals(caseId));
    }

    private Instant intend(Submission submission) {
        Instant until = submission.madeAt().plus(TIME_TO_UNDO);
        desk.intend(new Intention(submission, until));
        intentionsWait.run();
        return until;
    }

    /** Takes a reply back; false if it is on its way already. */
    public boolean takeBack(ReplyId reply) {
        return desk.pending().value().stream()
                .filter(each -> each.command() instanceof Command.SendReply send
                        && send.reply().equals(reply))
                .findFirst()
                .map(Pending::id)
                .filter(this::takeBack)
                .isPresent();
    }

    /** Takes back any command that was never on the wire; false if it is too late. */
    public boolean takeBack(CommandId command) {
        return desk.takeBack(command).isPresent();
    }

    /** Replies whose time to be taken back is still running, the oldest first. Does not block. */
    public List<Sending> sendings() {
        return outbox.intentions().stream().flatMap(Commands::sending).toList();
    }

    /** Makes commands of the replies whose time has run out; when the next one's does. */
    Optional<Instant> ripen(Instant now) {
        List<Intention> waiting = outbox.intentions();
        if (waiting.stream().anyMatch(each -> !each.ripeAt().isAfter(now))) {
            // The reply takes the draft's place. The draft was kept as long as the reply could be taken back.
            desk.ripen(now).stream()
                    .filter(each -> each.command() instanceof Command.SendReply)
                    .forEach(this::forgetDraft);
            commandsWait.run();
        }
        return outbox.intentions().stream().map(Intention::ripeAt).min(Instant::compareTo);
    }

    Submission submission(CaseId caseId, Command command) {
        return new Submission(ids.newCommand(), caseId, clock.instant(), command);
    }

    /** What was written after the reply was made is not in it, and stays. */
    private void forgetDraft(Envelope reply) {
        boolean writtenLater = outbox.draft(reply.caseId())
                .filter(draft -> draft.savedAt().isAfter(reply.madeAt()))
                .isPresent();
        if (!writtenLater) {
            outbox.dropDraft(reply.caseId());
            desk.drafted(reply.caseId(), Desk.Presence.GONE);
        }
    }

    private static Stream<Sending> sending(Intention each) {
        return each.submission().command() instanceof Command.SendReply reply
                ? Stream.of(new Sending(each.submission().caseId(), reply, each.ripeAt()))
                : Stream.empty();
    }
}
