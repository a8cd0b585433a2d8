package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.KeyHolder;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.key.KeyUnreadable;
import fi.vastine.core.seal.SealBroken;
import fi.vastine.core.store.StoreDamaged;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A replica on disk: whole snapshots one by one, list rows many on a sheet, so that the rows of all cases are soon read.
 *
 * <p>The files are opened by the first method that needs them, so that the program can show itself before.
 */
public final class HsqlReplica implements Replica {
    /** So many sheets from pages are not yet worth gathering. */
    private static final int SCATTERED = 64;

    private final ReplicaFiles files;
    private final Json json;

    /** Set under this object's monitor, which a page being written holds: reading must not take it. */
    private volatile @Nullable Opened opened;

    /** Guarded by this object's monitor. */
    private boolean filling;

    /** Guarded by this object's monitor; what has come in a fill that began empty, so that no case is looked for in vain. */
    private @Nullable Set<CaseId> filled;

    /** A replica in a folder of its own. */
    public HsqlReplica(Path folder, KeyHolder keys, Json json) {
        this.files = new ReplicaFiles(folder, keys);
        this.json = json;
    }

    @Override
    public Cursors cursors() {
        return guarded(open -> open.database().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT content FROM state WHERE name = ?")) {
                select.setString(1, Rows.CURSORS);
                try (ResultSet found = select.executeQuery()) {
                    return found.next()
                            ? json.read(open.seal().open(Rows.state(Rows.CURSORS), found.getBytes(1)), Cursors.class)
                            : Cursors.NONE;
                }
            }
        }));
    }

    @Override
    public synchronized Page.Applied apply(Page page) {
        long bytes = page.cases().stream()
                .mapToLong(
                        each -> 2L * (each.body().length() + each.head().row().length()))
                .sum();
        return guarded(open -> {
            // 1. The page is written, its secrets into their file.  2. The cursors are written.  3. The secrets are on
            // disk.  4. Page and cursors are committed together, and with them which secrets are to go.
            // 5. Those are overwritten.
            // A crash before 4 leaves nothing but secrets of nothing: the same page comes again. One between 4 and 5 is
            // made good at the next opening.
            Page.Applied applied = open.database().write(bytes, connection -> {
                try (PageWriter writer = new PageWriter(connection, open, json, filled)) {
                    Page.Applied written = writer.write(page);
                    open.secrets().write();
                    if (!filling) {
                        open.secrets().force();
                    }
                    return written;
                }
            });
            if (!applied.gone().isEmpty()) {
                destroyDoomed(open);
            }
            return applied;
        });
    }

    @Override
    public synchronized void mark(UnitId unit, Cursors cursors) {
        guarded(open -> open.database().write(0, connection -> {
            try (PageWriter writer = new PageWriter(connection, open, json, filled)) {
                writer.mark(unit, cursors);
                return unit;
            }
        }));
    }

    @Override
    public synchronized void beginFill() {
        guarded(open -> {
            files.markFilling();
            open.database().files("SET FILES LOG FALSE");
            filled = open.database().read(HsqlReplica::isEmpty) ? new HashSet<>() : null;
            filling = true;
            return open;
        });
    }

    @Override
    public synchronized void endFill() {
        if (filling) {
            guarded(open -> {
                open.secrets().force();
                open.database().files("SET FILES LOG TRUE");
                open.database().files("CHECKPOINT");
                files.markFilled();
                filling = false;
                filled = null;
                return open;
            });
        }
    }

    @Override
    public Iterator<List<Head>> heads() {
        return new HeadsInTurn(behind -> guarded(open -> open.database()
                .read(connection -> Optional.ofNullable(new Sheets(connection, open.secrets()).behind(behind)))));
    }

    @Override
    public Optional<String> snapshot(CaseId caseId) {
        return guarded(open -> open.database().read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT change_no, secret, content FROM body WHERE case_id = ?")) {
                select.setObject(1, caseId.value());
                try (ResultSet found = select.executeQuery()) {
                    return found.next()
                            ? Optional.of(open.secrets()
                                    .seal(found.getLong(2))
                                    .open(Rows.body(caseId, found.getLong(1)), found.getBytes(3)))
                            : Optional.empty();
                }
            }
        }));
    }

    @Override
    public List<Document> documents() {
        return guarded(open -> open.database().read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT kind, id, content FROM document ORDER BY kind, id");
                    ResultSet found = select.executeQuery()) {
                List<Document> all = new ArrayList<>();
                while (found.next()) {
                    String kind = found.getString(1);
                    String id = found.getString(2);
                    all.add(new Document(kind, id, open.seal().open(Rows.document(kind, id), found.getBytes(3))));
                }
                return all;
            }
        }));
    }

    @Override
    public synchronized void reset() {
        Opened open = opened;
        if (open != null) {
            open.database().discard();
            open.secrets().close();
        }
        opened = null;
        filling = false;
        filled = null;
        files.delete();
    }

    @Override
    public synchronized void tidy() {
        endFill();
        guarded(open -> {
            int fromPages = open.database().read(connection -> new Sheets(connection, open.secrets()).fromPages());
            if (fromPages > SCATTERED) {
                open.database().write(0, connection -> {
                    var sheets = new Sheets(connection, open.secrets());
                    sheets.gather();
                    doom(connection, sheets.doomed());
                    open.secrets().write();
                    open.secrets().force();
                    return open;
                });
                destroyDoomed(open);
            }
            return open;
        });
    }

    @Override
    public synchronized void close() {
        Opened open = opened;
        if (open != null) {
            endFill();
            open.database().close();
            open.secrets().close();
        }
        opened = null;
    }

    private static void doom(Connection connection, List<Long> secrets) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO doomed VALUES (?)")) {
            for (long each : secrets) {
                insert.setLong(1, each);
                insert.executeUpdate();
            }
        }
    }

    /** Overwrites the secrets of what is gone, by commit, and then forgets that they were to be. */
    private static void destroyDoomed(Opened open) {
        List<Long> doomed = open.database().read(HsqlReplica::doomed);
        if (!doomed.isEmpty()) {
            open.secrets().destroy(doomed);
            open.database().write(0, connection -> {
                try (PreparedStatement delete = connection.prepareStatement("DELETE FROM doomed")) {
                    return delete.executeUpdate();
                }
            });
        }
    }

    private static List<Long> doomed(Connection connection) throws SQLException {
        List<Long> doomed = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT secret FROM doomed");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                doomed.add(found.getLong(1));
            }
        }
        return doomed;
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT no FROM sheet FETCH FIRST ROW ONLY");
                ResultSet found = select.executeQuery()) {
            return !found.next();
        }
    }

    private <T> T guarded(Function<Opened, T> work) {
        try {
            return work.apply(opened());
        } catch (StoreDamaged | SealBroken | KeyMissing | KeyUnreadable | IllegalArgumentException e) {
            throw new ReplicaDamaged(e);
        }
    }

    private Opened opened() {
        Opened known = opened;
        Opened open = known == null ? openNow() : known;
        if (open.database().replayBroken()) {
            throw new ReplicaDamaged("its log could not be read to its end");
        }
        return open;
    }

    private synchronized Opened openNow() {
        Opened open = opened;
        if (open == null) {
            open = files.open();
            destroyDoomed(open);
            opened = open;
        }
        return open;
    }
}
