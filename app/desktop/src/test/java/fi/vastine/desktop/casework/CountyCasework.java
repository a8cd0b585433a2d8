package fi.vastine.desktop.casework;

import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Actor;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Decision;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.command.Keeping;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.contract.wire.Reads;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Books;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.FetchedPage;
import fi.vastine.core.session.Ids;
import fi.vastine.core.session.Jottings;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.core.session.Sending;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Casework in memory with the rules of the real one: what is decided takes effect at once. */
public final class CountyCasework implements Casework {
    private final PersonId person;
    private final Clock clock;
    private final Reference reference;
    private final UuidSource uuids;
    private final Ids ids;
    private final Map<CaseId, FeedbackCase> cases = new LinkedHashMap<>();
    private final Map<CaseId, LocalDraft> drafts = new LinkedHashMap<>();
    private final Map<CaseId, Map<Jottings.What, String>> jottings = new HashMap<>();
    private final List<Sending> sendings = new ArrayList<>();
    private long version;

    /** Everything asked to be done, in order. */
    public final List<Command> submitted = new ArrayList<>();

    /** What comes when a scanned page is asked for, whichever case it is of. */
    public final Map<Integer, FetchedPage> pages = new HashMap<>();

    public final List<Reads.Read> reads = new ArrayList<>();
    public final List<CommandId> dismissed = new ArrayList<>();
    public final List<Command> madeAnew = new ArrayList<>();
    /** Whether what was submitted has not left yet. */
    public boolean takesBack;

    public final List<CommandId> takenBack = new ArrayList<>();

    /** Whether there is no room to write. */
    public boolean diskFull;

    public List<Role> roles = List.of(Role.HANDLER);

    public CountyCasework(PersonId person, Clock clock, Reference reference) {
        this.person = person;
        this.clock = clock;
        this.reference = reference;
        this.uuids = new UuidSource(clock, new SplittableRandom(7));
        this.ids = new Ids(uuids);
    }

    public void put(FeedbackCase one) {
        cases.put(one.id(), one);
    }

    public void remove(CaseId id) {
        cases.remove(id);
    }

    public FeedbackCase get(CaseId id) {
        return Optional.ofNullable(cases.get(id)).orElseThrow();
    }

    public Book book() {
        List<CaseRow> rows = cases.values().stream().map(this::row).toList();
        var scope = new Scope(
                1, cases.values().stream().map(FeedbackCase::unit).distinct().toList(), Map.of(), roles, List.of());
        return Books.of(rows, reference, scope, ++version);
    }

    private CaseRow row(FeedbackCase one) {
        var reply = one.replies().isEmpty() ? null : one.replies().getLast();
        var waiting = one.drafts().stream()
                .filter(draft -> draft.waitsForReview())
                .findFirst()
                .orElse(null);
        var review = waiting == null ? null : waiting.review();
        String flat = one.feedback().text().replace('\n', ' ');
        String excerpt = IdentityCodes.masked(flat.length() > 200 ? flat.substring(0, 200) : flat);
        return new CaseRow(
                one.id(),
                one.unit(),
                one.origin().channel(),
                one.kind(),
                one.status(),
                one.origin().language(),
                one.origin().receivedAt(),
                one.promise() == null ? null : one.promise().dueOn(),
                one.replyWish() == null ? null : one.replyWish().way(),
                one.owesReply(),
                one.handover() != null,
                one.assignee(),
                one.themes(),
                one.signals(),
                excerpt,
                !one.drafts().isEmpty() || drafts.containsKey(one.id()),
                waiting != null,
                review == null ? null : review.reviewer(),
                reply == null ? null : reply.delivery().state(),
                false,
                one.history().getLast().at(),
                null);
    }

    @Override
    public PersonId person() {
        return person;
    }

    @Override
    public Ids ids() {
        return ids;
    }

    @Override
    public Optional<FeedbackCase> open(CaseId caseId) {
        reads.add(new Reads.Read(caseId, Reads.What.CASE, clock.instant()));
        return Optional.ofNullable(cases.get(caseId));
    }

    @Override
    public FetchedPage page(CaseId caseId, int number) {
        return pages.getOrDefault(number, new FetchedPage.NotReached());
    }

