package fi.vastine.core.replica;

import fi.vastine.core.seal.Seal;
import fi.vastine.core.store.Database;

/**
 * An open database and what its rows are sealed with.
 *
 * @param seal of what holds nothing of a case
 * @param secrets of what does
 */
record Opened(Database database, Seal seal, Secrets secrets) {}
