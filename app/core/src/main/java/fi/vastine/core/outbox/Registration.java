package fi.vastine.core.outbox;

import fi.vastine.contract.id.DeviceId;

/**
 * What the backend knows this laptop as.
 *
 * @param epoch the backend's epoch at the time of registering
 */
public record Registration(DeviceId device, String epoch) {}
