package fi.vastine.simulation.seeds;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.Entry.State;
import fi.vastine.simulation.seeds.Broken.Promise;
import fi.vastine.simulation.seeds.Ledger.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people were promised, checked once all troubles have ended; each broken one is told in a sentence. */
final class Promises {
    private static final Pattern MARK = Pattern.compile("#\\d+#");

    private final World world;
    private final Truth truth;
    private final Map<CommandId, Entry> entries = new HashMap<>();
    private final List<Broken> broken = new ArrayList<>();

    private Promises(World world) {
        this.world = world;
        this.truth = Truth.of(world.house().jdbi());
        world.ledger().withdrawals().stream()
                .filter(each -> truth.outcomes().get(each.id()) instanceof Outcome.Applied)
                .forEach(each -> world.ledger().withdrawn(each.caseId()));
        for (SeededLaptop laptop : world.laptops()) {
            laptop.outbox()
                    .entries()
                    .forEach(each -> entries.put(each.envelope().commandId(), each));
        }
    }

    /** The sentences; none if all is well. */
    static List<Broken> brokenIn(World world) {
        var promises = new Promises(world);
        promises.everyCommandHasOneOutcome();
        promises.noWordIsLost();
        promises.eachReplyLeftOnce();
        promises.feedbackIsThereOnce();
        world.ledger().contradictions().forEach(each -> promises.broken(Promise.ONE_OUTCOME_A_COMMAND, each));
        for (SeededLaptop laptop : world.laptops()) {
            if (laptop.healed() > 0) {
                promises.broken(Promise.NEEDS_NO_HEALING, laptop.name() + " had to download a unit anew");
            }
            if (!laptop.isWiped()) {
                promises.broken.addAll(new Likeness(world, laptop).differences());
            }
        }
        promises.broken.addAll(Vanished.brokenIn(world, promises.truth));
        return promises.broken;
    }

    private void everyCommandHasOneOutcome() {
        for (Kept kept : world.ledger().kept()) {
            if (!truth.outcomes().containsKey(kept.id())
                    && !isResolvedBeforeRestore(kept.id())
                    && !isErased(kept.caseId())) {
                broken(
                        Promise.ONE_OUTCOME_A_COMMAND,
                        kept.laptop() + " was told that it was kept, and it never got an outcome: " + kept.command());
            }
        }
        entries.forEach((id, entry) -> {
            if (entry.unsettled()) {
                broken(
                        Promise.ONE_OUTCOME_A_COMMAND,
                        "never settled: " + entry.envelope().command());
            } else if (!isResolvedBeforeRestore(id)
                    && !isErased(entry.envelope().caseId())
                    && !Objects.equals(entry.outcome(), truth.outcomes().get(id))) {
                broken(
                        Promise.ONE_OUTCOME_A_COMMAND,
                        "the laptop says " + entry.outcome() + ", the backend "
                                + truth.outcomes().get(id) + ": "
                                + entry.envelope().command());
            }
        });
    }

    private boolean isErased(CaseId id) {
        return world.ledger().erased().contains(id);
    }

    /** A restored backend is not asked again about what a person has seen or has to see: she knows. */
    private boolean isResolvedBeforeRestore(CommandId id) {
        Entry entry = entries.get(id);
        return world.ledger().epoch() > 0
                && entry != null
                && (entry.state() == State.NEEDS_ATTENTION || entry.resolution() != null);
    }

    private void noWordIsLost() {
        for (Kept kept : world.ledger().kept()) {
            mark(kept.command()).ifPresent(mark -> {
                if (!isKept(kept, mark)) {
                    broken(
                            Promise.NO_WORD_IS_LOST,
                            kept.laptop() + " was told that it was kept, and the words are nowhere: " + kept.command()
                                    + ", answered " + truth.outcomes().get(kept.id()));
                }
            });
        }
        world.ledger()
                .drafts()
                .forEach((desk, text) -> mark(text).ifPresent(mark -> {
                    if (!isDraftKept(desk, mark)) {
                        broken(Promise.NO_DRAFT_IS_LOST, "the draft on " + desk.laptop() + " is nowhere: " + text);
                    }
                }));
    }

