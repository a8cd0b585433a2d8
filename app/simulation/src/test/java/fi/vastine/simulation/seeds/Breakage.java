package fi.vastine.simulation.seeds;

import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.Replica;
import fi.vastine.simulation.wire.FarEnd;

/** Something broken on purpose; here nothing is. */
class Breakage {
    static final Breakage NONE = new Breakage();

    /** How the backend answers. */
    FarEnd backend(BackendHouse house) {
        return house;
    }

    /** How a laptop keeps what its user decided. */
    Outbox outbox(Outbox outbox) {
        return outbox;
    }

    /** How a laptop keeps what it is sent. */
    Replica replica(Replica replica) {
        return replica;
    }
}
