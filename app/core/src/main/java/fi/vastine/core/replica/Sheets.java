package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The heads of all cases, many on a sheet, each sheet sealed as one.
 *
 * <p>A case that changes is written on a new sheet and stays on its old one, where it counts no more: of its heads the one with the
 * greatest change number counts, and of the same number the one read first. Sheets are read by their numbers: first what pages
 * brought, the latest first, with numbers below zero; then what a fill brought, in its order, which puts what owes a reply first.
 * A case that goes is taken out of every sheet, and the secret of the sheet as it was goes with it.
 */
final class Sheets {
    private static final String INSERT = "INSERT INTO sheet (no, secret, content) VALUES (?, ?, ?)";

    private final Connection connection;
    private final Secrets secrets;
    private final List<Long> doomed = new ArrayList<>();

    Sheets(Connection connection, Secrets secrets) {
        this.connection = connection;
        this.secrets = secrets;
    }

    /** A sheet, the place it has among the others, and that of its secret. */
    record Numbered(long no, long secret, List<Head> heads) {}

    /** The secrets of sheets that are no more. */
    List<Long> doomed() {
        return doomed;
    }

    /** The first sheet behind a place; absent behind the last. */
    @Nullable
    Numbered behind(long no) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT no, secret, content FROM sheet WHERE no > ? ORDER BY no FETCH FIRST ROW ONLY")) {
            select.setLong(1, no);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? opened(found.getLong(1), found.getLong(2), found.getBytes(3)) : null;
            }
        }
    }

    /** Writes what a page brought before all other sheets. */
    void addBefore(Collection<Head> heads) throws SQLException {
        long no = Math.min(0, edge("SELECT no FROM sheet ORDER BY no FETCH FIRST ROW ONLY"));
        for (List<Head> each : parts(List.copyOf(heads)).reversed()) {
            insert(--no, each);
        }
    }

    /** Writes what a fill brought behind all other sheets. */
    void addBehind(Collection<Head> heads) throws SQLException {
        long no = Math.max(0, edge("SELECT no FROM sheet ORDER BY no DESC FETCH FIRST ROW ONLY"));
        for (List<Head> each : parts(List.copyOf(heads))) {
            insert(++no, each);
        }
    }

    /** By case, the head that counts. */
    Map<CaseId, Head> newest() throws SQLException {
        Map<CaseId, Head> newest = new HashMap<>();
        for (Numbered each = behind(Long.MIN_VALUE); each != null; each = behind(each.no())) {
            each.heads().forEach(head -> newest.merge(head.caseId(), head, Sheets::counting));
        }
        return newest;
    }

    /** Takes cases out of every sheet. */
    void takeOut(Set<CaseId> gone) throws SQLException {
        for (Numbered each = behind(Long.MIN_VALUE); each != null; each = behind(each.no())) {
            List<Head> left = each.heads().stream()
                    .filter(head -> !gone.contains(head.caseId()))
                    .toList();
            if (left.size() < each.heads().size()) {
                delete("DELETE FROM sheet WHERE no = " + each.no());
                doomed.add(each.secret());
                if (!left.isEmpty()) {
                    insert(each.no(), left);
                }
            }
        }
    }

    /** How many sheets pages have brought. */
    int fromPages() throws SQLException {
        return (int) edge("SELECT COUNT(*) FROM sheet WHERE no < 0");
    }

    /** Writes everything anew as a fill would have brought it. */
    void gather() throws SQLException {
        List<Head> all = newest().values().stream()
                .sorted(Comparator.comparing(Head::owesReply).reversed())
                .toList();
        for (Numbered each = behind(Long.MIN_VALUE); each != null; each = behind(each.no())) {
            doomed.add(each.secret());
        }
        delete("DELETE FROM sheet");
        addBehind(all);
    }

    private static Head counting(Head first, Head second) {
        return second.changeNo() > first.changeNo() ? second : first;
    }

    private static List<List<Head>> parts(List<Head> heads) {
        List<List<Head>> parts = new ArrayList<>();
        for (int from = 0; from < heads.size(); from += Sheet.MOST) {
            parts.add(heads.subList(from, Math.min(from + Sheet.MOST, heads.size())));
        }
        return parts;
    }

    private Numbered opened(long no, long secret, byte[] sealed) {
        return new Numbered(no, secret, Sheet.read(secrets.seal(secret).open(Rows.sheet(no), sealed)));
    }

    private void insert(long no, List<Head> heads) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Secrets.Drawn secret = secrets.draw();
            insert.setLong(1, no);
            insert.setLong(2, secret.place());
            insert.setBytes(3, secret.seal().seal(Rows.sheet(no), Sheet.write(heads)));
            insert.executeUpdate();
        }
    }

    private void delete(String sql) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.executeUpdate();
        }
    }

    private long edge(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }
}