    private boolean isKept(Kept kept, String mark) {
        Outcome outcome = truth.outcomes().get(kept.id());
        if (isErased(kept.caseId()) || truth.wordsOf(kept.caseId()).contains(mark)) {
            return true;
        }
        Entry entry = entries.get(kept.id());
        boolean before = entry != null
                && mark(entry.envelope().command()).filter(mark::equals).isPresent();
        return switch (outcome) {
            case null -> before;
            case Outcome.Applied applied -> isSuperseded(kept, applied.changeNo());
            // That the case is there already was all that was to be said.
            case Outcome.NoOp ignored -> kept.command() instanceof Command.MoveToUnit || isSuperseded(kept, 0);
            case Outcome.Conflict ignored -> before;
            case Outcome.Gone ignored -> true;
            case Outcome.Refused refused -> before || (refused.code() == Refusal.ACCESS_ENDED && isSuperseded(kept, 0));
        };
    }

    /** Whether somebody knowingly wrote on, sent it or threw it away. */
    private boolean isSuperseded(Kept kept, long changeNo) {
        Set<DraftId> drafts = draftsOf(kept.command());
        if (kept.command() instanceof Command.ReturnDraft) {
            // The comment belongs to the revision it was made on.
            return true;
        }
        return world.ledger().made().stream()
                .filter(other -> !other.id().equals(kept.id()))
                .filter(other -> truth.outcomes().get(other.id()) instanceof Outcome.Applied applied
                        && applied.changeNo() > changeNo)
                .anyMatch(other -> draftsOf(other.command()).stream().anyMatch(drafts::contains));
    }

    private static Set<DraftId> draftsOf(Command command) {
        return switch (command) {
            case Command.SaveDraft save -> Set.of(save.draft(), save.copy());
            case Command.DropDraft drop -> Set.of(drop.draft());
            case Command.AddNote note -> Set.of(new DraftId(note.note().value()));
            case Command.SendReply send ->
                Stream.of(
                                Optional.ofNullable(send.draft()),
                                Optional.of(new DraftId(send.reply().value())))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
            case Command.RecordAnswer answer ->
                Set.of(new DraftId(answer.reply().value()));
            default -> Set.of();
        };
    }

    private boolean isDraftKept(Ledger.Desk desk, String mark) {
        boolean onLaptop = world.laptops().stream()
                .filter(each -> each.name().equals(desk.laptop()))
                .anyMatch(each -> each.outbox()
                        .draft(desk.caseId())
                        .filter(draft -> draft.text().contains(mark))
                        .isPresent());
        return onLaptop
                || isErased(desk.caseId())
                || truth.wordsOf(desk.caseId()).contains(mark)
                || Stream.concat(
                                world.ledger().kept().stream(),
                                world.ledger().made().stream()
                                        .filter(each -> truth.outcomes().containsKey(each.id())))
                        .anyMatch(each ->
                                mark(each.command()).filter(mark::equals).isPresent());
    }

    private void eachReplyLeftOnce() {
        Map<ReplyId, Long> left =
                world.mails().sent().stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        left.forEach((reply, times) -> {
            long allowed = 1 + world.ledger().resentKnowingly(reply);
            if (times > allowed) {
                broken(Promise.A_REPLY_LEAVES_ONCE, "reply " + reply + " left " + times + " times");
            }
        });
    }

    private void feedbackIsThereOnce() {
        Map<CaseId, String> given = new HashMap<>(world.ledger().feedback());
        for (Kept kept : world.ledger().kept()) {
            boolean refused = truth.outcomes().get(kept.id()) instanceof Outcome.Refused;
            boolean refusedBefore = isResolvedBeforeRestore(kept.id());
            if (kept.command() instanceof Command.EnterFeedback entry && !refused && !refusedBefore) {
                given.put(kept.caseId(), entry.text());
            }
        }
        given.keySet().removeAll(world.ledger().erased());
        given.forEach((id, text) -> {
            List<CaseId> holding = truth.cases().values().stream()
                    .filter(each -> each.feedback().text().equals(text))
                    .map(FeedbackCase::id)
                    .toList();
            if (!holding.equals(List.of(id))) {
                broken(
                        Promise.FEEDBACK_IS_THERE_ONCE,
                        "feedback \"" + text + "\" is there " + holding.size() + " times");
            }
        });
    }

    private void broken(Promise promise, String how) {
        broken.add(new Broken(promise, how));
    }

    private static Optional<String> mark(Command command) {
        return mark(command.toString());
    }

    private static Optional<String> mark(String text) {
        Matcher found = MARK.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
