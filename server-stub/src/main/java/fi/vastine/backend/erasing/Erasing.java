package fi.vastine.backend.erasing;

import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.CaseId;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases cases.
 *
 * <ol>
 *   <li>The ledger has the id on disk. From here on it happens, whatever comes between: every start carries out what the ledger
 *       has and the database, after a crash or restored from a backup, has not.
 *   <li>One transaction removes the case and all that quotes from it, and leaves figures and the id.
 *   <li>Every laptop is told at its next contact, and again until it says that it is done.
 *   <li>The database's files are written anew, without what was deleted, in the next quiet hour.
 * </ol>
 *
 * Thread safe.
 */
public final class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    private final Ledger ledger;
    private final Writer writer;
    private final InstantSource clock;
    private final AtomicBoolean left = new AtomicBoolean();

    public Erasing(Ledger ledger, Writer writer, InstantSource clock) {
        this.ledger = ledger;
        this.writer = writer;
        this.clock = clock;
    }

    /** Erases a case, known here or not; erasing it again changes nothing. */
    public void erase(CaseId id) {
        ledger.erase(id, clock.instant());
        carryOut(id);
        LOG.atInfo().addKeyValue("case", id).log("erased");
    }

    /** Carries out what the ledger has: before anything is answered. */
    public void carryOutAll() {
        ledger.erased().forEach(this::carryOut);
    }

    /** Something was deleted that the files may still hold. */
    void leaveBehind() {
        left.set(true);
    }

    /** Whether the files may hold something that was deleted; asking clears it. */
    boolean takeLeftBehind() {
        return left.getAndSet(false);
    }

    private void carryOut(CaseId id) {
        boolean erased = writer.write(transaction -> {
            boolean fresh = !transaction.isErased(id);
            transaction.erase(id);
            return fresh;
        });
        if (erased) {
            leaveBehind();
        }
    }
}
