package fi.vastine.core.session;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.outbox.Outbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers who read what; on disk a moment later, so that opening a case does not wait for it. Thread safe. */
final class ReadLog {
    private final Outbox outbox;
    private final InstantSource clock;
    private final Runnable kept;
    private final Runnable noted;
    private final List<Reads.Read> fresh = new ArrayList<>();

    /**
     * @param noted called when something is to be kept
     * @param kept called when something is on disk and can be told
     */
    ReadLog(Outbox outbox, InstantSource clock, Runnable noted, Runnable kept) {
        this.outbox = outbox;
        this.clock = clock;
        this.noted = noted;
        this.kept = kept;
    }

    void note(CaseId caseId, Reads.What what, Reads.@Nullable Why why) {
        synchronized (this) {
            fresh.add(new Reads.Read(caseId, what, clock.instant(), why));
        }
        noted.run();
    }

    /** Writes what was noted. */
    void keep() {
        List<Reads.Read> reads;
        synchronized (this) {
            reads = List.copyOf(fresh);
        }
        if (!reads.isEmpty()) {
            outbox.keepReads(reads);
            synchronized (this) {
                fresh.subList(0, reads.size()).clear();
            }
            kept.run();
        }
    }
}
