package fi.vastine.core.cases;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is decided here and not yet in the base, in the order it was decided. Not thread safe. */
final class Backlog {
    private final Map<CommandId, Pending> all = new LinkedHashMap<>();
    private final Map<CaseId, List<CommandId>> byCase = new HashMap<>();
    private boolean changed;

    /** Adds at the end, or puts it in the place of the one with its id. */
    void put(Pending pending) {
        changed = true;
        if (all.put(pending.id(), pending) == null) {
            byCase.computeIfAbsent(pending.caseId(), id -> new ArrayList<>(2)).add(pending.id());
        }
    }

    Optional<Pending> find(CommandId id) {
        return Optional.ofNullable(all.get(id));
    }

    Optional<Pending> remove(CommandId id) {
        Pending removed = all.remove(id);
        if (removed != null) {
            changed = true;
            List<CommandId> left = byCase.getOrDefault(removed.caseId(), new ArrayList<>());
            left.remove(id);
            if (left.isEmpty()) {
                byCase.remove(removed.caseId());
            }
        }
        return Optional.ofNullable(removed);
    }

    /** Removes those of a case that meet a condition. */
    void removeIf(CaseId caseId, Predicate<Pending> done) {
        of(caseId).stream().filter(done).map(Pending::id).forEach(this::remove);
    }

    List<Pending> of(CaseId caseId) {
        return inOrder(byCase.getOrDefault(caseId, List.of()).stream().map(all::get));
    }

    boolean has(CaseId caseId) {
        return byCase.containsKey(caseId);
    }

    Set<CaseId> cases() {
        return Set.copyOf(byCase.keySet());
    }

    List<Pending> all() {
        return inOrder(all.values().stream());
    }

    /** What has no number yet comes after all that has: so the backend will get it. */
    private static List<Pending> inOrder(Stream<Pending> some) {
        return some.sorted(Comparator.comparing(each -> each.seq() == 0)).toList();
    }

    /** Whether anything has changed since this was asked last. */
    boolean changed() {
        boolean since = changed;
        changed = false;
        return since;
    }

    void clear() {
        changed = true;
        all.clear();
        byCase.clear();
    }
}
