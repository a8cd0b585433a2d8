/**
 * A small county at work: a real backend on loopback and the laptops of its people, told as they would tell it.
 *
 * <p>{@code Office} is the backend with its people, {@code Laptop} a person at a laptop, and the tests are their days.
 */
@NullMarked
package fi.vastine.simulation.office;

import org.jspecify.annotations.NullMarked;
