package fi.vastine.backend.erasing;

import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.ledger.Ledger.Erasure;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases cases.
 *
 * <ol>
 *   <li>The ledger has the id on disk. From here on it happens, whatever comes between: every start carries out what the ledger
 *       has and the database, after a crash or restored from a backup, has not.
 *   <li>One transaction removes the case and all that quotes from it, leaves figures and the id, and logs who ordered it.
 *   <li>Every laptop is told at its next contact, and again until it says that it is done.
 *   <li>The database's files are written anew, without what was deleted, in the next quiet hour.
 * </ol>
 *
 * Thread safe.
 */
public final class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private static final String ERASE = "erase-case";

    /** In whose name the ledger's word is carried out, when who gave the order is not known any more. */
    private static final PersonId LEDGER = new PersonId("os:ledger");

    private final Ledger ledger;
    private final Writer writer;
    private final InstantSource clock;
    private final AtomicBoolean left = new AtomicBoolean();

    public Erasing(Ledger ledger, Writer writer, InstantSource clock) {
        this.ledger = ledger;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Erases a case, known here or not; erasing it again changes nothing.
     *
     * @param from the device on which it was ordered; absent at the backend's own command line
     */
    public void erase(CaseId id, PersonId by, @Nullable DeviceId from) {
        ledger.erase(id, clock.instant());
        carryOut(id, Erasure.ORDERED, List.of(AuditEntry.order(ERASE, "ordered", by, from, id, clock.instant())));
        LOG.atInfo().addKeyValue("case", id).log("erased");
    }

    /** A case has gone from the database because whoever entered it withdrew it. */
    public void withdrawn(CaseId id) {
        ledger.withdrew(id, clock.instant());
        leaveBehind();
        LOG.atInfo().addKeyValue("case", id).log("withdrawn");
    }

    /** Carries out what the ledger has: before anything is answered. */
    public void carryOutAll() {
        ledger.erased().forEach((id, why) -> carryOut(id, why, List.of()));
    }

    /** Something was deleted that the files may still hold. */
    void leaveBehind() {
        left.set(true);
    }

    /** Whether the files may hold something that was deleted; asking clears it. */
    boolean takeLeftBehind() {
        return left.getAndSet(false);
    }

    /** An order is logged as such; what only the ledger knows of is logged where it changes something. */
    private void carryOut(CaseId id, Erasure why, List<AuditEntry> orders) {
        boolean erased = writer.write(transaction -> {
            boolean fresh = !transaction.isErased(id);
            if (fresh && why == Erasure.WITHDRAWN) {
                transaction.withdraw(id);
            } else {
                transaction.erase(id);
            }
            orders.forEach(transaction::audit);
            if (fresh && orders.isEmpty()) {
                transaction.audit(AuditEntry.order(ERASE, "of the ledger", LEDGER, null, id, clock.instant()));
            }
            return fresh;
        });
        if (erased) {
            leaveBehind();
        }
    }
}
