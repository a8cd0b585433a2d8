package fi.vastine.simulation.seeds;

import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.Replica;

/** Where a laptop's two stores lie. */
interface Storeroom extends AutoCloseable {
    /** The stores as they are open now. */
    Outbox outbox();

    Replica replica();

    /** The power went and came back: the stores are opened from what was on disk. */
    void crash();

    /** The program ended tidily and was started again. */
    void restart();

    /** What is on disk, to be put back later. */
    Image image();

    void restore(Image image);

    /** A copy of what was on disk. */
    interface Image {}

    @Override
    void close();
}