    @Override
    public void noteContactShown(CaseId caseId) {
        reads.add(new Reads.Read(caseId, Reads.What.CONTACT, clock.instant()));
    }

    @Override
    public void noteCodesShown(CaseId caseId, Reads.Why why) {
        reads.add(new Reads.Read(caseId, Reads.What.IDENTITY_CODE, clock.instant(), why));
    }

    @Override
    public CommandId submit(CaseId caseId, Command command) {
        submitted.add(command);
        apply(caseId, command, person);
        return new CommandId(uuids.next());
    }

    /** Somebody else decides something. */
    public Decision decide(PersonId other, CaseId caseId, Command command) {
        return apply(caseId, command, other);
    }

    private Decision apply(CaseId caseId, Command command, PersonId by) {
        var actor = new Actor(by, clock.instant(), clock.instant());
        FeedbackCase current = cases.get(caseId);
        Decision decision = Decisions.decide(caseId, current, command, actor);
        if (decision instanceof Decision.Apply apply) {
            cases.put(caseId, apply.next());
        } else if (decision instanceof Decision.Conflict && current != null) {
            Keeping.aside(current, command, actor, DraftLabel.BESIDE).ifPresent(kept -> cases.put(caseId, kept));
        }
        return decision;
    }

    @Override
    public boolean takeBack(CommandId command) {
        if (takesBack) {
            takenBack.add(command);
        }
        return takesBack;
    }

    @Override
    public Sending send(CaseId caseId, Command.SendReply reply) {
        Sending sending = new Sending(caseId, reply, clock.instant().plus(Duration.ofSeconds(10)));
        sendings.add(sending);
        return sending;
    }

    /** The ten seconds are over. */
    public void ripen() {
        List.copyOf(sendings).forEach(sending -> {
            sendings.remove(sending);
            drafts.remove(sending.caseId());
            submit(sending.caseId(), sending.reply());
        });
    }

    @Override
    public boolean takeBack(ReplyId reply) {
        return sendings.removeIf(sending -> sending.reply().reply().equals(reply));
    }

    @Override
    public List<Sending> sendings() {
        return List.copyOf(sendings);
    }

    @Override
    public Optional<LocalDraft> draft(CaseId caseId) {
        return Optional.ofNullable(drafts.get(caseId));
    }

    @Override
    public void keep(CaseId caseId, LocalDraft draft) {
        if (diskFull) {
            throw new DiskFull(Path.of("outbox"), 0);
        }
        drafts.put(caseId, draft);
    }

    @Override
    public void leave(CaseId caseId) {
        @Nullable LocalDraft draft = drafts.get(caseId);
        if (draft != null) {
            submit(
                    caseId,
                    new Command.SaveDraft(draft.id(), draft.revision(), ids.newDraft(), draft.answers(), draft.text()));
            int revision =
                    get(caseId).draft(draft.id()).map(kept -> kept.revision()).orElse(draft.revision());
            drafts.put(
                    caseId,
                    new LocalDraft(
                            draft.id(), revision, draft.answers(), draft.text(), draft.ticked(), draft.savedAt()));
        }
    }

    @Override
    public void drop(CaseId caseId) {
        LocalDraft dropped = drafts.remove(caseId);
        if (dropped != null) {
            submit(caseId, new Command.DropDraft(dropped.id(), dropped.revision()));
        }
    }

    @Override
    public Map<Jottings.What, String> jottings(CaseId caseId) {
        return Map.copyOf(jottings.getOrDefault(caseId, Map.of()));
    }

    @Override
    public void jot(CaseId caseId, Jottings.What what, String text) {
        if (diskFull) {
            throw new DiskFull(Path.of("outbox"), 0);
        }
        Map<Jottings.What, String> all = jottings.computeIfAbsent(caseId, id -> new EnumMap<>(Jottings.What.class));
        if (text.isBlank()) {
            all.remove(what);
        } else {
            all.put(what, text);
        }
    }

    @Override
    public void dismiss(CommandId command) {
        dismissed.add(command);
    }

    @Override
    public CommandId again(CommandId command, Command replacement) {
        madeAnew.add(replacement);
        return new CommandId(uuids.next());
    }

    UUID uuid() {
        return uuids.next();
    }
}
