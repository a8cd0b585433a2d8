package fi.vastine.core.session;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.form.Asked;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Forms;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.ScannedPages;
import fi.vastine.core.profile.DiskFull;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customers whom a person asks at their bedside, or whose papers she types in: the one under way, those that were parked, and how
 * many there were today.
 *
 * <p>An interview lies in the outbox's settings, sealed, and its form beside it: neither a lost network nor a lost replica stops it.
 * What is ended becomes an entry and nothing of it but the count stays. Thread safe; all methods block for the disk.
 */
public final class Interviews {
    /** What those at the bedside lie under. */
    static final String BEDSIDE = "interview";
    /** What those on paper lie under; a paper half typed is none of a customer's business who is asked meanwhile. */
    static final String PAPER = "paper";

    private static final Logger LOG = LoggerFactory.getLogger(Interviews.class);

    private final String name;
    private final Desk desk;
    private final Outbox outbox;
    private final Commands commands;
    private final PersonId person;
    private final Json json;
    private final InstantSource clock;
    /** Read without the lock by whoever only looks, and written under it. */
    private volatile Kept kept;

    Interviews(
            String name, Desk desk, Outbox outbox, Commands commands, PersonId person, Json json, InstantSource clock) {
        this.name = name;
        this.desk = desk;
        this.outbox = outbox;
        this.commands = commands;
        this.person = person;
        this.json = json;
        this.clock = clock;
        this.kept = outbox.setting(place())
                .map(text -> json.read(text, OnDisk.class))
                .map(this::restored)
                .orElseGet(() -> new Kept(today(), Map.of(), Tally.NONE, null, null, null, List.of()));
        kept.interviews().stream()
                .filter(each -> commands.hasEntered(each.caseId()))
                .forEach(each -> write(ended(each)));
        dropPages();
    }

    /**
     * What is remembered from one customer to the next.
     *
     * @param form the id of the form, whatever its version
     * @param givenOn the day of a batch of papers; absent where customers are asked
     * @param inARow how many were ended with this unit, form and day, one after the other
     */
    public record Remembered(
            UnitId unit,
            String form,
            Support.@Nullable HelperRole helper,
            Language language,
            @Nullable LocalDate givenOn,
            int inARow) {

        private Remembered in(Language next) {
            return new Remembered(unit, form, helper, next, givenOn, inARow);
        }

        private Remembered counting(int number) {
            return new Remembered(unit, form, helper, language, givenOn, Math.max(0, number));
        }

        private boolean isSameBatchAs(Remembered other) {
            return unit.equals(other.unit) && form.equals(other.form) && Objects.equals(givenOn, other.givenOn);
        }
    }

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

    /** How many there were, whatever has become of their answers, and without what was withdrawn since. Does not block. */
    Tally tally() {
        return withdrawn()
                .reduce(
                        kept.tally(),
                        (tally, each) -> tally.with(
                                each.unit(),
                                new Asked(Objects.requireNonNull(each.form()), each.givenOn()),
                                -1,
                                today()),
                        (one, other) -> one);
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
        keepForm(form);
        Interview begun = Interview.begin(commands.ids(), FilledForm.empty(form), start, language, clock.instant());
        Remembered before = kept.last();
        Remembered next = remembered(begun);
        Remembered last = before != null && before.isSameBatchAs(next) ? next.counting(before.inARow()) : next;
        write(new Kept(today(), todays(), kept.tally(), last, kept.lastEnded(), begun.caseId(), with(begun)));
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
            Remembered next = last == null ? null : last.in(interview.language());
            write(new Kept(
                    kept.day(), kept.counts(), kept.tally(), next, kept.lastEnded(), kept.current(), with(interview)));
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
        if (!interview.isBegun()) {
            return new Ended(null, withdraw(interview.caseId()));
        }
        // 1. The entry is on disk.  2. The interview is gone and counted.
        // A crash or a full disk in between: whoever comes again finds the entry and goes on with 2.
        Command.EnterFeedback entry = outbox.pages().onto(interview.caseId(), interview.command(person));
        commands.entered(interview.caseId())
                .filter(id -> saysOtherThan(id, entry))
                .ifPresent(desk::takeBack);
        CommandId id = commands.enter(interview.caseId(), entry);
        write(ended(interview));
        return new Ended(id, state());
    }

    /** Whether an earlier entry, made before the disk was full, says something else than what is to be kept now. */
    private boolean saysOtherThan(CommandId earlier, Command.EnterFeedback other) {
        return desk.pending().value().stream()
                .anyMatch(each -> each.id().equals(earlier) && !each.command().equals(other));
    }

