package fi.vastine.contract.command;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param offeredBefore whether it was sent before the backend was restored from a backup, so that it may have been carried out
 *     then; left out of JSON where it was not
 */
public record Envelope(
        CommandId commandId,
        DeviceId deviceId,
        long seq,
        CaseId caseId,
        Instant madeAt,
        int shape,
        Command command,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean offeredBefore) {
    /** The version of payload that this program writes: 2 since answers may have items, which a reader of 1 would lose. */
    public static final int SHAPE = 2;

    /** One that no other backend was offered. */
    public Envelope(
            CommandId commandId,
            DeviceId deviceId,
            long seq,
            CaseId caseId,
            Instant madeAt,
            int shape,
            Command command) {
        this(commandId, deviceId, seq, caseId, madeAt, shape, command, false);
    }
}
