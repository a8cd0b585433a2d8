package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/devices}: what an administrator sees of the organisation's laptops.
 *
 * @param devices those that are in use, by name
 */
public record Devices(List<Device> devices) {
    public Devices {
        devices = devices == null ? List.of() : List.copyOf(devices);
    }

    /**
     * One laptop.
     *
     * @param people who is signed in on it
     * @param lastContact when its tokens were last renewed: every quarter of an hour while it is in use
     * @param program the version of the program; absent if it did not say
     * @param erasuresOpen how many erasures it has not said to have carried out
     * @param blockedAt when an administrator blocked it, if one did
     * @param wipeToldAt when it was first answered with the order to wipe itself; absent while it has not been here since
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Device(
            DeviceId id,
            String name,
            List<PersonId> people,
            Instant lastContact,
            @Nullable String program,
            long erasuresOpen,
            @Nullable Instant blockedAt,
            @Nullable Instant wipeToldAt) {
        public Device {
            people = people == null ? List.of() : List.copyOf(people);
        }
    }

    /** {@code POST /v1/devices/block}: the device is let in no more, and told to wipe itself. */
    public record Block(DeviceId device) {}
}
