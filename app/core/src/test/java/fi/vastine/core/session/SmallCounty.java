package fi.vastine.core.session;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Actor;
import fi.vastine.contract.command.Decision;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.Checksum;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cases of a small backend, decided by the real rules. Whoever calls it holds the backend's lock. */
final class SmallCounty {
    private final Json json;
    private final Map<CaseId, FeedbackCase> cases = new LinkedHashMap<>();
    private final Map<CaseId, Map<DeviceId, Long>> seqs = new HashMap<>();
    private final List<PullLine.ForgetLine> forgets = new ArrayList<>();
    private final Map<CommandId, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<DeviceId, List<CommandId>> logs = new HashMap<>();
    private final List<Envelope> decided = new ArrayList<>();
    private Scope scope =
            new Scope(1, List.of(SmallBackend.WARD, SmallBackend.CLINIC), Map.of(), List.of(Role.HANDLER), List.of());
    private String epoch = "e1";
    private long changeNo;
    private long erasedUpTo;
    private @Nullable CaseId wrongInChecksum;

    SmallCounty(Json json) {
        this.json = json;
    }

    String epoch() {
        return epoch;
    }

    long changeNo() {
        return changeNo;
    }

    long scopeVersion() {
        return scope.version();
    }

    /** The number of the last erasure that was said to be carried out. */
    long erasedUpTo() {
        return erasedUpTo;
    }

    void erasedUpTo(long number) {
        erasedUpTo = number;
    }

    /** Commands in the order they were decided, each once. */
    List<Envelope> decided() {
        return List.copyOf(decided);
    }

    FeedbackCase theCase(CaseId id) {
        FeedbackCase found = cases.get(id);
        if (found == null) {
            throw new AssertionError("No case " + id);
        }
        return found;
    }

