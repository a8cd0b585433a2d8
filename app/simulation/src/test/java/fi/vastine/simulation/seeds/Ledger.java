package fi.vastine.simulation.seeds;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people were told was kept for them, seen at the laptops' outboxes, and what they were told came of it. */
final class Ledger {
    private final Map<CommandId, Kept> kept = new LinkedHashMap<>();
    private final Set<CommandId> gone = new HashSet<>();
    private final Map<Told, Outcome> outcomes = new HashMap<>();
    private final Map<Desk, String> drafts = new LinkedHashMap<>();
    private final Map<CaseId, String> feedback = new LinkedHashMap<>();
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
                        if (method.getName().equals("takeBack") && arguments != null) {
                            // It crashed: whether it was taken back nobody was told.
                            gone.add((CommandId) arguments[0]);
                        }
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
            }
            default -> {}
        }
    }

    private void keep(String laptop, PersonId person, Submission submission) {
        kept.putIfAbsent(
                submission.id(), new Kept(laptop, person, submission.id(), submission.caseId(), submission.command()));
    }

    private void told(Push.Result result) {
        Outcome before = outcomes.putIfAbsent(new Told(epoch, result.commandId()), result.outcome());
        if (before != null && !before.equals(result.outcome())) {
            contradictions.add(
                    "command " + result.commandId() + " was answered " + before + " and then " + result.outcome());
        }
    }

    /** A customer was told that the feedback is kept. */
    void receipt(CaseId id, String text) {
        feedback.put(id, text);
    }

    /**
     * The backend begins anew from a backup: what it answered before counts no more.
     *
     * @param stillHeld commands that a laptop keeps, so that it can offer them again
     */
    void newEpoch(Collection<CaseId> feedbackLost, Collection<CommandId> stillHeld) {
        epoch++;
        feedback.keySet().removeAll(feedbackLost);
        kept.keySet().stream().filter(each -> !stillHeld.contains(each)).forEach(gone::add);
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

    /** What has to have an outcome in the end. */
    List<Kept> kept() {
        return kept.values().stream().filter(each -> !gone.contains(each.id())).toList();
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
