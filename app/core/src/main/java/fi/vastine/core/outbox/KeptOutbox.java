package fi.vastine.core.outbox;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Entry.Resolution;
import fi.vastine.core.outbox.Entry.State;
import fi.vastine.core.outbox.Row.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outbox's rules, over all it keeps in memory.
 *
 * <p>Every change goes the same way. 1. What will be different is worked out as rows. 2. The rows are written, in one
 * transaction. 3. They are taken into memory. A write that fails ends the method at 2 and leaves memory as it was. All state is
 * guarded by the object's monitor.
 */
abstract class KeptOutbox implements Outbox {
    private final Json json;
    private final NumberedEntries entries = new NumberedEntries();
    private final Map<String, Intention> intentions = new LinkedHashMap<>();
    private final Map<String, KeptDraft> drafts = new LinkedHashMap<>();
    private final Map<String, KeptJottings> jottings = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final TreeMap<Long, KeptRead> reads = new TreeMap<>();
    private final Map<CaseId, Row.Opened> opened = new HashMap<>();

    private final ScannedPages pages;

    KeptOutbox(Json json, ScannedPages pages) {
        this.json = json;
        this.pages = pages;
    }

    /** Writes rows in one transaction; they are on disk when this returns, and none is if it throws. */
    abstract void write(List<Row> rows);

    // Registration

    @Override
    public final synchronized Optional<Registration> registration() {
        return entries.registration();
    }

    @Override
    public final synchronized void register(Registration registration) {
        keep(entries.underRegistration(registration));
    }

    @Override
    public final synchronized long lastSeq() {
        return entries.lastSeq();
    }

    // Commands

    @Override
    public final synchronized List<Envelope> submit(List<Submission> submissions) {
        List<Row> rows = new ArrayList<>(entries.numbered(submissions));
        submissions.stream()
                .filter(each -> !entries.has(each.id()))
                .flatMap(each -> draftAfter(each, 1))
                .forEach(rows::add);
        keep(rows);
        submissions.forEach(this::pagesFollow);
        return submissions.stream().map(each -> entries.envelope(each.id())).toList();
    }

    @Override
    public final synchronized void intend(Intention intention) {
        CommandId id = intention.submission().id();
        if (!entries.has(id)) {
            keep(withDraft(new Row(Kind.INTENTION, id.toString(), intention), intention.submission(), 1));
            pagesFollow(intention.submission());
        }
    }

    @Override
    public final synchronized List<Intention> intentions() {
        return intentions.values().stream()
                .sorted(Comparator.comparing(each -> each.submission().madeAt()))
                .toList();
    }

