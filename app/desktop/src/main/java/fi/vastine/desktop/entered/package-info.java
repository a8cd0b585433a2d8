/**
 * What a person entered today, below each of the three ways to enter: which entry is which, how far it has come, and how one is
 * withdrawn.
 *
 * <p>Of what the backend has there is no word here. How an entry is made or corrected lives with the way it is made.
 */
@NullMarked
package fi.vastine.desktop.entered;

import org.jspecify.annotations.NullMarked;
