package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import fi.vastine.core.replica.Page.Forget;
import fi.vastine.core.replica.Page.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A replica that ends with the program: for simulations of many laptops, and for tests. */
public final class MemoryReplica implements Replica {
    private final Map<CaseId, Snapshot> cases = new HashMap<>();
    private final Map<CaseId, Long> forgotten = new HashMap<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Set<CaseId> marked = new HashSet<>();
    private Cursors cursors = Cursors.NONE;
    private boolean filling;

    /** Another one, begun from what is held here, as a start after a crash begins from the files. */
    public synchronized MemoryReplica copy() {
        var copy = new MemoryReplica();
        if (!filling) {
            copy.cases.putAll(cases);
            copy.forgotten.putAll(forgotten);
            copy.documents.putAll(documents);
            copy.marked.addAll(marked);
            copy.cursors = cursors;
        }
        return copy;
    }

    @Override
    public synchronized Cursors cursors() {
        return cursors;
    }

    @Override
    public synchronized Page.Applied apply(Page page) {
        List<Snapshot> taken = page.cases().stream().filter(this::take).toList();
        Set<CaseId> gone = new HashSet<>();
        page.forgets().stream().filter(this::forget).forEach(each -> gone.add(each.caseId()));
        page.documents().forEach(each -> documents.put(each.kind() + ' ' + each.id(), each));
        for (Snapshot each : List.copyOf(cases.values())) {
            CaseId id = each.head().caseId();
            UnitId unit = each.head().unit();
            if (page.lost().contains(unit) || (page.complete().contains(unit) && marked.contains(id))) {
                cases.remove(id);
                marked.remove(id);
                gone.add(id);
            }
        }
        cursors = page.cursors();
        return new Page.Applied(
                taken.stream()
                        .filter(each -> !gone.contains(each.head().caseId()))
                        .toList(),
                gone);
    }

    private boolean take(Snapshot snapshot) {
        CaseId id = snapshot.head().caseId();
        long changeNo = snapshot.head().changeNo();
        if (changeNo < held(id) || changeNo < forgotten.getOrDefault(id, Long.MIN_VALUE)) {
            return false;
        }
        cases.put(id, snapshot);
        forgotten.remove(id);
        marked.remove(id);
        return true;
    }

    private boolean forget(Forget forget) {
        CaseId id = forget.caseId();
        if (forget.changeNo() <= held(id) && forget.why() != ForgetReason.ERASED) {
            return false;
        }
        forgotten.merge(id, forget.changeNo(), Math::max);
        marked.remove(id);
        return cases.remove(id) != null;
    }

    private long held(CaseId id) {
        Snapshot held = cases.get(id);
        return held == null ? Long.MIN_VALUE : held.head().changeNo();
    }

    @Override
    public synchronized void beginFill() {
        filling = true;
    }

    @Override
    public synchronized void endFill() {
        filling = false;
    }

    @Override
    public synchronized Iterator<List<Head>> heads() {
        List<Head> all = cases.values().stream()
                .map(Snapshot::head)
                .sorted(Comparator.comparing(Head::owesReply).reversed())
                .toList();
        return List.of(all).iterator();
    }

    @Override
    public synchronized Optional<String> snapshot(CaseId caseId) {
        return Optional.ofNullable(cases.get(caseId)).map(Snapshot::body);
    }

    @Override
    public synchronized List<Document> documents() {
        return List.copyOf(documents.values());
    }

    @Override
    public synchronized void mark(UnitId unit, Cursors next) {
        for (Snapshot each : cases.values()) {
            if (each.head().unit().equals(unit)) {
                marked.add(each.head().caseId());
            }
        }
        cursors = next;
    }

    @Override
    public synchronized void reset() {
        cases.clear();
        forgotten.clear();
        documents.clear();
        marked.clear();
        cursors = Cursors.NONE;
        filling = false;
    }

    @Override
    public void tidy() {
        endFill();
    }

    @Override
    public void close() {
        // What it holds stays readable, as a closed store's files do.
        endFill();
    }
}
