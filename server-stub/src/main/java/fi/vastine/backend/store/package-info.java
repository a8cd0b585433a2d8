/**
 * The only place of the backend where SQL is written.
 *
 * <p>Here live the database itself, its migrations, and the tables behind small classes that say what they promise. No
 * HTTP, no rules about cases: those are decided in {@code fi.vastine.contract} and carried out by the callers.
 */
@NullMarked
package fi.vastine.backend.store;

import org.jspecify.annotations.NullMarked;
