package fi.vastine.core.outbox;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Reads;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what the user decided until the backend has settled it.
 *
 * <p>What a writing method was given is on disk when it returns. When it throws instead, {@link
 * fi.vastine.core.profile.DiskFull} above all, nothing of the call is kept and it may be repeated as it was: identities keep a
 * repetition single. Thread safe.
 */
public interface Outbox extends AutoCloseable {

    // Registration

    /** What the backend knows this laptop as; empty before the first sign-in. */
    Optional<Registration> registration();

    /**
     * Takes up a registration.
     *
     * <p>A new device: commands without an outcome are numbered from 1 in their order, with their ids. A new epoch as well, after
     * the backend was restored from a backup: the settled ones that are still kept are offered again before them, except what a
     * person has resolved or has to see. The registration held already: nothing changes.
     */
    void register(Registration registration);

    /** The last number that a command of this registration was given; 0 for none. */
    long lastSeq();

    // Commands

    /**
     * Numbers and keeps commands, in order, as one whole; an id that is known already is left as it is.
     *
     * <p>A draft that is kept here and saved by one of them goes on from the revision that the backend will have then.
     *
     * @return the commands as they will be sent
     * @throws IllegalStateException before the first registration
     */
    List<Envelope> submit(List<Submission> submissions);

    /**
     * Keeps a decision that can be undone until it is ripe; it has no number yet. Keeping it again changes nothing. A draft goes on as
     * with {@link #submit}.
     */
    void intend(Intention intention);

    /** Decisions that can be undone, in the order they were made. */
    List<Intention> intentions();

    /**
     * Makes commands of the intentions that are ripe by a time; {@link Instant#MAX} for all, at exit and at the start.
     *
     * @throws IllegalStateException before the first registration, if any is ripe
     */
    List<Envelope> ripen(Instant now);

    /**
     * Takes back an intention, or a command that was never on the wire; what follows it closes the gap. A draft
     * whose saving is taken back goes on from what it had seen before.
     *
     * @return what was taken back; empty if it is too late or there is none
     */
    Optional<Submission> takeBack(CommandId id);

    /** All commands kept, settled ones included, in the order they were made. */
    List<Entry> entries();

    /**
     * Hands out the next commands without an outcome, oldest first, and marks them as on the wire before they are.
     *
     * @param mostBytes of JSON for the whole batch; a single command is handed out however large it is
     */
    List<Envelope> takeForWire(int mostCommands, long mostBytes);

    /**
     * Stores outcomes; whatever was not applied needs attention from now on.
     *
     * <p>A result for a command that is not here, or is settled already, changes nothing.
     */
    void settle(List<Push.Result> results, Instant at);

    /** Ends the attention for a command; does nothing if it needs none. */
    void dismiss(CommandId id);

    /** Submits a new command in place of one that needs attention, both as one whole. */
    Envelope makeAnew(CommandId id, Submission submission);

    /**
     * Deletes settled commands for good: those that the replica carries and that no backup of the backend can lack.
     *
     * <p>A command without an outcome, or that needs attention, stays.
     */
    void drop(Collection<CommandId> settled);

    // Drafts, settings, reads

    /** Keeps a draft, in place of an earlier one of the same case. */
    void keepDraft(KeptDraft draft);

    Optional<KeptDraft> draft(CaseId caseId);

    /** All drafts kept, oldest first. */
    List<KeptDraft> drafts();

    void dropDraft(CaseId caseId);

    /** Keeps what is half written about a case, in place of what was; nothing is kept where nothing is written. */
    void keepJottings(KeptJottings jottings);

    Optional<KeptJottings> jottings(CaseId caseId);

    /** Keeps a small value under a name, in place of an earlier one. */
    void keepSetting(String name, String value);

    Optional<String> setting(String name);

    void dropSetting(String name);

    /** Keeps reads to tell the backend of at the next contact, and that the cases were opened here. */
    void keepReads(List<Reads.Read> reads);

    /** The oldest reads to tell of. */
    List<KeptRead> reads(int most);

    /** Deletes the reads up to a number: the backend has them. */
    void dropReads(long upTo);

    /** The cases that were opened here, told to the backend or not. */
    Set<CaseId> opened();

    /** Forgets that cases were opened here. */
    void forgetOpened(Collection<CaseId> cases);

    // Scanned pages

    /** The scanned pages of papers; they are erased with what was written about their case. */
    ScannedPages pages();

    // The rest

    /** Erases what was written about a case: its commands keep place and id with nothing in them. */
    void erase(CaseId caseId);

    /** Tidies the files; takes some tens of milliseconds and is meant for when nothing else goes on. */
    void tidy();

    @Override
    void close();
}
