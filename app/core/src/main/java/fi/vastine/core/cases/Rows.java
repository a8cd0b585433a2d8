package fi.vastine.core.cases;

import fi.vastine.contract.id.CaseId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arrays of rows, sorted by case and never changed: each change makes a new one. */
final class Rows {
    static final Comparator<CaseId> BY_ID = Comparator.comparing(CaseId::value);

    private Rows() {}

    /** Where the case stands; negative as {@link java.util.Arrays#binarySearch} has it if it does not. */
    static int find(CaseRow[] rows, CaseId id) {
        return find(rows, 0, id);
    }

    static CaseRow[] sorted(List<CaseRow> rows) {
        CaseRow[] sorted = rows.toArray(CaseRow[]::new);
        Arrays.sort(sorted, Comparator.comparing(CaseRow::id, BY_ID));
        return sorted;
    }

    /** The rows with some put in, replaced or, where empty, taken out; what lies between is copied in blocks. */
    static CaseRow[] with(CaseRow[] rows, Map<CaseId, Optional<CaseRow>> changes) {
        List<CaseId> ids = changes.keySet().stream().sorted(BY_ID).toList();
        var next = new CaseRow[rows.length + ids.size()];
        int from = 0;
        int to = 0;
        for (CaseId id : ids) {
            int found = find(rows, from, id);
            int at = found < 0 ? -(found + 1) : found;
            System.arraycopy(rows, from, next, to, at - from);
            to += at - from;
            from = found < 0 ? at : at + 1;
            Optional<CaseRow> row = changes.getOrDefault(id, Optional.empty());
            if (row.isPresent()) {
                next[to++] = row.get();
            }
        }
        System.arraycopy(rows, from, next, to, rows.length - from);
        to += rows.length - from;
        return to == next.length ? next : Arrays.copyOf(next, to);
    }

    private static int find(CaseRow[] rows, int from, CaseId id) {
        int low = from;
        int high = rows.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = BY_ID.compare(rows[middle].id(), id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }
}
