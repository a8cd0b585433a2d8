/** The rules of the structure, checked over every module at once. */
@NullMarked
package fi.vastine.simulation.architecture;

import org.jspecify.annotations.NullMarked;
