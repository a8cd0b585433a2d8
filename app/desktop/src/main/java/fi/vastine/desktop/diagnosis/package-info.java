/**
 * What the program tells those who help, with nothing of a person in it.
 *
 * <p>Here is what is asked of the computer and how it is worded. What a person's cases, texts or names are is never asked.
 */
@NullMarked
package fi.vastine.desktop.diagnosis;

import org.jspecify.annotations.NullMarked;
