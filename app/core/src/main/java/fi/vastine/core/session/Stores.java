package fi.vastine.core.session;

import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.Replica;

/** The two stores of one person on this laptop. */
record Stores(Outbox outbox, Replica replica) {}
