/** Feedback from outside, over real HTTP into a real database. */
@NullMarked
package fi.vastine.backend.intake;

import org.jspecify.annotations.NullMarked;
