/**
 * Every word a person reads: the bundles in Finnish, Swedish and English, and dates, times and numbers in words.
 *
 * <p>Texts follow the language at once, without a restart. One file a language, one prefix a feature. No decisions live
 * here: what is late or due is computed elsewhere and only worded here.
 */
@NullMarked
package fi.vastine.desktop.text;

import org.jspecify.annotations.NullMarked;
