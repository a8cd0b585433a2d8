/**
 * A seed tells everything that happens to a few laptops and their backend; afterwards nothing may be lost or sent twice.
 *
 * <p>{@link fi.vastine.simulation.seeds.Planner} makes a plan of a seed, {@link fi.vastine.simulation.seeds.Run} lets it happen in
 * a {@link fi.vastine.simulation.seeds.World} and heals it, {@link fi.vastine.simulation.seeds.Promises} says what was not kept,
 * {@link fi.vastine.simulation.seeds.Shrinking} leaves of the plan what is needed to see it. {@link
 * fi.vastine.simulation.seeds.Breakage} breaks a promise on purpose, to show that it would be noticed.
 */
@NullMarked
package fi.vastine.simulation.seeds;

import org.jspecify.annotations.NullMarked;
