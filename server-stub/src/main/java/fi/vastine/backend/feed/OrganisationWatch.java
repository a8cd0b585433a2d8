package fi.vastine.backend.feed;

import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.Organisation;
import fi.vastine.backend.store.DraftReaders;
import fi.vastine.backend.store.Reference;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.reference.Substitution;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether the organisation is another one, or the day: then its units and people become documents of
 * the feed, drafts go to whoever reads them now, and whoever waits is asked anew what she may see.
 *
 * <p>Looking, and not being told, finds what another backend on the same database changed, and midnight, alike.
 */
public final class OrganisationWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationWatch.class);

    private final Directory directory;
    private final ReferenceDocuments reference;
    private final DraftReaders readers;
    private final Writer writer;
    private final Waiting waiting;
    private @Nullable ScheduledThreadPoolExecutor clockwork;
    private @Nullable ScheduledFuture<?> looking;
    private Organisation published;
    private LocalDate day;

    /** Publishes the organisation as it is. */
    public OrganisationWatch(
            Directory directory, ReferenceDocuments reference, DraftReaders readers, Writer writer, Waiting waiting) {
        this.directory = directory;
        this.reference = reference;
        this.readers = readers;
        this.writer = writer;
        this.waiting = waiting;
        this.published = directory.organisation();
        this.day = directory.today();
        publish(published, day);
    }

    /** Goes on watching, on a thread of its own. */
    public void start() {
        clockwork = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("organisation-watch").daemon().factory());
        looking = clockwork.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (looking != null && clockwork != null) {
            looking.cancel(true);
            clockwork.shutdown();
        }
    }

    /** Looks once. */
    public void look() {
        try {
            lookAndTell();
        } catch (RuntimeException e) {
            // Whatever it was, the database being away most likely: the next look finds the same difference, while an
            // exception that got out would end the watch for ever.
            LOG.warn("The organisation could not be looked at", e);
        }
    }

    private void lookAndTell() {
        Organisation now = directory.organisation();
        LocalDate today = directory.today();
        if (now == published && today.equals(day)) {
            return;
        }
        publish(now, today);
        published = now;
        day = today;
        waiting.scopesMayHaveChanged();
    }

    private void publish(Organisation now, LocalDate today) {
        reference.put(writer, new Reference(now.units(), now.people(), List.of(), List.of(), List.of()));
        readers.are(now.substitutions().stream()
                .map(Substitution::away)
                .distinct()
                .filter(away -> !now.present(away, today).equals(away))
                .collect(Collectors.toMap(away -> away, away -> now.present(away, today))));
    }
}
