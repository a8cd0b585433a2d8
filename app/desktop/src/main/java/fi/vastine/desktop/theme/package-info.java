/**
 * How the program looks: our colours over AtlantaFX, the bundled font, light and dark, and the size of text.
 *
 * <p>Colours are tokens in {@code light.css} and {@code dark.css}; {@code vastine.css} holds what all views share and each
 * feature has a style sheet of its own name beside it. Nothing here knows a feature.
 */
@NullMarked
package fi.vastine.desktop.theme;

import org.jspecify.annotations.NullMarked;
