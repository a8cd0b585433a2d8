package fi.vastine.simulation.seeds;

import fi.vastine.backend.store.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Lets plans happen, each in a world of its own, and judges them. */
final class Trial {
    private final Supplier<Database> databases;
    private final IntFunction<Storeroom> storerooms;
    private final Breakage breakage;

    /**
     * Where the worlds lie.
     *
     * @param databases the county as it is at first, for each plan
     */
    Trial(Supplier<Database> databases, IntFunction<Storeroom> storerooms, Breakage breakage) {
        this.databases = databases;
        this.storerooms = storerooms;
        this.breakage = breakage;
    }

    /** In memory, one plan after the other on the same site. */
    static Trial inMemory(Site site, Breakage breakage) {
        return new Trial(site::afresh, laptop -> new MemoryStoreroom(SeededLaptop.JSON), breakage);
    }

    /** On real files under a folder: the backend's database, and each laptop's two stores. */
    static Trial onFiles(Path folder) {
        var site = Site.onFiles(folder.resolve("backend"));
        var laptops = new AtomicInteger();
        return new Trial(
                site::afresh,
                laptop -> new FileStoreroom(folder.resolve("laptop-" + laptops.incrementAndGet()), SeededLaptop.JSON),
                Breakage.NONE);
    }

    Verdict of(Plan plan) {
        try (World world = new World(plan, databases.get(), storerooms, breakage)) {
            return new Verdict(plan, broken(world, plan), world.story().lines());
        }
    }

    private static List<Broken> broken(World world, Plan plan) {
        try {
            List<Broken> onTheWay = Run.of(world, plan);
            if (!onTheWay.isEmpty()) {
                return onTheWay;
            }
            return Healing.of(world)
                    ? Promises.brokenIn(world)
                    : List.of(new Broken(Broken.Promise.COMES_TO_AN_END, "it goes on and on"));
        } catch (RuntimeException unforeseen) {
            var trace = new StringWriter();
            unforeseen.printStackTrace(new PrintWriter(trace));
            return List.of(new Broken(Broken.Promise.NO_FAILURE, trace.toString()));
        }
    }
}
