package fi.vastine.contract.reference;

import fi.vastine.contract.id.ThemeId;

/** What feedback is about, from the organisation's own list. */
public record Theme(ThemeId id, Names name) {}
