package fi.vastine.core.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.outbox.KeptDraft;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.profile.DiskFull;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Replies under way: kept here at every pause, and at the backend when the case is left or after 30 seconds of rest.
 *
 * <p>Thread safe; all methods block for the disk.
 */
public final class Drafts {
    /** How long a draft rests before it is saved at the backend, too. */
    static final Duration REST = Duration.ofSeconds(30);

    private final Desk desk;
    private final Outbox outbox;
    private final Commands commands;
    private final InstantSource clock;
    private final Runnable restBegins;
    private final Map<CaseId, Instant> resting = new HashMap<>();

    Drafts(Desk desk, Outbox outbox, Commands commands, InstantSource clock, Runnable restBegins) {
        this.desk = desk;
        this.outbox = outbox;
        this.commands = commands;
        this.clock = clock;
        this.restBegins = restBegins;
        // What the program's end interrupted goes on.
        outbox.drafts()
                .forEach(each -> resting.put(each.caseId(), clock.instant().plus(REST)));
    }

    /**
     * Keeps what stands in the editor; it is on disk when this returns.
     *
     * @throws DiskFull with the text kept before still there
     */
    public synchronized void keep(CaseId caseId, LocalDraft draft) {
        var before = outbox.draft(caseId).orElse(null);
        DraftId id = draft.id();
        int seen = draft.revision();
        if (before != null && (before.draft().equals(id) || before.draft().equals(copyOf(id)))) {
            // What was saved from here meanwhile has moved on; the editor need not know.
            id = before.draft();
            seen = Math.max(seen, before.seen());
        }
        List<String> ticked =
                draft.ticked().stream().map(Reminder::name).sorted().toList();
        keep(new KeptDraft(caseId, id, draft.answers(), seen, draft.text(), ticked, clock.instant()));
        restAnew(caseId);
    }

    /** What was kept here last and is not sent as a reply. */
    public Optional<LocalDraft> of(CaseId caseId) {
        return outbox.draft(caseId)
                .map(each -> new LocalDraft(
                        each.draft(),
                        each.seen(),
                        each.answers(),
                        each.text(),
                        each.ticked().stream().map(Reminder::valueOf).collect(Collectors.toSet()),
                        each.savedAt()));
    }

    /** The case is left: what is new in its draft is submitted for the backend to keep. */
    public synchronized void leave(CaseId caseId) {
        resting.remove(caseId);
        var local = outbox.draft(caseId).orElse(null);
        if (local == null) {
            return;
        }
        if (isBeingSent(caseId)) {
            // The reply takes the draft with it; what was written after it is saved once it is known what became of it.
            restAnew(caseId);
            return;
        }
        Pending saving = saving(caseId, local.draft()).orElse(null);
        if (saving == null) {
            desk.folded(caseId).ifPresent(whole -> save(whole, local));
        } else if (saving.command() instanceof Command.SaveDraft save
                && !save.text().equals(local.text())) {
            saveInstead(saving, save, local);
        }
    }

    /** Throws the draft away, here and at the backend if it has it. */
    public synchronized void drop(CaseId caseId) {
        resting.remove(caseId);
        var local = outbox.draft(caseId).orElse(null);
        if (local == null) {
            return;
        }
        saving(caseId, local.draft()).ifPresent(each -> desk.takeBack(each.id()));
        desk.folded(caseId)
                .flatMap(whole -> whole.draft(local.draft()))
                .ifPresent(held -> commands.submit(caseId, new Command.DropDraft(held.id(), held.revision())));
        outbox.dropDraft(caseId);
        desk.drafted(caseId, Desk.Presence.GONE);
    }

    /** Submits the drafts that have rested long enough; when the next one has. */
    synchronized Optional<Instant> leaveRested(Instant now) {
        resting.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::leave);
        return resting.values().stream().min(Instant::compareTo);
    }

    private void save(FeedbackCase whole, KeptDraft local) {
        DraftId copy = copyOf(local.draft());
        KeptDraft going = whole.draft(copy)
                // Another desktop of hers had saved over what she saw here: this text lives on in the copy.
                .map(held -> local.goingOn(copy, held.revision()))
                .orElse(local);
        Optional<Draft> held = whole.draft(going.draft());
        boolean nothingNew = held.map(Draft::text).orElse("").equals(going.text());
        if (nothingNew) {
            int revision = held.map(Draft::revision).orElse(going.seen());
            keepIfChanged(local, going.goingOn(going.draft(), revision));
            return;
        }
        keepIfChanged(local, going);
        submit(going, going.seen());
    }

    /** Only one saving of a draft is under way at a time: a second one could not know which revision it follows. */
    private void saveInstead(Pending saving, Command.SaveDraft save, KeptDraft local) {
        if (desk.takeBack(saving.id()).isPresent()) {
            submit(local, save.seen());
        } else {
            restAnew(local.caseId());
        }
    }

    private void restAnew(CaseId caseId) {
        resting.put(caseId, clock.instant().plus(REST));
        restBegins.run();
    }

    private void submit(KeptDraft local, int seen) {
        commands.submit(
                local.caseId(),
                new Command.SaveDraft(local.draft(), seen, copyOf(local.draft()), local.answers(), local.text()));
    }

    private Optional<Pending> saving(CaseId caseId, DraftId draft) {
        return desk.pendingOf(caseId).stream()
                .filter(each -> each.command() instanceof Command.SaveDraft save
                        && save.draft().equals(draft))
                .reduce((first, second) -> second);
    }

    private boolean isBeingSent(CaseId caseId) {
        return desk.pendingOf(caseId).stream().anyMatch(each -> each.command() instanceof Command.SendReply);
    }

    private void keepIfChanged(KeptDraft before, KeptDraft now) {
        if (!before.equals(now)) {
            keep(now);
        }
    }

    private void keep(KeptDraft draft) {
        outbox.keepDraft(draft);
        desk.drafted(draft.caseId(), Desk.Presence.THERE);
        desk.eraseIfErased(draft.caseId());
    }

    /** The same copy for every saving of a draft on this device, so that one that is sent twice makes one copy. */
    private DraftId copyOf(DraftId draft) {
        String device = outbox.registration()
                .map(Registration::device)
                .map(DeviceId::toString)
                .orElseThrow();
        return new DraftId(UUID.nameUUIDFromBytes((draft + "/" + device).getBytes(UTF_8)));
    }
}
