package fi.vastine.core.session;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Forms;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.DiskFull;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customers whom a person asks at their bedside: the one being asked, those that were parked, and how many there were today.
 *
 * <p>An interview lies in the outbox's settings, sealed, and its form beside it: neither a lost network nor a lost replica stops it.
 * What is ended becomes an entry and nothing of it but the count stays. Thread safe; all methods block for the disk.
 */
public final class Interviews {
    private static final String KEPT = "interviews";
    private static final String FORM = "interview-form ";
    private static final String ASIDE = "interview-aside ";
    private static final Logger LOG = LoggerFactory.getLogger(Interviews.class);

    private final Desk desk;
    private final Outbox outbox;
    private final Commands commands;
    private final PersonId person;
    private final Json json;
    private final InstantSource clock;
    private Kept kept;

    Interviews(Desk desk, Outbox outbox, Commands commands, PersonId person, Json json, InstantSource clock) {
        this.desk = desk;
        this.outbox = outbox;
        this.commands = commands;
        this.person = person;
        this.json = json;
        this.clock = clock;
        this.kept = outbox.setting(KEPT)
                .map(text -> json.read(text, OnDisk.class))
                .map(this::restored)
                .orElseGet(() -> new Kept(today(), Map.of(), null, null, null, List.of()));
        kept.interviews().stream()
                .filter(each -> commands.entered(each.caseId()).isPresent())
                .forEach(each -> write(ended(each)));
    }

    /**
     * What is remembered from one customer to the next.
     *
     * @param form the id of the form, whatever its version
     */
    public record Remembered(UnitId unit, String form, Support.@Nullable HelperRole helper, Language language) {}