    /**
     * Keeps what was answered as an entry and goes on with the next one of the same kind: with one that was put aside, or a new one.
     *
     * @throws DiskFull with all that was answered kept, as an entry or as it was: to be tried again
     */
    public synchronized Ended endAndGoOn(Interview interview) {
        Ended done = end(interview);
        if (done.now().current() != null) {
            return done;
        }
        Form form = interview.filled().form();
        State now = kept.interviews().stream()
                .filter(each -> each.start().equals(interview.start())
                        && each.filled().form().equals(form))
                .findFirst()
                .map(rest -> takeUp(rest.caseId()))
                .orElseGet(() -> begin(form, interview.start(), interview.language()));
        return new Ended(done.id(), now);
    }

    /**
     * Takes back what was ended, as it was, to be corrected; what is under way is parked, or dropped where nothing is in it.
     *
     * @param ended as it stood when it was ended
     * @return empty if the entry has been on the wire
     * @throws DiskFull with the entry still there: to be tried again
     */
    public synchronized Optional<State> takeBack(CommandId entry, Interview ended) {
        if (commands.entered(ended.caseId()).filter(entry::equals).isEmpty()) {
            return Optional.empty();
        }
        // 1. It is under way again.  2. Its entry is taken back.
        // A crash in between: the next start finds the entry and ends it once more.
        Kept before = kept;
        keepForm(ended.filled().form());
        List<Interview> all = with(ended).stream()
                .filter(each ->
                        each.equals(ended) || each.isBegun() || !each.caseId().equals(before.current()))
                .toList();
        write(new Kept(
                today(),
                counts(ended.start().unit(), -1),
                tally(ended, -1),
                last(ended, -1),
                kept.lastEnded(),
                ended.caseId(),
                all));
        if (desk.takeBack(entry).isEmpty()) {
            write(before);
            return Optional.empty();
        }
        return Optional.of(state());
    }

    /**
     * Takes back one that was ended, to be corrected; what is under way is parked, or dropped where nothing is in it.
     *
     * @return empty if the entry has been on the wire, or its form is not here any more
     * @throws DiskFull with the entry still there: to be tried again
     */
    public synchronized Optional<State> takeBack(CommandId entry) {
        return desk.pending().value().stream()
                .filter(each -> each.id().equals(entry))
                .findFirst()
                .flatMap(this::asItWasEnded)
                .flatMap(ended -> takeBack(entry, ended));
    }

    private Optional<Interview> asItWasEnded(Pending entry) {
        return entry.command() instanceof Command.EnterFeedback said
                ? known(said.answers().form()).map(form -> Interview.of(entry.caseId(), said, form))
                : Optional.empty();
    }

    private Optional<Form> known(@Nullable String key) {
        return key == null
                ? Optional.empty()
                : form(key).or(() -> desk.books().value().reference().forms().version(key));
    }

    /**
     * Takes away all that a customer answered; nothing of it can be read on this laptop afterwards.
     *
     * @throws DiskFull with all of it still there: to be tried again
     */
    public synchronized State withdraw(CaseId caseId) {
        if (isHere(caseId)) {
            // An entry of it is there if the disk was full, or the power went, between the two steps of its end.
            commands.entered(caseId).ifPresent(desk::takeBack);
            write(without(caseId, kept.counts()));
            outbox.pages().drop(caseId);
        }
        // What was written over is still in the log of the store.
        outbox.tidy();
        return state();
    }

    /** The scanned pages of papers; to be added to one that is under way. */
    public ScannedPages pages() {
        return outbox.pages();
    }

    /** Puts the customer who is being asked aside. */
    public synchronized State park() {
        write(new Kept(
                kept.day(), kept.counts(), kept.tally(), kept.last(), kept.lastEnded(), null, kept.interviews()));
        return state();
    }

