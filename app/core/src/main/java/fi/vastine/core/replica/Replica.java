package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the cases this laptop may see, as the backend sent them.
 *
 * <p>A snapshot is taken if its number is not below the one held or forgotten for its case; a forget if its number is above the
 * one held, or if the case was erased, which is final. So pages may come twice or late. Reading never waits for a page being written. Any method throws {@link
 * ReplicaDamaged} when the files cannot be trusted, and then {@link #reset} is the way on. Thread safe.
 */
public interface Replica extends AutoCloseable {

    Cursors cursors();

    /**
     * Writes a page with its cursors; it is on disk when this returns, except during a fill.
     *
     * @throws fi.vastine.core.profile.DiskFull with nothing of the page kept
     */
    Page.Applied apply(Page page);

    /**
     * Begins the first fill of an empty replica: faster, and safe only once it has ended.
     *
     * <p>A crash before {@link #endFill} leaves an empty replica.
     */
    void beginFill();

    /** Ends the fill: what was applied since it began is on disk when this returns. Does nothing without a fill. */
    void endFill();

    /**
     * The list rows of all cases, some at each step: what owes a reply before the rest, as far as it can be told.
     *
     * <p>Each step reads the disk. A case may come again; then the later row counts. Nothing may be applied in between.
     */
    Iterator<List<Head>> heads();

    /** The whole of a case as JSON. */
    Optional<String> snapshot(CaseId caseId);

    List<Document> documents();

    /** Marks a unit's cases to go unless they come again before the unit is complete, and moves the cursors. */
    void mark(UnitId unit, Cursors cursors);

    /** Throws everything away and begins empty; the outbox is not touched. */
    void reset();

    /**
     * Gathers what changes have scattered; stops the other methods for a moment where there is something to do. What was erased or
     * forgotten is beyond reading before.
     *
     * <p>Meant for the end of the program.
     */
    void tidy();

    @Override
    void close();
}
