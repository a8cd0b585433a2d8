package fi.vastine.core.replica;

/**
 * A reference document: a unit, a person, a theme, as the backend sent it.
 *
 * @param kind the name of its line in the feed
 * @param body its JSON
 */
public record Document(String kind, String id, String body) {}
