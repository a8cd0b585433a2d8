package fi.vastine.simulation.seeds;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Lease;
import fi.vastine.core.http.OkHttpTransport;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.Intention;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.Replica;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Known;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Workings;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Transport;
import fi.vastine.simulation.wire.Wire;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person's laptop: the real core on its stores, driven step by step, and all that can befall it. */
final class SeededLaptop implements AutoCloseable {
    static final Json JSON = new Json();
    private static final URI BACKEND = URI.create("http://127.0.0.1/");

    /** More exchanges than a laptop needs for anything in a county of this size: it goes round in circles. */
    private static final int CIRCLES = 400;

    private final String name;
    private final PersonId person;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Ledger ledger;
    private final Story story;
    private final Wire wire;
    private final Storeroom stores;
    private final Breakage breakage;
    private final Fragile fragile = new Fragile();
    private final Transport transport;
    private Workings workings;
    private Storeroom.@Nullable Image image;
    private LastHeard lastHeard;
    private boolean wiped;

    /**
     * A laptop that is switched on and where nobody has signed in.
     *
     * @param breakage what is broken around its stores, to see that it is noticed
     */
    SeededLaptop(
            String name,
            PersonId person,
            InstantSource clock,
            RandomGenerator random,
            Ledger ledger,
            Story story,
            Wire wire,
            Storeroom stores,
            Breakage breakage) {
        this.name = name;
        this.person = person;
        this.clock = clock;
        this.random = random;
        this.ledger = ledger;
        this.story = story;
        this.wire = wire;
        this.stores = stores;
        this.breakage = breakage;
        this.transport = new OkHttpTransport(BACKEND, JSON, wire.client());
        this.lastHeard = new LastHeard(clock.instant());
        this.workings = started();
    }

    private Workings started() {
        Outbox outbox = ledger.around(name, person, fragile.around(Outbox.class, breakage.outbox(stores.outbox())));
        Replica replica = breakage.replica(fragile.around(Replica.class, stores.replica()));
        Desk desk = new Desk(outbox, replica, JSON, person, clock);
        var joined = new Workings(outbox, desk, person, transport, JSON, clock, random, Workings.Wakes.NOBODY);
        joined.begin();
        return joined;
    }

    String name() {
        return name;
    }

    PersonId person() {
        return person;
    }

    /** How often something was downloaded anew because it was not what the backend has. */
    int healed() {
        return fragile.times("mark");
    }

    Workings workings() {
        return workings;
    }

    Wire wire() {
        return wire;
    }

    Fragile fragile() {
        return fragile;
    }

    /** The outbox itself, for looking at. */
    Outbox outbox() {
        return stores.outbox();
    }

    /** The replica itself, for looking at. */
    Replica replica() {
        return stores.replica();
    }

    /** What a desk begun now would show. */
    Desk deskFromStores() {
        var held = new Desk(stores.outbox(), stores.replica(), JSON, person, clock);
        held.readOn();
        // How long the backend was not heard is no matter of the stores.
        held.lease(workings().desk().leases().value());
        return held;
    }

    /** Which of these words somebody who has its files and keys can read in them, in any way. */
    List<String> legible(Collection<String> words) {
        return stores.legible(words);
    }

    // What happens on it

    /** Something is done at it; if the power goes meanwhile, the laptop is started again. */
    void guarded(Runnable work) {
        try {
            work.run();
        } catch (Crash crash) {
            startAfter(crash);
        } catch (IllegalStateException beside) {
            // What is fetched beside another step wraps it.
            if (!(beside.getCause() instanceof Crash crash)) {
                throw beside;
            }
            startAfter(crash);
        }
    }

    /** Does what is due, at most so many exchanges. */
    void work(int exchanges) {
        guarded(() -> {
            workings.chores();
            for (int i = 0; i < exchanges && sync(); i++) {
                // The work is in the condition.
            }
        });
        lastHeard.look(workings.syncState());
    }

    /** Makes one exchange; whether another is due at once. */
    private boolean sync() {
        boolean more = workings.sync().isZero();
        if (workings.isWipeOrdered()) {
            wipe();
            return false;
        }
        return more;
    }

