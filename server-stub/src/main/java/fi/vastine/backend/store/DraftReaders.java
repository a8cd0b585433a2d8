package fi.vastine.backend.store;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who reads the drafts of a person who is away.
 *
 * <p>When that changes, no case does, and yet other laptops are to hold its drafts: so the cases with her drafts go out again, under
 * new numbers. Thread safe.
 */
public final class DraftReaders {
    private final Database database;
    private final Writer writer;

    public DraftReaders(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    /**
     * Tells who reads for whom from now on.
     *
     * <p>1. The cases go out again.  2. The readers are kept. After a crash in between they go out once more, which harms nobody.
     */
    public void are(Map<PersonId, PersonId> readers) {
        Map<PersonId, PersonId> former = kept();
        Set<PersonId> changed = new HashSet<>(former.keySet());
        changed.addAll(readers.keySet());
        changed.removeIf(
                author -> readers.containsKey(author) && readers.get(author).equals(former.get(author)));
        if (!changed.isEmpty()) {
            sendAgain(changed);
            keep(readers);
        }
    }

    private void sendAgain(Set<PersonId> authors) {
        List<CaseId> drafted = drafted();
        writer.write(transaction -> {
            for (CaseId id : drafted) {
                transaction
                        .find(id)
                        .filter(each -> each.drafts().stream().anyMatch(draft -> authors.contains(draft.author())))
                        .ifPresent(transaction::change);
            }
            return drafted;
        });
    }

    /** A walk through all cases, on the days when somebody leaves or comes back. */
    private List<CaseId> drafted() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id FROM feedback_case WHERE has_drafts = TRUE")
                        .map((row, context) -> new CaseId(row.getObject("id", UUID.class)))
                        .list());
    }

    private Map<PersonId, PersonId> kept() {
        return database.jdbi()
                .withHandle(handle -> handle
                        .createQuery("SELECT author_id, reader_id FROM draft_reader")
                        .map((row, context) -> Map.entry(
                                new PersonId(row.getString("author_id")), new PersonId(row.getString("reader_id"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, HashMap::new)));
    }

    private void keep(Map<PersonId, PersonId> readers) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("DELETE FROM draft_reader");
            readers.forEach((author, reader) -> handle.execute(
                    "INSERT INTO draft_reader (author_id, reader_id) VALUES (?, ?)", author.value(), reader.value()));
        });
    }
}