    @Override
    public final synchronized List<Envelope> ripen(Instant now) {
        List<Submission> ripe = intentions().stream()
                .filter(each -> !each.ripeAt().isAfter(now))
                .map(Intention::submission)
                .toList();
        if (ripe.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>(entries.numbered(ripe));
        ripe.forEach(each -> rows.add(new Row(Kind.INTENTION, each.id().toString(), null)));
        keep(rows);
        return ripe.stream().map(each -> entries.envelope(each.id())).toList();
    }

    @Override
    public final synchronized Optional<Submission> takeBack(CommandId id) {
        Intention intention = intentions.get(id.toString());
        if (intention != null) {
            keep(withDraft(new Row(Kind.INTENTION, id.toString(), null), intention.submission(), 0));
            pages.hold(intention.submission().caseId());
            return Optional.of(intention.submission());
        }
        Entry entry = entries.get(id);
        if (entry == null || entry.state() != State.WAITING) {
            return Optional.empty();
        }
        Envelope taken = entry.envelope();
        var submission = new Submission(id, taken.caseId(), taken.madeAt(), taken.command());
        List<Row> rows = entries.withoutGapAt(taken);
        draftAfter(submission, 0).forEach(rows::add);
        keep(rows);
        if (submission.command() instanceof Command.EnterFeedback) {
            pages.hold(submission.caseId());
        }
        return Optional.of(submission);
    }

    /**
     * A draft whose saving is kept or taken back, knowing the revision that follows: one write with that, as a crash between the two
     * would have the next saving taken for another desktop's.
     */
    private Stream<Row> draftAfter(Submission submission, int savings) {
        return submission.command() instanceof Command.SaveDraft save
                ? draft(submission.caseId())
                        .filter(held -> held.draft().equals(save.draft()))
                        .map(held -> held.goingOn(held.draft(), save.seen() + savings))
                        .map(held -> new Row(Kind.DRAFT, held.caseId().toString(), held))
                        .stream()
                : Stream.empty();
    }

    private List<Row> withDraft(Row row, Submission submission, int savings) {
        return Stream.concat(Stream.of(row), draftAfter(submission, savings)).toList();
    }

    @Override
    public final synchronized List<Entry> entries() {
        return entries.all();
    }

    @Override
    public final synchronized List<Envelope> takeForWire(int mostCommands, long mostBytes) {
        List<Envelope> batch = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        long bytes = 0;
        for (Entry entry : entries.all()) {
            if (!entry.unsettled()) {
                continue;
            }
            bytes += json.write(entry.envelope()).getBytes(StandardCharsets.UTF_8).length + 1;
            if (batch.size() == mostCommands || (bytes > mostBytes && !batch.isEmpty())) {
                break;
            }
            batch.add(entry.envelope());
            if (entry.state() == State.WAITING) {
                rows.add(entries.row(entry.onWire()));
            }
        }
        keep(rows);
        return batch;
    }

    @Override
    public final synchronized void settle(List<Push.Result> results, Instant at) {
        List<Row> rows = new ArrayList<>();
        for (Push.Result result : results) {
            Entry entry = entries.get(result.commandId());
            if (entry != null && entry.unsettled()) {
                Entry settled = entry.settledBy(result.outcome(), at);
                rows.add(entries.row(isWithdrawn(settled) ? settled.resolved(Resolution.DISMISSED) : settled));
            }
        }
        keep(rows);
    }

    /** Whether it met a withdrawal made here: a person decided what became of it, and has not to be told. */
    private boolean isWithdrawn(Entry settled) {
        return settled.outcome() instanceof Outcome.Gone
                && entries.all().stream()
                        .map(Entry::envelope)
                        .anyMatch(each -> each.command() instanceof Command.WithdrawEntry
                                && each.caseId().equals(settled.envelope().caseId()));
    }

    @Override
    public final synchronized void dismiss(CommandId id) {
        Entry entry = entries.get(id);
        if (entry != null && entry.state() == State.NEEDS_ATTENTION) {
            keep(List.of(entries.row(entry.resolved(Resolution.DISMISSED))));
        }
    }

    @Override
    public final synchronized Envelope makeAnew(CommandId id, Submission submission) {
        List<Row> rows = new ArrayList<>(entries.numbered(List.of(submission)));
        Entry entry = entries.get(id);
        if (entry != null && entry.state() == State.NEEDS_ATTENTION) {
            rows.add(entries.row(entry.resolved(Resolution.MADE_ANEW)));
        }
        keep(rows);
        return entries.envelope(submission.id());
    }

    @Override
    public final synchronized void drop(Collection<CommandId> settled) {
        keep(settled.stream()
                .filter(id -> {
                    Entry entry = entries.get(id);
                    return entry != null && entry.state() == State.SETTLED;
                })
                .map(id -> new Row(Kind.ENTRY, id.toString(), null))
                .toList());
    }

    // Drafts, settings, reads

    @Override
    public final synchronized void keepDraft(KeptDraft draft) {
        keep(List.of(new Row(Kind.DRAFT, draft.caseId().toString(), draft)));
    }

    @Override
    public final synchronized Optional<KeptDraft> draft(CaseId caseId) {
        return Optional.ofNullable(drafts.get(caseId.toString()));
    }

    @Override
    public final synchronized List<KeptDraft> drafts() {
        return drafts.values().stream()
                .sorted(Comparator.comparing(KeptDraft::savedAt))
                .toList();
    }

    @Override
    public final synchronized void dropDraft(CaseId caseId) {
        if (drafts.containsKey(caseId.toString())) {
            keep(List.of(new Row(Kind.DRAFT, caseId.toString(), null)));
        }
    }

    @Override
    public final synchronized void keepJottings(KeptJottings written) {
        String id = written.caseId().toString();
        if (!written.texts().isEmpty()) {
            keep(List.of(new Row(Kind.JOTTINGS, id, written)));
        } else if (jottings.containsKey(id)) {
            keep(List.of(new Row(Kind.JOTTINGS, id, null)));
        }
    }

    @Override
    public final synchronized Optional<KeptJottings> jottings(CaseId caseId) {
        return Optional.ofNullable(jottings.get(caseId.toString()));
    }

    @Override
    public final synchronized void keepSetting(String name, String value) {
        if (!value.equals(settings.get(name))) {
            keep(List.of(new Row(Kind.SETTING, name, new Row.Setting(value))));
        }
    }

    @Override
    public final synchronized Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public final synchronized void dropSetting(String name) {
        if (settings.containsKey(name)) {
            keep(List.of(new Row(Kind.SETTING, name, null)));
        }
    }

    @Override
    public final synchronized void keepReads(List<Reads.Read> more) {
        long number = reads.isEmpty() ? 0 : reads.lastKey();
        List<Row> rows = new ArrayList<>();
        for (Reads.Read read : more) {
            number++;
            rows.add(new Row(Kind.READ, Long.toString(number), new KeptRead(number, read)));
            if (read.what() == Reads.What.CASE && !opened.containsKey(read.caseId())) {
                rows.add(new Row(Kind.OPENED, read.caseId().toString(), new Row.Opened(read.at())));
            }
        }
        keep(rows);
    }

    @Override
    public final synchronized List<KeptRead> reads(int most) {
        return reads.values().stream().limit(most).toList();
    }

    @Override
    public final synchronized void dropReads(long upTo) {
        keep(reads.headMap(upTo, true).keySet().stream()
                .map(number -> new Row(Kind.READ, Long.toString(number), null))
                .toList());
    }

    @Override
    public final synchronized Set<CaseId> opened() {
        return Set.copyOf(opened.keySet());
    }

    @Override
    public final synchronized void forgetOpened(Collection<CaseId> cases) {
        keep(cases.stream()
                .filter(opened::containsKey)
                .map(id -> new Row(Kind.OPENED, id.toString(), null))
                .toList());
    }

    // Erasing

    @Override
    public final synchronized void erase(CaseId caseId) {
        pages.drop(caseId);
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries.all()) {
            if (entry.envelope().caseId().equals(caseId)) {
                rows.add(entries.row(entry.emptied()));
            }
        }
        for (Intention intention : intentions.values()) {
            if (intention.submission().caseId().equals(caseId)) {
                rows.add(new Row(Kind.INTENTION, intention.submission().id().toString(), null));
            }
        }
        if (drafts.containsKey(caseId.toString())) {
            rows.add(new Row(Kind.DRAFT, caseId.toString(), null));
        }
        if (jottings.containsKey(caseId.toString())) {
            rows.add(new Row(Kind.JOTTINGS, caseId.toString(), null));
        }
        if (opened.containsKey(caseId)) {
            rows.add(new Row(Kind.OPENED, caseId.toString(), null));
        }
        keep(rows);
    }

