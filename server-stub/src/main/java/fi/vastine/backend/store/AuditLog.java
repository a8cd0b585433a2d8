package fi.vastine.backend.store;

import fi.vastine.backend.store.AuditChain.Link;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who read and did what, when and on which device; only ever added to.
 *
 * <p>It is written by {@link Transaction#audit} and read here. Thread safe.
 */
public final class AuditLog {
    private static final int STEP = 5_000;

    private final Jdbi jdbi;

    public AuditLog(Database database) {
        this.jdbi = database.jdbi();
    }

    /** An entry as written. */
    public record Row(long number, AuditEntry entry, String hash) {}

    /** Which entries are looked for; whatever is absent does not matter. */
    public record Search(@Nullable CaseId caseId, @Nullable PersonId person) {}

    /**
     * What is wrong with the log.
     *
     * @param number of the first entry that is not as it was written, or not there
     */
    public record Break(long number, Why why) {}

    /** How an entry is not as it was written. */
    public enum Why {
        /** There is none with this number, though there are later ones. */
        MISSING,
        /** It does not follow from what stands before it: changed, put in, or moved here. */
        CHANGED,
        /** It was noted outside of the database, and the log ends before it. */
        CUT_OFF,
        /** The chain holds in itself, but it is not the one that was noted outside of the database. */
        WRITTEN_ANEW
    }

    /**
     * What was found.
     *
     * @param entries how many follow from each other from the first on
     * @param firstBreak absent if all is as it was written
     */
    public record Verdict(long entries, @Nullable Break firstBreak) {}

    /** Hands out what is found, in the order of writing, without holding all of it. */
    public void search(Search search, Consumer<Row> found) {
        pages(search, page -> page.forEach(link -> found.accept(new Row(link.number(), link.entry(), link.hash()))));
    }

    /** The last entry. */
    public AuditHead head() {
        return jdbi.withHandle(handle -> AuditChain.head(new Direct(handle)));
    }

    /**
     * Computes every hash anew and compares.
     *
     * @param noted heads that were noted outside of the database
     */
    public Verdict verify(Collection<AuditHead> noted) {
        var checking = new Checking(noted);
        pages(new Search(null, null), page -> page.forEach(checking::next));
        return checking.end();
    }

    private void pages(Search search, Consumer<List<Link>> use) {
        String where = (search.caseId() == null ? "" : " AND case_id = :case")
                + (search.person() == null ? "" : " AND (person_id = :person OR named_id = :person)");
        long after = 0;
        List<Link> page;
        do {
            long behind = after;
            page = jdbi.withHandle(handle -> {
                var query = handle.createQuery(
                                "SELECT " + AuditChain.COLUMNS + " FROM audit_entry WHERE entry_no > :after" + where
                                        + " ORDER BY entry_no FETCH FIRST " + STEP + " ROWS ONLY")
                        .bind("after", behind);
                if (search.caseId() != null) {
                    query.bind("case", search.caseId().value());
                }
                if (search.person() != null) {
                    query.bind("person", search.person().value());
                }
                return query.map((row, context) -> AuditChain.link(row)).list();
            });
            use.accept(page);
            after = page.isEmpty() ? after : page.getLast().number();
        } while (page.size() == STEP);
    }

    /** Goes along the log once. */
    private static final class Checking {
        private final Map<Long, String> noted = new HashMap<>();
        private AuditHead head = AuditHead.NOTHING;
        private @Nullable Break firstBreak;

        Checking(Collection<AuditHead> noted) {
            noted.forEach(each -> this.noted.merge(each.number(), each.hash(), (one, other) -> other));
        }

        void next(Link link) {
            if (firstBreak != null) {
                return;
            }
            long expected = head.number() + 1;
            AuditHead computed = AuditChain.after(head, link.entry()).head();
            if (link.number() != expected) {
                firstBreak = new Break(expected, Why.MISSING);
            } else if (!computed.hash().equals(link.hash())) {
                firstBreak = new Break(expected, Why.CHANGED);
            } else if (!noted.getOrDefault(expected, computed.hash()).equals(computed.hash())) {
                firstBreak = new Break(expected, Why.WRITTEN_ANEW);
            } else {
                head = computed;
            }
        }

        Verdict end() {
            long furthest =
                    noted.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            if (firstBreak == null && furthest > head.number()) {
                firstBreak = new Break(head.number() + 1, Why.CUT_OFF);
            }
            return new Verdict(head.number(), firstBreak);
        }
    }
}
