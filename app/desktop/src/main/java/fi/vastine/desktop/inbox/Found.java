package fi.vastine.desktop.inbox;

import java.util.List;
import java.util.Map;

/**
 * What answers a query, as far as a list has to know.
 *
 * @param first the first cases in the tab's order, as many as were asked for
 * @param more whether there are others
 * @param groups how many cases each part of the list has in all; empty for a list without parts
 */
record Found(List<Placed> first, boolean more, Map<DueGroup, Integer> groups) {}
