package fi.vastine.core.cases;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Checksum;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.replica.Head;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the base, the rows in which something is pending, and the book that shows them.
 *
 * <p>Cases of a unit that the person may not see today are held and not shown: access may end at midnight, with no network to be
 * told of it. Not thread safe.
 */
final class Shelf {
    /** What is known of a case's base. */
    record Held(Head head, CaseRow row) {}

    private final Map<CaseId, Held> held = new HashMap<>();
    private final Map<CaseId, CaseRow> folded = new HashMap<>();
    private final Set<CaseId> withdrawn = new HashSet<>();
    private final Map<UnitId, Long> sums = new HashMap<>();
    private final Set<CaseId> drafted = new HashSet<>();
    private final Set<CaseId> changed = new HashSet<>();
    private Reference reference = Reference.NONE;
    private Responses told = Responses.NONE;
    private Scope scope = Scope.NONE;
    private Set<UnitId> visible = Set.of();
    private LocalDate today;
    private Lease lease = Lease.RUNNING;
    private boolean all = true;
    private boolean renamed;
    private Book book = Book.EMPTY;
    private CaseRow[] shown = new CaseRow[0];

    Shelf(LocalDate today) {
        this.today = today;
    }

    void hold(Head head, CaseRow row) {
        drop(head.caseId());
        held.put(head.caseId(), new Held(head, row));
        sums.merge(head.unit(), Checksum.of(head.caseId(), head.changeNo()), Long::sum);
    }

    void drop(CaseId id) {
        Held former = held.remove(id);
        if (former != null) {
            sums.merge(former.head().unit(), -Checksum.of(id, former.head().changeNo()), Long::sum);
        }
        changed.add(id);
    }

    void clear() {
        held.clear();
        sums.clear();
        reference = Reference.NONE;
        told = Responses.NONE;
        scope(Scope.NONE);
        all = true;
    }

    /** What pending commands make of a case; absent when nothing is pending or they make nothing of it. */
    void fold(CaseId id, @Nullable CaseRow row) {
        withdrawn.remove(id);
        if (row == null) {
            folded.remove(id);
        } else {
            folded.put(id, row);
        }
        changed.add(id);
    }

    /** What is pending takes the case away. */
    void withdraw(CaseId id) {
        fold(id, null);
        withdrawn.add(id);
    }

    /** The folded row of a case, if it has one. */
    Optional<CaseRow> folded(CaseId id) {
        return Optional.ofNullable(folded.get(id));
    }

    void drafted(CaseId id) {
        if (drafted.add(id)) {
            changed.add(id);
        }
    }

    void notDrafted(CaseId id) {
        if (drafted.remove(id)) {
            changed.add(id);
        }
    }

    void documents(Documents held) {
        reference = held.reference();
        told = held.responses();
        renamed = true;
    }

    void scope(Scope next) {
        all |= !scope.equals(next);
        scope = next;
        visible = visible();
    }

    void today(LocalDate day) {
        all |= !today.equals(day);
        today = day;
        visible = visible();
    }

    void lease(Lease now) {
        all |= lease != now;
        lease = now;
        visible = visible();
    }

    void forgetAll() {
        clear();
        folded.clear();
        withdrawn.clear();
        drafted.clear();
    }

    Optional<Held> held(CaseId id) {
        return Optional.ofNullable(held.get(id));
    }

    int size() {
        return held.size();
    }

    long sizeOf(Collection<UnitId> units) {
        return held.values().stream()
                .filter(each -> units.contains(each.head().unit()))
                .count();
    }

    long sum(UnitId unit) {
        return sums.getOrDefault(unit, 0L);
    }

    /** The book with everything since the last one; the same one if nothing has changed. */
    Book book() {
        if (all || renamed || !changed.isEmpty()) {
            shown = all ? everything() : Rows.with(shown, changes());
            all = false;
            renamed = false;
            changed.clear();
            book = new Book(shown, reference, told, scope, book.version() + 1);
        }
        return book;
    }

    private Set<UnitId> visible() {
        if (lease == Lease.OVER) {
            return Set.of();
        }
        return scope.units().stream().filter(unit -> scope.covers(unit, today)).collect(Collectors.toUnmodifiableSet());
    }

    private CaseRow[] everything() {
        var rows = new ArrayList<CaseRow>(held.size() + folded.size());
        held.keySet().forEach(id -> shown(id).ifPresent(rows::add));
        folded.keySet().stream()
                .filter(id -> !held.containsKey(id))
                .forEach(id -> shown(id).ifPresent(rows::add));
        return Rows.sorted(rows);
    }

    private Map<CaseId, Optional<CaseRow>> changes() {
        var changes = new LinkedHashMap<CaseId, Optional<CaseRow>>();
        changed.forEach(id -> changes.put(id, shown(id)));
        return changes;
    }

    private Optional<CaseRow> shown(CaseId id) {
        CaseRow row = folded.get(id);
        if (row == null) {
            Held base = held.get(id);
            row = base == null ? null : base.row();
        }
        if (row == null || withdrawn.contains(id) || !visible.contains(row.unit())) {
            return Optional.empty();
        }
        return Optional.of(drafted.contains(id) ? row.withDraft() : row);
    }
}
