package fi.vastine.backend.identity;

import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.DeviceStore;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.WipeOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Devices that an administrator has blocked: each is let in no more, and answered with a signed order that names it.
 *
 * <p>A blocked device is known by its id alone, before its tokens are looked at: it is told so even where its session has ended.
 * Thread-safe.
 */
public final class Blocks {
    private final Ledger ledger;
    private final DeviceStore devices;
    private final Writer writer;
    private final InstantSource clock;

    /** A database restored from a backup may not know of every block: it is told. */
    public Blocks(Ledger ledger, DeviceStore devices, Writer writer, InstantSource clock) {
        this.ledger = ledger;
        this.devices = devices;
        this.writer = writer;
        this.clock = clock;
        ledger.blocked().forEach(devices::block);
    }

    /**
     * Lets a device in no more, nor those that went on as it and are hidden behind it in the list: where the answer that said so was
     * lost, the laptop still shows one of them.
     *
     * @param from the device on which it was ordered; absent at the backend's own command line
     */
    public void block(DeviceId device, PersonId by, @Nullable DeviceId from) {
        blockAlone(device, by, from);
        devices.behind(device).forEach(each -> block(each, by, from));
    }

    private void blockAlone(DeviceId device, PersonId by, @Nullable DeviceId from) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ledger.block(device, at);
        devices.block(device, at);
        writer.write(transaction -> {
            transaction.audit(AuditEntry.order("block-device", "device " + device, by, from, null, at));
            return device;
        });
    }

    /** The public half of the key that orders are signed with, as X.509 has it, in Base64. */
    String orderKey() {
        return Base64.getEncoder().encodeToString(ledger.orderKey().getPublic().getEncoded());
    }

    /** Throws {@link HttpProblem} with {@code DEVICE_BLOCKED} and the order if the device is blocked. */
    void letPass(DeviceId device) {
        Instant at = ledger.blockedAt(device);
        if (at != null) {
            devices.wipeTold(device, clock.instant());
            throw HttpProblem.deviceBlocked(
                    WipeOrder.signed(device, at, ledger.orderKey().getPrivate()));
        }
    }
}
