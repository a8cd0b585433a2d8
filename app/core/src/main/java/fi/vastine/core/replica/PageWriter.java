package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.json.Json;
import fi.vastine.core.replica.Page.Forget;
import fi.vastine.core.replica.Page.Snapshot;
import fi.vastine.core.seal.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one page within one transaction, and remembers what that does to the checksums. */
final class PageWriter implements AutoCloseable {
    private record Held(long changeNo, UnitId unit) {}

    private final Connection connection;
    private final Seal seal;
    private final Json json;
    private final @Nullable Set<CaseId> filled;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<Sums.Change> changes = new ArrayList<>();

    /** {@code filled}, of a fill, holds every case that may be held already; it is added to. */
    PageWriter(Connection connection, Seal seal, Json json, @Nullable Set<CaseId> filled) {
        this.connection = connection;
        this.seal = seal;
        this.json = json;
        this.filled = filled;
    }

    /** What the written page does to the checksums once it is committed. */
    List<Sums.Change> changes() {
        return changes;
    }

    Page.Applied write(Page page) throws SQLException {
        boolean someMarked = any("SELECT case_id FROM marked FETCH FIRST ROW ONLY");
        boolean someForgotten = any("SELECT case_id FROM forgotten FETCH FIRST ROW ONLY");
        List<Snapshot> taken = new ArrayList<>();
        for (Snapshot each : page.cases()) {
            if (take(each, someForgotten)) {
                taken.add(each);
            }
        }
        if (someMarked) {
            for (Snapshot each : taken) {
                update(
                        "DELETE FROM marked WHERE case_id = ?",
                        each.head().caseId().value());
            }
        }
        Set<CaseId> gone = new HashSet<>();
        for (Forget each : page.forgets()) {
            if (forget(each)) {
                gone.add(each.caseId());
            }
        }
        for (UnitId unit : page.lost()) {
            gone.addAll(removeAll("SELECT case_id FROM head WHERE unit = ?", unit));
        }
        for (UnitId unit : page.complete()) {
            gone.addAll(removeAll(
                    "SELECT h.case_id FROM marked m JOIN head h ON h.case_id = m.case_id WHERE h.unit = ?", unit));
        }
        for (Document each : page.documents()) {
            keep(each);
        }
        keep(page.cursors());
        taken.removeIf(each -> gone.contains(each.head().caseId()));
        return new Page.Applied(taken, gone);
    }

    void mark(UnitId unit, Cursors cursors) throws SQLException {
        update("DELETE FROM marked WHERE case_id IN (SELECT case_id FROM head WHERE unit = ?)", unit.value());
        update("INSERT INTO marked SELECT case_id FROM head WHERE unit = ?", unit.value());
        keep(cursors);
    }

    private boolean take(Snapshot snapshot, boolean someForgotten) throws SQLException {
        Head head = snapshot.head();
        UUID id = head.caseId().value();
        Held held = filled == null || !filled.add(head.caseId()) ? held(head.caseId()) : null;
        if (held != null && head.changeNo() < held.changeNo()) {
            return false;
        }
        if (held == null && someForgotten && head.changeNo() < forgottenBy(id)) {
            return false;
        }
        byte[] line = seal.seal(Rows.head(head.caseId(), head.changeNo(), head.unit(), head.seq()), head.row());
        byte[] content = seal.seal(Rows.body(head.caseId(), head.changeNo()), snapshot.body());
        if (held == null) {
            if (someForgotten) {
                update("DELETE FROM forgotten WHERE case_id = ?", id);
            }
            update(
                    "INSERT INTO head (change_no, unit, seq, line, case_id) VALUES (?, ?, ?, ?, ?)",
                    head.changeNo(),
                    head.unit().value(),
                    head.seq(),
                    line,
                    id);
            update("INSERT INTO body (content, case_id) VALUES (?, ?)", content, id);
        } else {
            update(
                    "UPDATE head SET change_no = ?, unit = ?, seq = ?, line = ? WHERE case_id = ?",
                    head.changeNo(),
                    head.unit().value(),
                    head.seq(),
                    line,
                    id);
            update("UPDATE body SET content = ? WHERE case_id = ?", content, id);
            changes.add(new Sums.Change(head.caseId(), held.unit(), held.changeNo(), Sums.Direction.OUT));
        }
        changes.add(new Sums.Change(head.caseId(), head.unit(), head.changeNo(), Sums.Direction.IN));
        return true;
    }

    private boolean forget(Forget forget) throws SQLException {
        UUID id = forget.caseId().value();
        Held held = held(forget.caseId());
        long before = held == null ? forgottenBy(id) : held.changeNo();
        if (forget.changeNo() <= before) {
            return false;
        }
        remove(forget.caseId());
        update("DELETE FROM forgotten WHERE case_id = ?", id);
        update("INSERT INTO forgotten VALUES (?, ?)", id, forget.changeNo());
        return held != null;
    }

    private Set<CaseId> removeAll(String select, UnitId unit) throws SQLException {
        Set<CaseId> ids = new HashSet<>();
        PreparedStatement statement = statement(select);
        statement.setString(1, unit.value());
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                ids.add(new CaseId(found.getObject(1, UUID.class)));
            }
        }
        for (CaseId id : ids) {
            remove(id);
        }
        return ids;
    }

    private void remove(CaseId caseId) throws SQLException {
        Held held = held(caseId);
        if (held != null) {
            update("DELETE FROM head WHERE case_id = ?", caseId.value());
            update("DELETE FROM body WHERE case_id = ?", caseId.value());
            update("DELETE FROM marked WHERE case_id = ?", caseId.value());
            changes.add(new Sums.Change(caseId, held.unit(), held.changeNo(), Sums.Direction.OUT));
            keepState(Rows.WIPE, "");
        }
    }

    private void keep(Document document) throws SQLException {
        byte[] content = seal.seal(Rows.document(document.kind(), document.id()), document.body());
        if (update("UPDATE document SET content = ? WHERE kind = ? AND id = ?", content, document.kind(), document.id())
                == 0) {
            update(
                    "INSERT INTO document (content, kind, id) VALUES (?, ?, ?)",
                    content,
                    document.kind(),
                    document.id());
        }
    }

    private void keep(Cursors cursors) throws SQLException {
        keepState(Rows.CURSORS, json.write(cursors));
    }

    private void keepState(String name, String text) throws SQLException {
        byte[] content = seal.seal(Rows.state(name), text);
        if (update("UPDATE state SET content = ? WHERE name = ?", content, name) == 0) {
            update("INSERT INTO state (content, name) VALUES (?, ?)", content, name);
        }
    }

    private @Nullable Held held(CaseId caseId) throws SQLException {
        PreparedStatement select = statement("SELECT change_no, unit FROM head WHERE case_id = ?");
        select.setObject(1, caseId.value());
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? new Held(found.getLong(1), new UnitId(found.getString(2))) : null;
        }
    }

    private long forgottenBy(UUID id) throws SQLException {
        PreparedStatement select = statement("SELECT change_no FROM forgotten WHERE case_id = ?");
        select.setObject(1, id);
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? found.getLong(1) : Long.MIN_VALUE;
        }
    }

    private boolean any(String sql) throws SQLException {
        try (ResultSet found = statement(sql).executeQuery()) {
            return found.next();
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement each : statements.values()) {
            each.close();
        }
    }
}
