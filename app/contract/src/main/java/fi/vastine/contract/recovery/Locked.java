package fi.vastine.contract.recovery;

/**
 * A secret locked for whoever holds the private half.
 *
 * @param keyId which key it was locked with, see {@link RecoveryKey#id}
 * @param encapsulation the sender's share of the one-time key, in base64
 * @param secret the locked secret, in base64
 */
public record Locked(String keyId, String encapsulation, String secret) {}