    /**
     * What there is to show.
     *
     * @param current the customer being asked; absent between two
     * @param parked those that were put aside, the latest first
     * @param last absent before the first customer
     * @param lastEnded when the customer before was done; absent before the first one
     * @param today how many there were today, by unit
     */
    public record State(
            @Nullable Interview current,
            List<Interview> parked,
            @Nullable Remembered last,
            @Nullable Instant lastEnded,
            Map<UnitId, Integer> today) {

        /** How many there were today. */
        public int count() {
            return today.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * What came of an interview.
     *
     * @param id with it, all can be withdrawn while it is still here; absent where nothing had been answered
     */
    public record Ended(@Nullable CommandId id, State now) {}

    /**
     * The forms that can be asked today, one version of each.
     *
     * <p>A clock that stands before any form began is wrong and stops nobody: the newest are asked then.
     */
    public List<Form> usable(Forms forms) {
        LocalDate today = today();
        boolean tooEarly =
                forms.versions().stream().noneMatch(form -> !form.from().isAfter(today));
        LocalDate day = tooEarly
                ? forms.versions().stream()
                        .map(Form::from)
                        .max(LocalDate::compareTo)
                        .orElse(today)
                : today;
        return forms.usable(day);
    }

    public synchronized State state() {
        CaseId current = kept.current();
        List<Interview> parked = kept.interviews().stream()
                .filter(each -> !each.caseId().equals(current))
                .toList();
        Interview asked = kept.interviews().stream()
                .filter(each -> each.caseId().equals(current))
                .findFirst()
                .orElse(null);
        return new State(asked, parked, kept.last(), kept.lastEnded(), counts());
    }

    /**
     * Begins to ask the next customer; one who is being asked is parked.
     *
     * @throws DiskFull with nothing begun: to be tried again
     */
    public synchronized State begin(Form form, Interview.Start start, Language language) {
        // The form is on disk before what refers to it.
        outbox.keepSetting(FORM + form.key(), json.write(form));
        Interview begun = Interview.begin(commands.ids(), FilledForm.empty(form), start, language, clock.instant());
        var last = new Remembered(start.unit(), form.id(), start.helper(), language);
        write(new Kept(today(), todays(), last, kept.lastEnded(), begun.caseId(), with(begun)));
        return state();
    }

    /**
     * Keeps an interview as it stands now; it is on disk when this returns. One that was ended or taken away stays so.
     *
     * @throws DiskFull with what was kept before still there
     */
    public synchronized State keep(Interview interview) {
        if (isHere(interview.caseId())) {
            Remembered last = kept.last();
            Remembered next =
                    last == null ? null : new Remembered(last.unit(), last.form(), last.helper(), interview.language());
            write(new Kept(kept.day(), kept.counts(), next, kept.lastEnded(), kept.current(), with(interview)));
        }
        return state();
    }

    /**
     * Keeps what was answered as an entry; of an interview without any answer nothing is kept.
     *
     * @throws DiskFull with the interview still there: to be tried again
     */
    public synchronized Ended end(Interview interview) {
        if (!isHere(interview.caseId())) {
            return new Ended(null, state());
        }
        if (!interview.filled().hasAnswer()) {
            return new Ended(null, withdraw(interview.caseId()));
        }
        // 1. The entry is on disk.  2. The interview is gone and counted.
        // A crash or a full disk in between: whoever comes again finds the entry and goes on with 2.
        CommandId id = commands.enter(interview.caseId(), interview.command(person));
        write(ended(interview));
        return new Ended(id, state());
    }

    /**
     * Takes away all that a customer answered; nothing of it can be read on this laptop afterwards.
     *
     * @throws DiskFull with all of it still there: to be tried again
     */
    public synchronized State withdraw(CaseId caseId) {
        if (isHere(caseId)) {
            write(without(caseId, kept.counts()));
        }
        // What was written over is still in the log of the store.
        outbox.tidy();
        return state();
    }

    /** Takes an ended interview away again; empty if it has been on the wire. */
    public synchronized Optional<State> withdraw(CommandId entry) {
        return desk.takeBack(entry).map(taken -> {
            if (taken.command() instanceof Command.EnterFeedback feedback) {
                Map<UnitId, Integer> counts = new HashMap<>(todays());
                counts.merge(feedback.unit(), -1, Integer::sum);
                counts.values().removeIf(count -> count <= 0);
                write(new Kept(today(), counts, kept.last(), kept.lastEnded(), kept.current(), kept.interviews()));
            }
            outbox.tidy();
            return state();
        });
    }

    /** Puts the customer who is being asked aside. */
    public synchronized State park() {
        write(new Kept(kept.day(), kept.counts(), kept.last(), kept.lastEnded(), null, kept.interviews()));
        return state();
    }

    /** Goes on with one that was put aside, where it stood; one who is being asked is parked. */
    public synchronized State takeUp(CaseId caseId) {
        if (isHere(caseId)) {
            write(new Kept(kept.day(), kept.counts(), kept.last(), kept.lastEnded(), caseId, kept.interviews()));
        }
        return state();
    }

    private boolean isHere(CaseId caseId) {
        return kept.interviews().stream().anyMatch(each -> each.caseId().equals(caseId));
    }

    private List<Interview> with(Interview one) {
        return Stream.concat(Stream.of(one), others(one.caseId())).toList();
    }

    private Stream<Interview> others(CaseId caseId) {
        return kept.interviews().stream().filter(each -> !each.caseId().equals(caseId));
    }

    private Kept ended(Interview interview) {
        Map<UnitId, Integer> counts = new HashMap<>(todays());
        counts.merge(interview.start().unit(), 1, Integer::sum);
        Kept left = without(interview.caseId(), counts);
        return new Kept(today(), counts, left.last(), clock.instant(), left.current(), left.interviews());
    }

    private Kept without(CaseId caseId, Map<UnitId, Integer> counts) {
        CaseId current = caseId.equals(kept.current()) ? null : kept.current();
        return new Kept(
                kept.day(),
                counts,
                kept.last(),
                kept.lastEnded(),
                current,
                others(caseId).toList());
    }

    private Map<UnitId, Integer> todays() {
        return kept.day().equals(today()) ? kept.counts() : Map.of();
    }

    private Map<UnitId, Integer> counts() {
        return Map.copyOf(todays());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DueDates.ZONE);
    }

    // On the disk

    /** What is known now. */
    private record Kept(
            LocalDate day,
            Map<UnitId, Integer> counts,
            @Nullable Remembered last,
            @Nullable Instant lastEnded,
            @Nullable CaseId current,
            List<Interview> interviews) {
        Kept {
            counts = Map.copyOf(counts);
            interviews = List.copyOf(interviews);
        }
    }

    /** The same as it lies on the disk: forms, which can be large, by their keys. */
    private record OnDisk(
            LocalDate day,
            Map<String, Integer> counts,
            @Nullable Remembered last,
            @Nullable Instant lastEnded,
            @Nullable CaseId current,
            List<Asked> interviews) {}

    /** An interview without its form. */
    private record Asked(
            CaseId caseId,
            MessageId message,
            Interview.Start start,
            Language language,
            String form,
            Map<String, Given> given,
            @Nullable String at,
            String remark,
            Instant begunAt) {}

    private void write(Kept next) {
        Map<String, Integer> counts = next.counts().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
        outbox.keepSetting(
                KEPT,
                json.write(new OnDisk(
                        next.day(),
                        counts,
                        next.last(),
                        next.lastEnded(),
                        next.current(),
                        next.interviews().stream().map(Interviews::asked).toList())));
        List<String> needless = new ArrayList<>(formsOf(kept));
        kept = next;
        needless.removeAll(formsOf(next));
        needless.forEach(this::dropForm);
    }

    private void dropForm(String key) {
        try {
            outbox.dropSetting(FORM + key);
        } catch (DiskFull ignored) {
            // It holds nobody's answers, and what was to be kept is kept.
        }
    }

    private static List<String> formsOf(@Nullable Kept kept) {
        return kept == null
                ? List.of()
                : kept.interviews().stream()
                        .map(each -> each.filled().form().key())
                        .distinct()
                        .toList();
    }

    private static Asked asked(Interview each) {
        return new Asked(
                each.caseId(),
                each.message(),
                each.start(),
                each.language(),
                each.filled().form().key(),
                each.filled().given(),
                each.at(),
                each.remark(),
                each.begunAt());
    }

    private Kept restored(OnDisk found) {
        Map<UnitId, Integer> counts = found.counts().entrySet().stream()
                .collect(Collectors.toMap(each -> new UnitId(each.getKey()), Map.Entry::getValue));
        return new Kept(
                found.day(),
                counts,
                found.last(),
                found.lastEnded(),
                found.current(),
                found.interviews().stream()
                        .flatMap(each -> restored(each).stream())
                        .toList());
    }

    /** One whose form cannot be read is set aside with its answers; all others go on. */
    private Optional<Interview> restored(Asked each) {
        Optional<Form> form = form(each.form());
        if (form.isEmpty()) {
            LOG.error("The form {} of an interview cannot be read; its answers are set aside", each.form());
            outbox.keepSetting(ASIDE + each.caseId().value(), json.write(each));
        }
        return form.map(known -> new Interview(
                each.caseId(),
                each.message(),
                each.start(),
                each.language(),
                new FilledForm(known, each.given()),
                each.at(),
                each.remark(),
                each.begunAt()));
    }

    private Optional<Form> form(String key) {
        try {
            return outbox.setting(FORM + key).map(text -> json.read(text, Form.class));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
