package fi.vastine.core.replica;

import fi.vastine.core.seal.Seal;
import fi.vastine.core.store.Database;

/** An open database and what its rows are sealed with. */
record Opened(Database database, Seal seal) {}
