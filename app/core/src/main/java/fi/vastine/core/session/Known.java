package fi.vastine.core.session;

/**
 * Somebody who has signed in on this laptop.
 *
 * @param deviceName what an administrator calls the laptop
 */
public record Known(ServerAddress server, String user, String deviceName) {}
