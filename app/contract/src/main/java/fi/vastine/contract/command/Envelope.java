package fi.vastine.contract.command;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import java.time.Instant;

/**
 * A command on its way from a laptop.
 *
 * @param commandId UUID of version 7, unique across devices
 * @param seq gap-free per device, from 1
 * @param madeAt the laptop's clock: shown, never used for order
 * @param shape the version of the payload, {@link #SHAPE} here
 */
public record Envelope(
        CommandId commandId, DeviceId deviceId, long seq, CaseId caseId, Instant madeAt, int shape, Command command) {
    /** The version of payload that this program writes: 2 since answers may have items, which a reader of 1 would lose. */
    public static final int SHAPE = 2;
}
