/**
 * How what was written goes: a case that is erased, and what has been kept long enough.
 *
 * <p>Here live the orders of administrators, what is done each day, and that the ledger comes first. What the rows are is in
 * {@code store}, what is left of a case by age in the contract, and what a laptop does then on the laptop.
 */
@NullMarked
package fi.vastine.backend.erasing;

import org.jspecify.annotations.NullMarked;
