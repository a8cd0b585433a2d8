/** The rules of the structure, checked over every module at once. */
@NullMarked
package fi.vastine.desktop.architecture;

import org.jspecify.annotations.NullMarked;
