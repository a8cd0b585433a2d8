package fi.vastine.simulation.seeds;

import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.wire.Push;
import fi.vastine.core.outbox.Intention;
import fi.vastine.core.outbox.KeptDraft;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Submission;
import fi.vastine.simulation.wire.FarEnd;
import fi.vastine.simulation.wire.Reply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people were told was kept for them, seen at the laptops' outboxes, and what they were told came of it. */
final class Ledger {
    private static final Pattern WORDS = Pattern.compile("\\p{L}+ #\\d+#");

    private final Map<CommandId, Kept> kept = new LinkedHashMap<>();
    private final Set<CommandId> gone = new HashSet<>();
    private final Map<Told, Outcome> outcomes = new HashMap<>();
    private final Map<Desk, String> drafts = new LinkedHashMap<>();
    private final Map<CaseId, String> feedback = new LinkedHashMap<>();
    private final Map<CaseId, Set<String>> words = new HashMap<>();
    private final Set<CaseId> erased = new LinkedHashSet<>();
    private final Set<CaseId> ordered = new LinkedHashSet<>();
    private final Set<String> blocked = new TreeSet<>();
    private final List<String> wipedUnasked = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private int epoch;

    /** A command that a laptop said was kept. */
    record Kept(String laptop, PersonId person, CommandId id, CaseId caseId, Command command) {}

    private record Told(int epoch, CommandId id) {}

    /** Where a draft lies that is on one laptop only. */
    record Desk(String laptop, CaseId caseId) {}

    /** The backend, with its answers being written down, also those that never arrive. */
    FarEnd around(FarEnd backend) {
        return asked -> {
            Reply reply = backend.answer(asked);
            if (asked.path().equals("/v1/commands") && reply.status() == 200) {
                SeededLaptop.JSON
                        .read(reply.text(), Push.Answer.class)
                        .outcomes()
                        .forEach(this::told);
            }
            return reply;
        };
    }

