/**
 * What could not be applied as it was meant: its text, the reason, and what can be done next.
 *
 * <p>{@code AttentionViewModel} knows the items and the next steps; {@code AttentionWords} has a sentence for every reason;
 * {@code AttentionView} draws list and detail. Nothing leaves this list but by a person's choice.
 */
@NullMarked
package fi.vastine.desktop.attention;

import org.jspecify.annotations.NullMarked;
