/**
 * Writing a reply inside a case: prefilled, kept at every pause, stopped while a blank or an identity code is left.
 *
 * <p>{@code ReplyViewModel} keeps, sends, takes back and records; {@code Templates} put the first text together; {@code ReplyView}
 * draws. What became of a sent reply stands on the case and is shown there.
 */
@NullMarked
package fi.vastine.desktop.reply;

import org.jspecify.annotations.NullMarked;
