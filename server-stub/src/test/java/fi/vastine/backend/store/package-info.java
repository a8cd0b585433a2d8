/** The tables on real database files. */
@NullMarked
package fi.vastine.backend.store;

import org.jspecify.annotations.NullMarked;
