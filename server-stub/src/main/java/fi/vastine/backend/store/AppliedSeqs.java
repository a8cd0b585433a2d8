package fi.vastine.backend.store;

import fi.vastine.contract.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * By device, the last command that a case's snapshot holds, kept in the case's own row: a handful of devices ever touch one
 * case, and so the feed reads no second table.
 */
final class AppliedSeqs {
    private AppliedSeqs() {}

    static String and(@Nullable String applied, DeviceId device, long seq) {
        StringBuilder next = new StringBuilder();
        if (applied != null) {
            for (String entry : applied.split(",", -1)) {
                if (!entry.startsWith(device.toString())) {
                    next.append(entry).append(',');
                }
            }
        }
        return next.append(device).append('=').append(seq).toString();
    }

    /** The device's last command, 0 for none. */
    static long of(@Nullable String applied, DeviceId device) {
        if (applied == null) {
            return 0;
        }
        String name = device + "=";
        int start = applied.indexOf(name);
        if (start < 0) {
            return 0;
        }
        int end = applied.indexOf(',', start);
        return Long.parseLong(applied.substring(start + name.length(), end < 0 ? applied.length() : end));
    }
}
