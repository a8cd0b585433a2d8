package fi.vastine.contract.wire;

import fi.vastine.contract.id.CaseId;

/**
 * A sum over the cases of a unit that differs when a case is missing, too many or of another change.
 *
 * <p>The sum (wrapping) of {@link #of} over the unit's cases, in any order; an empty unit has 0. It finds faults, it is no
 * defence against anybody.
 */
public final class Checksum {
    private Checksum() {}

    /** The share of one case. */
    public static long of(CaseId id, long changeNo) {
        long mixed = id.value().getMostSignificantBits();
        mixed = mix(mixed ^ id.value().getLeastSignificantBits() * 0x9E37_79B9_7F4A_7C15L);
        return mix(mixed + changeNo * 0xBF58_476D_1CE4_E5B9L);
    }

    /** The finaliser of SplitMix64: every bit of the input moves about half of the output's. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}
