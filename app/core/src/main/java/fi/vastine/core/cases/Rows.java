package fi.vastine.core.cases;

import fi.vastine.contract.id.CaseId;

/** Arrays of rows, sorted by case. */
final class Rows {
    private Rows() {}

    /** Where the case stands; negative as {@link java.util.Arrays#binarySearch} has it if it does not. */
    static int find(CaseRow[] rows, CaseId id) {
        int low = 0;
        int high = rows.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = rows[middle].id().value().compareTo(id.value());
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
