package fi.vastine.simulation.seeds;

import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.Replica;
import java.util.Collection;
import java.util.List;

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

    /** The keys are destroyed; what is opened anew is empty. */
    void wipe();

    /** Which of these words somebody who has the files and their keys can read in them, in any way. */
    List<String> legible(Collection<String> words);

    /** A copy of what was on disk. */
    interface Image {}

    @Override
    void close();
}