    // Scanned pages

    @Override
    public final ScannedPages pages() {
        return pages;
    }

    private void pagesFollow(Submission submission) {
        if (submission.command() instanceof Command.EnterFeedback) {
            pages.release(submission.caseId());
        }
    }

    /** After a crash between an entry and the release of its pages. */
    final synchronized void pagesFollowAll() {
        intentions.values().forEach(each -> pagesFollow(each.submission()));
        for (Entry each : entries.all()) {
            if (each.envelope().command() instanceof Command.EnterFeedback) {
                pages.release(each.envelope().caseId());
            }
        }
    }

    // Rows

    /** Writes rows, then takes them into memory. */
    private void keep(List<Row> rows) {
        if (!rows.isEmpty()) {
            write(rows);
            rows.forEach(this::take);
        }
    }

    /** Takes one row into memory; entries have to come in the order of their positions. */
    final void take(Row row) {
        switch (row.kind()) {
            case REGISTRATION, ENTRY -> entries.take(row);
            case INTENTION -> put(intentions, row.id(), (Intention) row.value());
            case DRAFT -> put(drafts, row.id(), (KeptDraft) row.value());
            case JOTTINGS -> put(jottings, row.id(), (KeptJottings) row.value());
            case SETTING ->
                put(settings, row.id(), row.value() instanceof Row.Setting setting ? setting.value() : null);
            case READ -> put(reads, Long.valueOf(row.id()), (KeptRead) row.value());
            case OPENED -> put(opened, CaseId.of(row.id()), (Row.Opened) row.value());
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