    /** The outbox, with its promises being written down. */
    Outbox around(String laptop, PersonId person, Outbox outbox) {
        return (Outbox) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Outbox.class}, (proxy, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(outbox, arguments);
                    } catch (InvocationTargetException e) {
                        noteCrash(laptop, person, method.getName(), arguments, outbox);
                        throw e.getCause();
                    }
                    note(laptop, person, method.getName(), arguments, result);
                    return result;
                });
    }

    private void note(
            String laptop, PersonId person, String method, Object @Nullable [] arguments, @Nullable Object result) {
        if (arguments == null) {
            return;
        }
        switch (method) {
            case "submit" -> ((List<?>) arguments[0]).forEach(each -> keep(laptop, person, (Submission) each));
            case "intend" -> keep(laptop, person, ((Intention) arguments[0]).submission());
            case "makeAnew" -> keep(laptop, person, (Submission) arguments[1]);
            case "takeBack" -> {
                if (result instanceof Optional<?> back && back.isPresent()) {
                    gone.add((CommandId) arguments[0]);
                }
            }
            case "keepDraft" -> {
                KeptDraft draft = (KeptDraft) arguments[0];
                drafts.put(new Desk(laptop, draft.caseId()), draft.text());
                write(draft.caseId(), draft.text());
            }
            default -> {}
        }
    }

    /** It crashed: whether it is done nobody was told. */
    private void noteCrash(
            String laptop, PersonId person, String method, Object @Nullable [] arguments, Outbox outbox) {
        if (arguments == null) {
            return;
        }
        switch (method) {
            case "submit" -> ((List<?>) arguments[0]).forEach(each -> untold(laptop, person, (Submission) each));
            case "intend" -> untold(laptop, person, ((Intention) arguments[0]).submission());
            case "makeAnew" -> untold(laptop, person, (Submission) arguments[1]);
            case "takeBack" -> gone.add((CommandId) arguments[0]);
            case "keepDraft" ->
                outbox.draft(((KeptDraft) arguments[0]).caseId())
                        .ifPresent(draft -> note(laptop, person, method, new Object[] {draft}, null));
            default -> {}
        }
    }

    private void untold(String laptop, PersonId person, Submission submission) {
        if (!kept.containsKey(submission.id())) {
            keep(laptop, person, submission);
            gone.add(submission.id());
        }
    }

    private void keep(String laptop, PersonId person, Submission submission) {
        write(submission.caseId(), submission.command().toString());
        kept.putIfAbsent(
                submission.id(), new Kept(laptop, person, submission.id(), submission.caseId(), submission.command()));
    }

    private void told(Push.Result result) {
        Kept answered = kept.get(result.commandId());
        if (answered != null
                && answered.command() instanceof Command.WithdrawEntry
                && result.outcome() instanceof Outcome.Applied) {
            erased.add(answered.caseId());
        }
        Outcome before = outcomes.putIfAbsent(new Told(epoch, result.commandId()), result.outcome());
        if (before != null && !before.equals(result.outcome()) && !isErased(result)) {
            contradictions.add(
                    "command " + result.commandId() + " was answered " + before + " and then " + result.outcome());
        }
    }

    /** A customer was told that the feedback is kept. */
    void receipt(CaseId id, String text) {
        feedback.put(id, text);
        write(id, text);
    }

    private void write(CaseId id, String text) {
        WORDS.matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(each ->
                        words.computeIfAbsent(id, fresh -> new TreeSet<>()).add(each));
    }

    /** All that was ever written of a case: a word with its mark, as a mark alone is found by chance in what is nothing. */
    Set<String> wordsOf(CaseId id) {
        return words.getOrDefault(id, Set.of());
    }

    /** An administrator had it erased: nobody asks any more what became of it. */
    void erase(CaseId id) {
        erased.add(id);
        ordered.add(id);
    }

    /** How many cases an administrator had erased, which leave figures. */
    int ordered() {
        return ordered.size();
    }

    /** The backend has let go of it because it was withdrawn, whether or not anybody was told. */
    void withdrawn(CaseId id) {
        erased.add(id);
    }

    /** What somebody may have withdrawn: the command, whatever became of it. */
    List<Kept> withdrawals() {
        return kept.values().stream()
                .filter(each -> each.command() instanceof Command.WithdrawEntry)
                .toList();
    }

    /** Every case that was ever erased. */
    Set<CaseId> erased() {
        return erased;
    }

    private boolean isErased(Push.Result result) {
        Kept command = kept.get(result.commandId());
        return result.outcome() instanceof Outcome.Gone
                && command != null
                && (erased.contains(command.caseId())
                        || withdrawals().stream().anyMatch(each -> each.caseId().equals(command.caseId())));
    }

    /** An administrator blocked a laptop. */
    void block(String laptop) {
        blocked.add(laptop);
    }

    /**
     * A laptop was wiped, with what was on it alone.
     *
     * @param commands that it kept and that were not carried out, or by a backend that has been restored since
     */
    void wiped(String laptop, Collection<CommandId> commands) {
        if (!blocked.remove(laptop)) {
            wipedUnasked.add(laptop);
        }
        lost(commands);
        draftsGone(laptop);
    }

    /** With the ledger of the backend it is forgotten who was blocked. */
    void blocksForgotten() {
        blocked.clear();
    }

    /** Laptops that are blocked and were not wiped yet. */
    Set<String> blocked() {
        return blocked;
    }

    List<String> wipedUnasked() {
        return wipedUnasked;
    }

    /**
     * The backend begins anew from a backup: what it answered before counts no more.
     *
     * @param stillHeld commands that a laptop keeps, so that it can offer them again
     */
    void newEpoch(Collection<CaseId> feedbackLost, Collection<CommandId> stillHeld) {
        epoch++;
        feedback.keySet().removeAll(feedbackLost);
        List<Kept> lost =
                kept().stream().filter(each -> !stillHeld.contains(each.id())).toList();
        lost.forEach(each -> gone.add(each.id()));
        // A draft that went with one of these was at the backend alone: the laptop lets go of it with the answer.
        drafts.values()
                .removeIf(text ->
                        lost.stream().anyMatch(each -> each.command().toString().contains(text)));
    }

    int epoch() {
        return epoch;
    }

    /** It went with a disk; nobody promised that a disk lives. */
    void lost(Collection<CommandId> commands) {
        gone.addAll(commands);
    }

    /** The person threw the draft away, or the laptop's disk went. */
    void draftGone(String laptop, CaseId caseId) {
        drafts.remove(new Desk(laptop, caseId));
    }

    void draftsGone(String laptop) {
        drafts.keySet().removeIf(each -> each.laptop().equals(laptop));
    }

    void draftIs(String laptop, CaseId caseId, String text) {
        drafts.put(new Desk(laptop, caseId), text);
    }

    /** What may have been kept, whether or not anybody was told, or has it still. */
    Collection<Kept> made() {
        return kept.values();
    }

    /** What has to have an outcome in the end. */
    List<Kept> kept() {
        return kept.values().stream().filter(each -> !gone.contains(each.id())).toList();
    }

    /** How often a person said that a reply is to be sent again, whatever became of her laptop and of the backend since. */
    long resentKnowingly(ReplyId reply) {
        return made().stream()
                .filter(each -> each.command() instanceof Command.SettleDelivery settle
                        && settle.reply().equals(reply)
                        && settle.to() == DeliveryState.WAITING)
                .filter(each -> outcomes.entrySet().stream()
                        .anyMatch(told ->
                                told.getKey().id().equals(each.id()) && told.getValue() instanceof Outcome.Applied))
                .count();
    }

    Map<Desk, String> drafts() {
        return drafts;
    }

    Map<CaseId, String> feedback() {
        return feedback;
    }

    List<String> contradictions() {
        return contradictions;
    }
}
