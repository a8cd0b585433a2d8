/**
 * The scanned pages of papers that were typed in: taken from whoever entered the paper, shown to whoever may read its case.
 *
 * <p>Only pictures are kept and given out. Where they lie is the store's; when they go is that of erasing.
 */
@NullMarked
package fi.vastine.backend.scan;

import org.jspecify.annotations.NullMarked;
