package fi.vastine.simulation.wire;

/** What answers at the other end of a wire. */
@FunctionalInterface
public interface FarEnd {
    Reply answer(Asked asked);
}
