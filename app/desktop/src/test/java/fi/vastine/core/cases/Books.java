package fi.vastine.core.cases;

import fi.vastine.contract.wire.Scope;
import java.util.Comparator;
import java.util.List;

/** Makes books for tests of the screens, as a session would. */
public final class Books {
    private Books() {}

    public static Book of(List<CaseRow> rows, Reference reference, Scope scope, long version) {
        CaseRow[] sorted = rows.stream()
                .sorted(Comparator.comparing((CaseRow row) -> row.id().value()))
                .toArray(CaseRow[]::new);
        return new Book(sorted, reference, Responses.NONE, scope, version);
    }
}
