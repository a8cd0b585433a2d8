/**
 * Forms as data: what is asked of whom, in which words, and which answer fits.
 *
 * <p>A version of a form never changes; the next one begins on a day. Pure: nothing here knows where forms come from or how they are
 * shown. What was answered lies with its case, in {@code cases}.
 */
@NullMarked
package fi.vastine.contract.form;

import org.jspecify.annotations.NullMarked;
