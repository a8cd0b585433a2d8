/**
 * What databases do without the program around them: the floors and limits that figures are set against.
 *
 * <p>Same settings as the program's own stores, a row a case, and nothing else.
 */
@NullMarked
package fi.vastine.bench.store;

import org.jspecify.annotations.NullMarked;
