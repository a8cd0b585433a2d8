package fi.vastine.backend.store;

import java.util.UUID;

/**
 * Names this database since it was made or restored from a backup; laptops that knew another begin anew.
 *
 * <p>Opening makes the change counter where there is none yet.
 */
public final class Epoch {
    private final String name;

    public Epoch(Database database) {
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
}
