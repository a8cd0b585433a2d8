package fi.vastine.backend.store;

import fi.vastine.contract.id.CaseId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scanned pages of papers, as pictures; they go with the words of their case. */
public final class ScannedPages {
    private ScannedPages() {}

    /** The hash of the file that a page came in; empty if there is no such page. */
    public static Optional<String> hash(Transaction transaction, CaseId id, int page) {
        return Optional.ofNullable(first(transaction, "hash", id, page));
    }

    /** How many bytes all files of a case had. */
    public static long bytes(Transaction transaction, CaseId id) {
        Long sum = transaction
                .direct()
                .first(
                        "SELECT COALESCE(SUM(bytes), 0) FROM scanned_page WHERE case_id = ?",
                        List.of(id.value()),
                        row -> row.getLong(1));
        return sum == null ? 0 : sum;
    }

    /** Keeps the pages of a file; none of them may be there. */
    public static void add(
            Transaction transaction, CaseId id, int first, String hash, int bytes, List<byte[]> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            transaction
                    .direct()
                    .update(
                            "INSERT INTO scanned_page (case_id, page, hash, bytes, picture) VALUES (?, ?, ?, ?, ?)",
                            List.of(
                                    id.value(),
                                    first + i,
                                    hash,
                                    i == 0 ? bytes : 0,
                                    Base64.getEncoder().encodeToString(pictures.get(i))));
        }
    }

    /** A page as a picture; empty if it is not there. */
    public static Optional<byte[]> picture(Transaction transaction, CaseId id, int page) {
        return Optional.ofNullable(first(transaction, "picture", id, page))
                .map(each -> Base64.getDecoder().decode(each));
    }

    static void remove(Direct direct, CaseId id) {
        direct.update("DELETE FROM scanned_page WHERE case_id = ?", List.of(id.value()));
    }

    private static @Nullable String first(Transaction transaction, String column, CaseId id, int page) {
        return transaction
                .direct()
                .first(
                        "SELECT " + column + " FROM scanned_page WHERE case_id = ? AND page = ?",
                        List.of(id.value(), page),
                        row -> row.getString(1));
    }
}
