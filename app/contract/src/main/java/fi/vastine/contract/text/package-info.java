/**
 * What can be seen in a text by rule alone: personal identity codes, and words that ask for attention.
 *
 * <p>Suggestions for a person to look at, never a judgement.
 */
@NullMarked
package fi.vastine.contract.text;

import org.jspecify.annotations.NullMarked;
