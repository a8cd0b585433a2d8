package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import fi.vastine.core.json.Json;
import fi.vastine.core.replica.Page.Forget;
import fi.vastine.core.replica.Page.Snapshot;
import fi.vastine.core.seal.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one page within one transaction. */
final class PageWriter implements AutoCloseable {
    private record Held(long changeNo, long secret) {}

    private final Connection connection;
    private final Seal seal;
    private final Secrets secrets;
    private final Json json;
    private final @Nullable Set<CaseId> filled;
    private final Sheets sheets;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** {@code filled}, in a fill, holds every case that may be held already; it is added to. */
    PageWriter(Connection connection, Opened open, Json json, @Nullable Set<CaseId> filled) {
        this.connection = connection;
        this.seal = open.seal();
        this.secrets = open.secrets();
        this.json = json;
        this.filled = filled;
        this.sheets = new Sheets(connection, open.secrets());
    }

    Page.Applied write(Page page) throws SQLException {
        boolean someMarked = any("SELECT case_id FROM marked FETCH FIRST ROW ONLY");
        boolean someForgotten = any("SELECT case_id FROM forgotten FETCH FIRST ROW ONLY");
        Map<CaseId, Snapshot> taken = new LinkedHashMap<>();
        for (Snapshot each : page.cases()) {
            if (take(each, someForgotten)) {
                taken.put(each.head().caseId(), each);
            }
        }
        addSheets(taken.values().stream().map(Snapshot::head).toList());
        if (someMarked) {
            for (CaseId each : taken.keySet()) {
                update("DELETE FROM marked WHERE case_id = ?", each.value());
            }
        }
        Set<CaseId> gone = new HashSet<>();
        for (Forget each : page.forgets()) {
            if (forget(each)) {
                gone.add(each.caseId());
            }
        }
        if (!page.lost().isEmpty()) {
            gone.addAll(casesOf(page.lost()));
        }
        if (someMarked && !page.complete().isEmpty()) {
            gone.addAll(marked(page.complete()));
        }
        remove(gone);
        for (Document each : page.documents()) {
            keep(each);
        }
        keep(page.cursors());
        taken.keySet().removeAll(gone);
        return new Page.Applied(List.copyOf(taken.values()), gone);
    }

    void mark(UnitId unit, Cursors cursors) throws SQLException {
        for (CaseId each : casesOf(Set.of(unit))) {
            update("DELETE FROM marked WHERE case_id = ?", each.value());
            update("INSERT INTO marked VALUES (?)", each.value());
        }
        keep(cursors);
    }

    private void addSheets(List<Head> heads) throws SQLException {
        if (filled == null) {
            sheets.addBefore(heads);
        } else {
            sheets.addBehind(heads);
        }
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
        String row = Rows.body(head.caseId(), head.changeNo());
        if (held == null) {
            if (someForgotten) {
                update("DELETE FROM forgotten WHERE case_id = ?", id);
            }
            Secrets.Drawn secret = secrets.draw();
            update(
                    "INSERT INTO body (content, change_no, secret, case_id) VALUES (?, ?, ?, ?)",
                    secret.seal().seal(row, snapshot.body()),
                    head.changeNo(),
                    secret.place(),
                    id);
        } else {
            update(
                    "UPDATE body SET content = ?, change_no = ? WHERE case_id = ?",
                    secrets.seal(held.secret()).seal(row, snapshot.body()),
                    head.changeNo(),
                    id);
        }
        return true;
    }

    private boolean forget(Forget forget) throws SQLException {
        UUID id = forget.caseId().value();
        Held held = held(forget.caseId());
        long before = held == null ? forgottenBy(id) : held.changeNo();
        if (forget.changeNo() <= before && forget.why() != ForgetReason.ERASED) {
            return false;
        }
        update("DELETE FROM forgotten WHERE case_id = ?", id);
        update("INSERT INTO forgotten VALUES (?, ?)", id, forget.changeNo());
        return held != null;
    }

    private Set<CaseId> casesOf(Set<UnitId> units) throws SQLException {
        return sheets.newest().values().stream()
                .filter(head -> units.contains(head.unit()))
                .map(Head::caseId)
                .collect(Collectors.toSet());
    }

    private Set<CaseId> marked(Set<UnitId> units) throws SQLException {
        Set<CaseId> marked = new HashSet<>();
        try (ResultSet found = statement("SELECT case_id FROM marked").executeQuery()) {
            while (found.next()) {
                marked.add(new CaseId(found.getObject(1, UUID.class)));
            }
        }
        marked.retainAll(casesOf(units));
        return marked;
    }

    private void remove(Set<CaseId> gone) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        for (CaseId each : gone) {
            Held held = held(each);
            if (held != null) {
                update("INSERT INTO doomed VALUES (?)", held.secret());
            }
            update("DELETE FROM body WHERE case_id = ?", each.value());
            update("DELETE FROM marked WHERE case_id = ?", each.value());
        }
        sheets.takeOut(gone);
        for (long each : sheets.doomed()) {
            update("INSERT INTO doomed VALUES (?)", each);
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
        PreparedStatement select = statement("SELECT change_no, secret FROM body WHERE case_id = ?");
        select.setObject(1, caseId.value());
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? new Held(found.getLong(1), found.getLong(2)) : null;
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
