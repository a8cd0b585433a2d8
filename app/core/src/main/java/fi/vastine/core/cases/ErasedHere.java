package fi.vastine.core.cases;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.Page;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What is erased on this laptop, and that it is to be told.
 *
 * <p>How a case is erased, with nothing of it left when the backend hears that it is done:
 *
 * <ol>
 *   <li>What was written of it goes from the outbox, and from the outbox's files.
 *   <li>The page goes into the replica, and the case with its key out of it.
 *   <li>That it is to be told is kept.
 *   <li>Memory lets go of it: rows, drafts, what waits.
 *   <li>The backend is told, and until it has heard sends the order with every page.
 * </ol>
 *
 * <p>After a crash before the third the order comes again, and all of it is done again.
 */
final class ErasedHere {
    private static final String UP_TO = "erased-up-to";

    private final Outbox outbox;

    /** What was erased since the start: an editor that was open on it may still want to keep a word. */
    private final Set<CaseId> now = ConcurrentHashMap.newKeySet();

    ErasedHere(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Erases what was written of a page's cases: the first step. */
    List<CaseId> fromOutbox(Page page) {
        List<CaseId> erased = orders(page).map(Page.Forget::caseId).toList();
        now.addAll(erased);
        erased.forEach(outbox::erase);
        if (!erased.isEmpty()) {
            outbox.tidy();
        }
        return erased;
    }

    /** Erases once more what was kept of a case after it was erased; whether it was. Who kept it before is erased by the page. */
    boolean again(CaseId id) {
        boolean erased = now.contains(id);
        if (erased) {
            outbox.erase(id);
            outbox.tidy();
        }
        return erased;
    }

    /** Keeps that a page's erasures are to be told: the third step. */
    void keep(Page page) {
        orders(page)
                .mapToLong(Page.Forget::changeNo)
                .max()
                .ifPresent(upTo -> outbox.keepSetting(UP_TO, Long.toString(upTo)));
    }

    /** The last erasure that is carried out here and not yet told; empty for none. */
    OptionalLong upTo() {
        return outbox.setting(UP_TO).map(Long::parseLong).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    void told(long upTo) {
        if (upTo().equals(OptionalLong.of(upTo))) {
            outbox.dropSetting(UP_TO);
        }
    }

    /** Another device is told of every erasure itself, with numbers that may be another epoch's. */
    void beginAnew() {
        outbox.dropSetting(UP_TO);
    }

    private static Stream<Page.Forget> orders(Page page) {
        return page.forgets().stream().filter(forget -> forget.why() == ForgetReason.ERASED);
    }
}
