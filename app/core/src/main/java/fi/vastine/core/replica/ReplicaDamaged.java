package fi.vastine.core.replica;

/** The replica on disk cannot be trusted; {@link Replica#reset} builds an empty one, and everything comes again. */
public final class ReplicaDamaged extends RuntimeException {

    ReplicaDamaged(String why) {
        super("The replica is damaged: " + why);
    }

    ReplicaDamaged(Throwable cause) {
        super("The replica is damaged: " + cause.getMessage(), cause);
    }
}
