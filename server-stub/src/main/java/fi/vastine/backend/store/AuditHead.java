package fi.vastine.backend.store;

/**
 * The last entry of the audit log at some time.
 *
 * @param number of the entry; 0 before the first
 * @param hash over it and, by its chain, over all before it: 64 hex digits
 */
public record AuditHead(long number, String hash) {
    static final AuditHead NOTHING = new AuditHead(0, "0".repeat(64));
}
