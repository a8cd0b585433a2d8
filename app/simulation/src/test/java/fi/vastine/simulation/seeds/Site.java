package fi.vastine.simulation.seeds;

import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.DatabaseServer;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A database with the county in it, that can be had as it was at first again and again: making one takes a second. */
final class Site implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Database database;
    private final Tables asItBegan;

    private Site(Database database) {
        this.database = database;
        var house = new BackendHouse(database, new WorldClock(County.MORNING), new SplittableRandom(0), new Mailbag());
        County.settle(house.running());
        this.asItBegan = Tables.of(database.jdbi());
    }

    static Site inMemory() {
        String url = "jdbc:hsqldb:mem:site-" + MADE.incrementAndGet() + ";hsqldb.tx=mvcc;sql.syntax_pgs=true";
        return new Site(Database.at(new DatabaseServer(url, "SA", "")));
    }

    static Site onFiles(Path folder) {
        return new Site(Database.inFolder(folder));
    }

    /** The database as it was at first. */
    Database afresh() {
        asItBegan.putBack(database.jdbi());
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
