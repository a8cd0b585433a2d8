package fi.vastine.core.outbox;

import fi.vastine.contract.wire.Reads;

/**
 * A read that the backend has not been told of.
 *
 * @param number grows with each read kept
 */
public record KeptRead(long number, Reads.Read read) {}
