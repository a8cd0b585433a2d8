package fi.vastine.backend.audit;

import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.AuditLog;
import fi.vastine.backend.store.AuditLog.Row;
import fi.vastine.backend.store.AuditLog.Search;
import fi.vastine.backend.store.AuditLog.Verdict;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.reference.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The audit log for whoever watches over it: searched into a table, and verified. Thread-safe.
 *
 * <p>To search it is itself an act that is logged.
 */
public final class AuditTrail {
    private static final CSVFormat TABLE = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "entry",
                    "what",
                    "outcome",
                    "person",
                    "name",
                    "named",
                    "device",
                    "case",
                    "command",
                    "made",
                    "received",
                    "hash",
                    "why")
            .get();

    private final AuditLog log;
    private final AuditHeads heads;
    private final Writer writer;
    private final Directory directory;
    private final InstantSource clock;

    public AuditTrail(AuditLog log, AuditHeads heads, Writer writer, Directory directory, InstantSource clock) {
        this.log = log;
        this.heads = heads;
        this.writer = writer;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Writes what is found as CSV, with a heading; times in UTC.
     *
     * @param asker who wants to know
     * @return how many entries there were
     */
    public long write(Search search, PersonId asker, Appendable out) {
        long[] found = {0};
        try (CSVPrinter table = new CSVPrinter(out, TABLE)) {
            log.search(search, row -> {
                print(table, row);
                found[0]++;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The table cannot be written.", e);
        }
        add(AuditEntry.here("search-audit", asker, search.person(), search.caseId(), clock.instant()));
        return found[0];
    }

    /** Whether all is as it was written, and still there as far as it was noted outside of the database. */
    public Verdict verify() {
        return log.verify(heads.noted());
    }

    /** Where backups were restored: what was noted between then and the backup was lost with it. */
    public Iterable<String> restorations() {
        return heads.restorations();
    }

    /**
     * A backup of the database was restored: what was noted elsewhere since that backup is lost and not to be looked for.
     *
     * @param operator who says so
     */
    public void restored(PersonId operator) {
        heads.restored(log.head());
        add(AuditEntry.here("restored-audit", operator, null, null, clock.instant()));
    }

    private void add(AuditEntry entry) {
        writer.write(transaction -> {
            transaction.audit(entry);
            return null;
        });
    }

    private void print(CSVPrinter table, Row row) {
        AuditEntry entry = row.entry();
        try {
            table.printRecord(
                    row.number(),
                    entry.what(),
                    entry.outcome(),
                    plain(entry.person().value()),
                    plain(name(entry.person())),
                    entry.named() == null ? null : plain(entry.named().value()),
                    entry.device(),
                    entry.caseId(),
                    entry.command(),
                    entry.made(),
                    entry.received(),
                    row.hash(),
                    entry.why());
        } catch (IOException e) {
            throw new UncheckedIOException("The table cannot be written.", e);
        }
    }

    private @Nullable String name(PersonId person) {
        return directory.organisation().person(person).map(Person::name).orElse(null);
    }

    /** A spreadsheet takes what begins so for a formula. */
    private static @Nullable String plain(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