    /** What a session does at such an order, and what is tested there. */
    private void wipe() {
        story.tell(name, "is wiped");
        Stream<CommandId> undone = stores.outbox().entries().stream()
                .filter(each -> !(each.outcome() instanceof Outcome.Applied) || ledger.epoch() > 0)
                .map(each -> each.envelope().commandId());
        ledger.wiped(name, Stream.concat(undone, intended()).toList());
        stores.wipe();
        image = null;
        wiped = true;
        workings = started();
    }

    /** Nothing is on it, and nobody has signed in since. */
    boolean isWiped() {
        return wiped;
    }

    /** What is wrong with what it shows, for as long as it has not heard the backend. */
    Optional<Broken> wrongLease() {
        Lease lease = workings.desk().leases().value();
        int shown = workings.desk().books().value().rows().size();
        return wiped
                ? Optional.empty()
                : lastHeard
                        .wrong(clock.instant(), lease, shown)
                        .map(how -> new Broken(Broken.Promise.SHOWS_NOTHING_PAST_ITS_LEASE, name + " " + how));
    }

    /** Asks once whether there is news. */
    void listen() {
        guarded(workings::listen);
    }

    /** Everything that can be exchanged is; false if that finds no end. */
    boolean workToTheEnd() {
        workings.syncNow();
        workings.chores();
        int exchanges = 0;
        while (sync()) {
            exchanges++;
            if (exchanges > CIRCLES) {
                return false;
            }
        }
        lastHeard.look(workings.syncState());
        return true;
    }

    boolean needsSignIn() {
        return stores.outbox().registration().isEmpty()
                || workings.syncState().connection() == Connection.SIGN_IN_NEEDED;
    }

    void signIn() {
        guarded(() -> {
            try {
                if (wiped) {
                    // A program that has nobody's stores has no session: it begins with the sign-in.
                    stores.wipe();
                    workings = started();
                }
                workings.signInAgain(
                        new Known(new ServerAddress(BACKEND), person.value(), deviceName()), County.PASSWORD);
                if (wiped) {
                    wiped = false;
                    lastHeard = new LastHeard(clock.instant());
                }
                story.tell(name, "signs in");
            } catch (ExchangeFailed e) {
                story.tell(name, "cannot sign in: " + e.trouble().kind());
            }
        });
    }

    /** What an administrator knows it by. */
    String deviceName() {
        return "kannettava " + name;
    }

    void crashNow() {
        story.tell(name, "crashes and is started again");
        startAfterCrash();
    }

    private void startAfter(Crash crash) {
        story.tell(name, "crashes " + crash.getMessage() + " and is started again");
        startAfterCrash();
    }

    private void startAfterCrash() {
        // Whether it had written down that it heard the backend is not told.
        lastHeard.look(workings.syncState());
        lastHeard.mayBeForgotten();
        fragile.calm();
        stores.crash();
        if (wiped) {
            // The sign-in after the wipe did not end, so the program knows nobody yet who could go on with it.
            stores.wipe();
        }
        workings = started();
    }

    void restart() {
        guarded(() -> {
            workings.finish();
            stores.restart();
            workings = started();
        });
    }

    void takeImage() {
        image = stores.image();
    }

    /** The disk is as it was when its image was taken; what was made since is gone with it, and none of it was promised. */
    boolean restoreImage() {
        if (image == null) {
            return false;
        }
        Set<CommandId> before = commands().collect(Collectors.toSet());
        stores.restore(image);
        fragile.calm();
        commands().forEach(before::remove);
        ledger.lost(before);
        ledger.draftsGone(name);
        stores.outbox().drafts().forEach(draft -> ledger.draftIs(name, draft.caseId(), draft.text()));
        lastHeard.mayBeForgotten();
        workings = started();
        return true;
    }

    /** All commands and decisions it keeps. */
    Stream<CommandId> commands() {
        Outbox outbox = stores.outbox();
        return Stream.concat(outbox.entries().stream().map(Entry::envelope).map(each -> each.commandId()), intended());
    }

    /** What it could offer again: not what it forgot when the backend said that it keeps the words. */
    Stream<CommandId> offers() {
        Stream<CommandId> commands = stores.outbox().entries().stream()
                .map(Entry::envelope)
                .filter(each -> !(each.command() instanceof Command.Voided))
                .map(each -> each.commandId());
        return Stream.concat(commands, intended());
    }

    private Stream<CommandId> intended() {
        return stores.outbox().intentions().stream().map(Intention::submission).map(each -> each.id());
    }

    @Override
    public void close() {
        stores.close();
    }
}
