/**
 * Small controls that several features share: a button that says why it cannot act, a list to search in, pictures of words.
 *
 * <p>They know words and colours only from who uses them and from the style sheet, and nothing of cases beyond their names.
 */
@NullMarked
package fi.vastine.desktop.control;

import org.jspecify.annotations.NullMarked;
