package fi.vastine.core.sync;

import fi.vastine.contract.wire.PullLine;

/**
 * A line of a pull.
 *
 * @param json what the line holds, as it came: the case or the reference document; empty for lines of other kinds
 */
public record Line(PullLine content, String json) {}
