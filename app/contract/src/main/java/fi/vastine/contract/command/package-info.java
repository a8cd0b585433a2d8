/**
 * What a person decided about a case, and the pure rules that say what comes of it.
 *
 * <p>The backend runs {@link fi.vastine.contract.command.Decisions} inside its transaction, the desktop runs the same
 * function to show what is pending. No second copy of a rule exists. Who may do what is authorised elsewhere.
 */
@NullMarked
package fi.vastine.contract.command;

import org.jspecify.annotations.NullMarked;
