package fi.vastine.simulation.seeds;

import fi.vastine.core.outbox.Entry;
import fi.vastine.core.session.Connection;
import java.time.Duration;

/** All troubles end, everybody has a network and signs in when asked; then nothing may be left to be done. */
final class Healing {
    /** What one laptop sends in a round another may have to wait for until the next; a draft is sent after a rest. */
    private static final int QUIET_ROUNDS = 3;

    private static final int MOST_ROUNDS = 40;

    /** Longer than a laptop goes without looking, and than a letter waits for its first second attempt. */
    private static final Duration ROUND = Duration.ofMinutes(6);

    private final World world;

    private Healing(World world) {
        this.world = world;
    }

    /** Whether it came to an end. */
    static boolean of(World world) {
        var healing = new Healing(world);
        healing.calm();
        int quiet = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            world.clock().pass(ROUND);
            world.house().step();
            boolean ended = world.laptops().stream().allMatch(Healing::heal);
            if (!ended) {
                return false;
            }
            quiet = healing.isQuiet() ? quiet + 1 : 0;
            if (quiet == QUIET_ROUNDS) {
                return true;
            }
        }
        return false;
    }

    private void calm() {
        world.story().tell("world", "all troubles end");
        world.mails().calm();
        for (SeededLaptop laptop : world.laptops()) {
            laptop.wire().connect();
            laptop.wire().calm();
            laptop.fragile().calm();
            laptop.wire().deliverLate();
        }
    }

    /** Whether a laptop came to an end of its exchanges. */
    static boolean heal(SeededLaptop laptop) {
        if (laptop.needsSignIn() && !laptop.isWiped()) {
            laptop.signIn();
        }
        return laptop.workToTheEnd();
    }

    private boolean isQuiet() {
        return lettersLeft() == 0 && world.laptops().stream().allMatch(Healing::isQuiet);
    }

    private static boolean isQuiet(SeededLaptop laptop) {
        return laptop.isWiped() || isInStep(laptop);
    }

    private static boolean isInStep(SeededLaptop laptop) {
        return laptop.workings().syncState().connection() == Connection.ONLINE
                && laptop.outbox().intentions().isEmpty()
                && laptop.outbox().entries().stream().noneMatch(Entry::unsettled);
    }

    private long lettersLeft() {
        return world.house()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM mail_queue")
                        .mapTo(Long.class)
                        .one());
    }
}
