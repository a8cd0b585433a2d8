/**
 * What a person chooses for herself: language, colours, size of text, single letters as keys.
 *
 * <p>A choice holds at once and is kept in one small file of the profile. What a county chooses for everybody is not here.
 */
@NullMarked
package fi.vastine.desktop.settings;

import org.jspecify.annotations.NullMarked;
