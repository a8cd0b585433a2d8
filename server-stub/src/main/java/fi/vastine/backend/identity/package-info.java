/**
 * Who is there, what they may do today, and who answers for a unit.
 *
 * <p>Here live accounts and sessions, the organisation as it is kept in memory, and the scopes computed from it: grants,
 * responsibilities and substitutions with their dates. No SQL, and no rule about cases.
 */
@NullMarked
package fi.vastine.backend.identity;

import org.jspecify.annotations.NullMarked;
