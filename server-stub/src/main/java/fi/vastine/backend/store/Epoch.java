package fi.vastine.backend.store;

import java.util.UUID;

/**
 * Names this database since it was made or restored from a backup; laptops that knew another begin anew.
 *
 * <p>Opening makes the change counter where there is none yet.
 */
public final class Epoch {
    private final Database database;
    private String name;

    public Epoch(Database database) {
        this.database = database;
        this.name = database.jdbi()
                .inTransaction(handle -> handle.createQuery("SELECT epoch FROM change_counter WHERE id = 1")
                        .mapTo(String.class)
                        .findOne()
                        .orElseGet(() -> {
                            String fresh = UUID.randomUUID().toString();
                            handle.execute("INSERT INTO change_counter (id, change_no, epoch) VALUES (1, 0, ?)", fresh);
                            return fresh;
                        }));
    }

    public String name() {
        return name;
    }

    /** How far the database has come. */
    public long changeNo() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT change_no FROM change_counter WHERE id = 1")
                        .mapTo(Long.class)
                        .one());
    }

    /** The database was restored: it has another name from now on. */
    public void renew() {
        name = UUID.randomUUID().toString();
        database.jdbi().useHandle(handle -> handle.execute("UPDATE change_counter SET epoch = ? WHERE id = 1", name));
    }
}
