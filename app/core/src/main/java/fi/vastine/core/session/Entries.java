package fi.vastine.core.session;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.DiskFull;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Feedback that a person enters for customers: the form under way, and what was entered today.
 *
 * <p>A form lies in the outbox's settings, sealed, and in no case of the replica: who enters need not be allowed to read. Thread
 * safe; all methods block for the disk.
 */
public final class Entries {
    private static final String KEPT = "entries";

    private final Desk desk;
    private final Outbox outbox;
    private final Commands commands;
    private final PersonId person;
    private final Json json;
    private final InstantSource clock;
    private Kept kept;

    Entries(Desk desk, Outbox outbox, Commands commands, PersonId person, Json json, InstantSource clock) {
        this.desk = desk;
        this.outbox = outbox;
        this.commands = commands;
        this.person = person;
        this.json = json;
        this.clock = clock;
        this.kept = outbox.setting(KEPT)
                .map(text -> json.read(text, Kept.class))
                .orElseGet(() -> new Kept(today(), 0, List.of()));
        finishEntered();
    }

    /**
     * What lies on the disk.
     *
     * @param count how many were entered on the day and not taken back
     * @param forms the one in work, and those that it interrupted, the latest first
     */
    private record Kept(LocalDate day, int count, List<EntryForm> forms) {
        Kept {
            forms = List.copyOf(forms);
        }
    }

    /**
     * What was entered.
     *
     * @param id with it, the entry can be taken back
     */
    public record Entered(CommandId id, State now) {}

    /**
     * What there is to show.
     *
     * @param form the one in work: half filled in, or empty for the next customer
     * @param today how many were entered today and not taken back
     */
    public record State(EntryForm form, int today) {}

    /** The form in work and the day's count. */
    public synchronized State state() {
        EntryForm form = kept.forms().stream().findFirst().orElseGet(this::first);
        return new State(form, Math.max(0, entered(0) - withdrawn()));
    }

    /**
     * Keeps what stands in the form; it is on disk when this returns.
     *
     * @throws DiskFull with what was kept before still there
     */
    public synchronized void keep(EntryForm form) {
        write(0, form, others(form));
    }

    /**
     * Keeps the form as an entry, which can be taken back for ten seconds at least before it goes to the backend.
     *
     * @throws DiskFull with nothing entered: to be offered again
     */
    public synchronized Entered enter(EntryForm form) {
        // 1. The entry is on disk.  2. The form gives way to the next one.
        // A crash or a full disk in between: whoever comes again finds the entry and goes on with 2.
        CommandId id = commands.enter(form.caseId(), form.command(person, clock.instant()));
        giveWay(form);
        return new Entered(id, state());
    }

    /** Takes an entry back into the form, while what stands there waits; empty if it has been on the wire. */
    public synchronized Optional<State> takeBack(CommandId id) {
        Pending entered = desk.pending().value().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        if (entered == null || !(entered.command() instanceof Command.EnterFeedback entry)) {
            return Optional.empty();
        }
        // 1. Its words are in a form.  2. It is taken back.
        // A crash in between: the next start finds the entry and lets the form give way again.
        Kept before = kept;
        EntryForm again = EntryForm.of(entered.caseId(), entry);
        write(-1, again, others(again).stream().filter(EntryForm::isBegun).toList());
        if (desk.takeBack(id).isEmpty()) {
            write(before);
            return Optional.empty();
        }
        return Optional.of(state());
    }

    private void finishEntered() {
        EntryForm form = state().form();
        if (commands.hasEntered(form.caseId())) {
            giveWay(form);
        }
    }

    /** The form that this one interrupted comes back, or an empty one comes. */
    private void giveWay(EntryForm form) {
        List<EntryForm> interrupted = others(form);
        if (interrupted.isEmpty()) {
            write(1, form.next(commands.ids(), today()), List.of());
        } else {
            write(1, interrupted.getFirst(), interrupted.subList(1, interrupted.size()));
        }
    }

    private List<EntryForm> others(EntryForm form) {
        return kept.forms().stream()
                .filter(each -> !each.caseId().equals(form.caseId()))
                .toList();
    }

    private void write(int more, EntryForm inWork, List<EntryForm> interrupted) {
        List<EntryForm> forms = new ArrayList<>(List.of(inWork));
        forms.addAll(interrupted);
        write(new Kept(today(), entered(more), forms));
    }

    private void write(Kept next) {
        outbox.keepSetting(KEPT, json.write(next));
        kept = next;
    }

    private int entered(int more) {
        int before = kept.day().equals(today()) ? kept.count() : 0;
        return Math.max(0, before + more);
    }

    /** What was withdrawn since is not counted. */
    private int withdrawn() {
        return (int) Withdrawal.kept(outbox, json).stream()
                .filter(each -> each.form() == null
                        && LocalDate.ofInstant(each.madeAt(), DueDates.ZONE).equals(today()))
                .count();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DueDates.ZONE);
    }

    private EntryForm first() {
        var ids = commands.ids();
        return new EntryForm(
                ids.newCase(), ids.newMessage(), null, Channel.ORAL, null, Language.FI, "", null, "", "", today());
    }
}
