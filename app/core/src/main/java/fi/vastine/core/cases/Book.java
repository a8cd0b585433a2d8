package fi.vastine.core.cases;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Scope;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * All cases the person may see today, at one moment; immutable.
 *
 * <p>Two books share what did not change between them. A greater version is a later book of the same session.
 */
public final class Book {
    public static final Book EMPTY = new Book(new CaseRow[0], Reference.NONE, Responses.NONE, Scope.NONE, 0);

    private final CaseRow[] rows;
    private final Reference reference;
    private final Responses told;
    private final Scope scope;
    private final long version;

    /** The rows are sorted by case and not changed afterwards by whoever hands them over. */
    Book(CaseRow[] rows, Reference reference, Responses told, Scope scope, long version) {
        this.rows = rows;
        this.reference = reference;
        this.told = told;
        this.scope = scope;
        this.version = version;
    }

    /** One row a case, sorted by the case's id; not to be changed. */
    public List<CaseRow> rows() {
        return Collections.unmodifiableList(Arrays.asList(rows));
    }

    /** The row of one case; empty if there is none or the person may not see it today. */
    public Optional<CaseRow> row(CaseId id) {
        int at = Rows.find(rows, id);
        return at < 0 ? Optional.empty() : Optional.of(rows[at]);
    }

    public Reference reference() {
        return reference;
    }

    /** How many have answered in each campaign, as the backend has counted; also where the person may not read. */
    public Responses told() {
        return told;
    }

    public Scope scope() {
        return scope;
    }

    public long version() {
        return version;
    }
}