    /** Goes on with one that was put aside, where it stood; one who is being asked is parked. */
    public synchronized State takeUp(CaseId caseId) {
        if (isHere(caseId)) {
            write(new Kept(
                    kept.day(), kept.counts(), kept.tally(), kept.last(), kept.lastEnded(), caseId, kept.interviews()));
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
        Map<UnitId, Integer> counts = counts(interview.start().unit(), 1);
        Kept left = without(interview.caseId(), counts);
        return new Kept(
                today(),
                counts,
                tally(interview, 1),
                last(interview, 1),
                clock.instant(),
                left.current(),
                left.interviews());
    }

    private Tally tally(Interview interview, int more) {
        var asked = new Asked(
                interview.filled().form().key(),
                LocalDate.ofInstant(interview.start().givenAt(interview.begunAt()), DueDates.ZONE));
        return kept.tally().with(interview.start().unit(), asked, more, today());
    }

    private Map<UnitId, Integer> counts(UnitId unit, int more) {
        Map<UnitId, Integer> counts = new HashMap<>(todays());
        counts.merge(unit, more, Integer::sum);
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    /** What is remembered, with one more or less of its batch. */
    private @Nullable Remembered last(Interview interview, int more) {
        Remembered last = kept.last();
        return last != null && last.isSameBatchAs(remembered(interview)) ? last.counting(last.inARow() + more) : last;
    }

    private static Remembered remembered(Interview interview) {
        Interview.Start start = interview.start();
        String form = interview.filled().form().id();
        return new Remembered(start.unit(), form, start.helper(), interview.language(), start.givenOn(), 0);
    }

    private Kept without(CaseId caseId, Map<UnitId, Integer> counts) {
        CaseId current = caseId.equals(kept.current()) ? null : kept.current();
        return new Kept(
                kept.day(),
                counts,
                kept.tally(),
                kept.last(),
                kept.lastEnded(),
                current,
                others(caseId).toList());
    }

    private Map<UnitId, Integer> todays() {
        return kept.day().equals(today()) ? kept.counts() : Map.of();
    }

    /** What was withdrawn since is not counted. */
    private Map<UnitId, Integer> counts() {
        Map<UnitId, Integer> counts = new HashMap<>(todays());
        withdrawn()
                .filter(each ->
                        LocalDate.ofInstant(each.madeAt(), DueDates.ZONE).equals(today()))
                .forEach(each -> counts.computeIfPresent(
                        each.unit(), (unit, count) -> count > 1 ? Integer.valueOf(count - 1) : null));
        return Map.copyOf(counts);
    }

    private Stream<Withdrawal> withdrawn() {
        boolean onPaper = name.equals(PAPER);
        return Withdrawal.kept(outbox, json).stream()
                .filter(each -> each.form() != null && onPaper == (each.channel() == Channel.PAPER));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DueDates.ZONE);
    }

    // On the disk

    /** What is known now. */
    private record Kept(
            LocalDate day,
            Map<UnitId, Integer> counts,
            Tally tally,
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
            @Nullable Tally tally,
            @Nullable Remembered last,
            @Nullable Instant lastEnded,
            @Nullable CaseId current,
            List<OneOnDisk> interviews) {}

    /** An interview without its form. */
    private record OneOnDisk(
            CaseId caseId,
            MessageId message,
            Interview.Start start,
            Language language,
            String form,
            Map<String, Given> given,
            @Nullable String at,
            String remark,
            @Nullable ReplyWish wish,
            Instant begunAt) {}

    private String place() {
        return name + "s";
    }

    private String formPlace(String key) {
        return name + "-form " + key;
    }

    private void keepForm(Form form) {
        outbox.keepSetting(formPlace(form.key()), json.write(form));
    }

    private void write(Kept next) {
        Map<String, Integer> counts = next.counts().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
        outbox.keepSetting(
                place(),
                json.write(new OnDisk(
                        next.day(),
                        counts,
                        next.tally(),
                        next.last(),
                        next.lastEnded(),
                        next.current(),
                        next.interviews().stream().map(Interviews::onDisk).toList())));
        List<String> needless = new ArrayList<>(formsOf(kept));
        kept = next;
        needless.removeAll(formsOf(next));
        needless.forEach(this::dropForm);
        dropPages();
    }

    /** What was scanned for a paper that is neither under way nor an entry goes with it. */
    private void dropPages() {
        if (name.equals(PAPER)) {
            outbox.pages()
                    .dropOthersThan(
                            kept.interviews().stream().map(Interview::caseId).collect(Collectors.toSet()));
        }
    }

    private void dropForm(String key) {
        try {
            outbox.dropSetting(formPlace(key));
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

    private static OneOnDisk onDisk(Interview each) {
        return new OneOnDisk(
                each.caseId(),
                each.message(),
                each.start(),
                each.language(),
                each.filled().form().key(),
                each.filled().given(),
                each.at(),
                each.remark(),
                each.wish(),
                each.begunAt());
    }

    private Kept restored(OnDisk found) {
        Map<UnitId, Integer> counts = found.counts().entrySet().stream()
                .collect(Collectors.toMap(each -> new UnitId(each.getKey()), Map.Entry::getValue));
        return new Kept(
                found.day(),
                counts,
                found.tally() == null ? Tally.NONE : found.tally(),
                found.last(),
                found.lastEnded(),
                found.current(),
                found.interviews().stream()
                        .flatMap(each -> restored(each).stream())
                        .toList());
    }

    /** One whose form cannot be read is set aside with its answers; all others go on. */
    private Optional<Interview> restored(OneOnDisk each) {
        Optional<Form> form = form(each.form());
        if (form.isEmpty()) {
            LOG.error("The form {} of an interview cannot be read; its answers are set aside", each.form());
            outbox.keepSetting(name + "-aside " + each.caseId().value(), json.write(each));
        }
        return form.map(known -> new Interview(
                each.caseId(),
                each.message(),
                each.start(),
                each.language(),
                new FilledForm(known, each.given()),
                each.at(),
                each.remark(),
                each.wish(),
                each.begunAt()));
    }

    private Optional<Form> form(String key) {
        try {
            return outbox.setting(formPlace(key)).map(text -> json.read(text, Form.class));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
