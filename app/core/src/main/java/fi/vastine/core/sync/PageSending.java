package fi.vastine.core.sync;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Pages;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.ScannedPages;
import fi.vastine.core.seal.SealBroken;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the scanned pages of papers, each file once its entry is with the backend. Belongs to one thread. */
final class PageSending {
    private static final Logger LOG = LoggerFactory.getLogger(PageSending.class);

    private final Outbox outbox;
    private final Transport transport;
    private final Credentials credentials;

    PageSending(Outbox outbox, Transport transport, Credentials credentials) {
        this.outbox = outbox;
        this.transport = transport;
        this.credentials = credentials;
    }

    /** Sends one file; tells whether there was any to send. */
    boolean once() throws ExchangeFailed {
        // 1. The file is sent.  2. The backend has it.  3. It is dropped here.
        // A crash or a lost answer between 2 and 3: it is sent again, which changes nothing.
        for (ScannedPages.File each : outbox.pages().ready()) {
            if (!waits(each.caseId()) && isDone(each)) {
                return true;
            }
        }
        return false;
    }

    private boolean waits(CaseId caseId) {
        return outbox.intentions().stream()
                        .anyMatch(each -> each.submission().caseId().equals(caseId))
                || outbox.entries().stream()
                        .anyMatch(each ->
                                each.unsettled() && each.envelope().caseId().equals(caseId));
    }

    /** One page that somebody has damaged on this disk keeps nothing else from being sent. */
    private boolean isDone(ScannedPages.File file) throws ExchangeFailed {
        try {
            return isSent(file);
        } catch (SealBroken | UncheckedIOException e) {
            LOG.warn("A scanned page cannot be read here", e);
            return false;
        }
    }

    private boolean isSent(ScannedPages.File file) throws ExchangeFailed {
        Optional<byte[]> content = outbox.pages().read(file);
        if (content.isEmpty()) {
            return true;
        }
        Pages.Taken taken = credentials
                .exchange(access -> transport.putPages(access, file.caseId(), file.first(), content.get()))
                .taken();
        if (taken == Pages.Taken.KEPT || taken == Pages.Taken.GONE) {
            outbox.pages().drop(file);
            return true;
        }
        // It stays: the backend may have lost its case to a backup, or be an older one.
        LOG.warn("Scanned pages were not taken: {}", taken);
        return false;
    }
}