    CaseId receive(UnitId unit, String text, String mail) {
        var id = new CaseId(new UUID(0x0193_0000_0000_7000L + cases.size(), 0x8000_0000_0000_0000L | cases.size()));
        Instant at = Instant.parse("2026-11-16T12:05:00Z");
        store(new FeedbackCase(
                id,
                0,
                unit,
                new Origin(Channel.WEB, Language.FI, at, Answers.NONE, null),
                FeedbackKind.CRITICISM,
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(id.value()), at, text)),
                new ReplyWish(Way.MAIL, mail, null),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of()));
        return id;
    }

    void store(FeedbackCase next) {
        cases.put(next.id(), next.edit().changeNo(++changeNo).done());
    }

    void erase(CaseId id) {
        cases.remove(id);
        forgets.add(new PullLine.ForgetLine(id, PullLine.ForgetReason.ERASED, ++changeNo));
    }

    void moveAway(CaseId id) {
        store(theCase(id).edit().unit(new UnitId("u-elsewhere")).done());
        forgets.add(new PullLine.ForgetLine(id, PullLine.ForgetReason.MOVED, changeNo));
    }

    void grant(Map<UnitId, LocalDate> until, UnitId... units) {
        scope = new Scope(scope.version() + 1, List.of(units), until, scope.roles(), scope.enters());
    }

    /** As from a backup made before anything was decided. */
    void restoreFromBackup() {
        epoch = "e2";
        outcomes.clear();
        logs.clear();
        decided.clear();
        cases.replaceAll((id, each) -> each.edit().changeNo(1).done());
        changeNo = 1;
    }

    /** From now on a checksum is as if this case were not there. */
    void leaveOutOfChecksum(CaseId id) {
        wrongInChecksum = id;
    }

    /** Another laptop with the same registration was here first. */
    void takeSeq(DeviceId device) {
        logs.computeIfAbsent(device, key -> new ArrayList<>()).add(new CommandId(UUID.randomUUID()));
    }

    /** The same, with a command that changed a case. */
    void takeSeq(DeviceId device, CaseId id) {
        takeSeq(device);
        seqs.computeIfAbsent(id, key -> new HashMap<>()).put(device, lastSeq(device));
        store(theCase(id));
    }

    long lastSeq(DeviceId device) {
        return logs.getOrDefault(device, List.of()).size();
    }

    /** Commands that cannot be taken. */
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final Problem.Code code;

        private Misfit(Problem.Code code) {
            super(code.name());
            this.code = code;
        }

        Problem.Code code() {
            return code;
        }
    }

    /** Decides what a laptop sends, as far as it was not decided before. */
    Push.Answer push(Push.Request asked, PersonId person) throws Misfit {
        var results = new ArrayList<Push.Result>();
        for (Envelope each : asked.commands()) {
            enter(each);
            Outcome outcome = outcomes.get(each.commandId());
            if (outcome == null) {
                outcome = decide(each, person);
                outcomes.put(each.commandId(), outcome);
                decided.add(each);
            }
            results.add(new Push.Result(each.commandId(), each.seq(), outcome));
        }
        return new Push.Answer(results);
    }

    private void enter(Envelope each) throws Misfit {
        List<CommandId> log = logs.computeIfAbsent(each.deviceId(), key -> new ArrayList<>());
        if (each.seq() > log.size() + 1) {
            throw new Misfit(Problem.Code.SEQ_GAP);
        }
        if (each.seq() <= log.size() && !log.get((int) each.seq() - 1).equals(each.commandId())) {
            throw new Misfit(Problem.Code.DEVICE_FORKED);
        }
        if (each.seq() > log.size()) {
            log.add(each.commandId());
        }
    }

    private Outcome decide(Envelope each, PersonId person) {
        var actor = new Actor(person, each.madeAt(), each.madeAt());
        return switch (Decisions.decide(each.caseId(), cases.get(each.caseId()), each.command(), actor)) {
            case Decision.Apply apply -> {
                store(apply.next());
                seqs.computeIfAbsent(each.caseId(), key -> new HashMap<>()).put(each.deviceId(), each.seq());
                yield new Outcome.Applied(changeNo);
            }
            case Decision.Withdraw ignored -> {
                erase(each.caseId());
                yield new Outcome.Applied(changeNo);
            }
            case Decision.NoOp ignored -> new Outcome.NoOp();
            case Decision.Conflict met -> new Outcome.Conflict(met.why(), met.current(), met.by(), met.at());
            case Decision.Refuse refused -> new Outcome.Refused(refused.code(), false);
            case Decision.Plan ignored -> throw new IllegalStateException("No campaigns are planned here");
        };
    }

    /**
     * What has changed for a laptop, line by line.
     *
     * @param device which device asks does not matter where each test has one laptop that writes: the one that does
     */
    String pull(PullRequest asked, DeviceId device) {
        var text = new StringBuilder();
        if (asked.scopeVersion() != scope.version()) {
            line(text, new PullLine.ScopeLine(scope));
        }
        if (asked.epoch() != null && !asked.epoch().equals(epoch)) {
            line(text, new PullLine.PageLine(epoch, -1, Map.of(), true, Map.of(), 0));
            return text.toString();
        }
        Map<UnitId, CatchUp> catchUp = new HashMap<>(asked.catchUp());
        if (asked.after() < 0) {
            scope.units().forEach(unit -> catchUp.put(unit, new CatchUp(changeNo, null)));
        }
        int room = asked.limit();
        for (UnitId unit : List.copyOf(catchUp.keySet())) {
            room -= catchUp(unit, catchUp, room, text, device);
        }
        long after = asked.after() < 0 ? changeNo : asked.after();
        List<FeedbackCase> live = inScope(after, Long.MAX_VALUE);
        List<FeedbackCase> now = live.subList(0, Math.min(Math.max(1, room), live.size()));
        now.forEach(each -> line(text, each, device));
        boolean all = now.size() == live.size();
        long upTo = all ? changeNo : now.getLast().changeNo();
        forgets.stream().filter(each -> each.changeNo() > erasedUpTo).forEach(each -> line(text, each));
        boolean more = !all || !catchUp.isEmpty();
        long expected = catchUp.isEmpty() ? 0 : inScope(0, changeNo).size();
        line(text, new PullLine.PageLine(epoch, upTo, catchUp, more, more ? Map.of() : checksums(), expected));
        return text.toString();
    }

    private int catchUp(UnitId unit, Map<UnitId, CatchUp> catchUp, int room, StringBuilder text, DeviceId device) {
        CatchUp at = catchUp.getOrDefault(unit, new CatchUp(0, null));
        long from = at.at() == null ? 0 : Long.parseLong(at.at());
        List<FeedbackCase> rest = inScope(from, at.to()).stream()
                .filter(each -> each.unit().equals(unit))
                .toList();
        List<FeedbackCase> now = rest.subList(0, Math.clamp(rest.size(), 0, Math.max(0, room)));
        now.forEach(each -> line(text, each, device));
        if (now.size() == rest.size()) {
            catchUp.remove(unit);
        } else if (!now.isEmpty()) {
            catchUp.put(unit, new CatchUp(at.to(), Long.toString(now.getLast().changeNo())));
        }
        return now.size();
    }

    private List<FeedbackCase> inScope(long above, long upTo) {
        return cases.values().stream()
                .filter(each -> scope.units().contains(each.unit()))
                .filter(each -> each.changeNo() > above && each.changeNo() <= upTo)
                .sorted(Comparator.comparingLong(FeedbackCase::changeNo))
                .toList();
    }

    private Map<UnitId, Long> checksums() {
        Map<UnitId, Long> sums = new HashMap<>();
        scope.units().forEach(unit -> sums.put(unit, 0L));
        cases.values().stream()
                .filter(each -> scope.units().contains(each.unit()))
                .filter(each -> !each.id().equals(wrongInChecksum))
                .forEach(each -> sums.merge(each.unit(), Checksum.of(each.id(), each.changeNo()), Long::sum));
        return sums;
    }

    /** A scope that says that there is nothing any more, with the end of a page or without. */
    String emptyScope(boolean whole) {
        var text = new StringBuilder();
        line(text, new PullLine.ScopeLine(new Scope(99, List.of(), Map.of(), List.of(), List.of())));
        if (whole) {
            line(text, new PullLine.PageLine(epoch, changeNo, Map.of(), false, Map.of(), 0));
        }
        return text.toString();
    }

    private void line(StringBuilder text, FeedbackCase each, DeviceId device) {
        long seq = seqs.getOrDefault(each.id(), Map.of()).getOrDefault(device, 0L);
        line(text, new PullLine.CaseLine(each, seq));
    }

    private void line(StringBuilder text, PullLine line) {
        try {
            text.append(json.mapper().writerFor(PullLine.class).writeValueAsString(line))
                    .append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
