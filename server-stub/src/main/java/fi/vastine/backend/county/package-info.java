/**
 * The made-up county of the demo, the tests and the figures: its organisation, its people, and eighteen months of
 * feedback with what was done about it, the same for the same seed and day.
 *
 * <p>What it says lies in the resources beside it, as data. It stores nothing and signs nobody in; real counties have
 * no use for it.
 */
@NullMarked
package fi.vastine.backend.county;

import org.jspecify.annotations.NullMarked;
