package fi.vastine.simulation.seeds;

import fi.vastine.backend.store.Database;
import fi.vastine.contract.id.PersonId;
import fi.vastine.simulation.wire.Asked;
import fi.vastine.simulation.wire.FarEnd;
import fi.vastine.simulation.wire.Reply;
import fi.vastine.simulation.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** A backend, a few laptops, and time; nothing in it happens by itself, and all of it follows from the seed. */
final class World implements AutoCloseable {
    private final WorldClock clock = new WorldClock(County.MORNING);
    private final Story story = new Story(clock);
    private final Ledger ledger = new Ledger();
    private final Mailbag mails = new Mailbag();
    private final List<SeededLaptop> laptops = new ArrayList<>();
    private final Map<PersonId, SeededLaptop> newLaptops = new HashMap<>();
    private final SplittableRandom random;
    private final BackendHouse house;
    private final FarEnd backend;
    private final Breakage breakage;

    /**
     * A world as it begins.
     *
     * @param database with the county in it
     * @param storerooms by a laptop's place in the cast
     * @param breakage what is broken in it on purpose
     */
    World(Plan plan, Database database, IntFunction<Storeroom> storerooms, Breakage breakage) {
        this.random = new SplittableRandom(plan.seed());
        this.house = new BackendHouse(database, clock, random.split(), mails);
        this.breakage = breakage;
        this.backend = ledger.around(breakage.backend(house));
        for (int i = 0; i < plan.cast().size(); i++) {
            PersonId person = plan.cast().get(i);
            String name = (char) ('A' + i) + " " + person;
            laptops.add(laptop(name, person, storerooms.apply(i)));
        }
    }

    private SeededLaptop laptop(String name, PersonId person, Storeroom stores) {
        var wire = new Wire(backend, what -> story.tell(name, "  " + what));
        Duration skew = Duration.ofSeconds(random.nextInt(-300, 300));
        return new SeededLaptop(
                name, person, clock.wrongBy(skew), random.split(), ledger, story, wire, stores, breakage);
    }

    /** A new laptop of a person, which has seen none of it: what it is told is how things stand. */
    SeededLaptop newLaptopOf(PersonId person) {
        return newLaptops.computeIfAbsent(
                person, whose -> laptop("new " + whose, whose, new MemoryStoreroom(SeededLaptop.JSON)));
    }

    WorldClock clock() {
        return clock;
    }

    Story story() {
        return story;
    }

    Ledger ledger() {
        return ledger;
    }

    Mailbag mails() {
        return mails;
    }

    BackendHouse house() {
        return house;
    }

    List<SeededLaptop> laptops() {
        return laptops;
    }

    /** As a request from anywhere else, such as the county's web page. */
    Reply ask(Asked asked) {
        return backend.answer(asked);
    }

    @Override
    public void close() {
        laptops.forEach(SeededLaptop::close);
    }
}
