/**
 * What laptops decided: read from the wire, authorised as of now, decided by the contract's rules, written with its outcome.
 *
 * <p>The rules themselves live in {@code fi.vastine.contract.command}; nothing here knows what a command means to a case,
 * only who may give it and what follows from its having been applied.
 */
@NullMarked
package fi.vastine.backend.commands;

import org.jspecify.annotations.NullMarked;
