/**
 * Where the laptop's keys are kept.
 *
 * <p>A {@link fi.vastine.core.key.KeyHolder} makes, loads and destroys named 256-bit keys; one is a file with owner-only rights,
 * a system key store fits behind the same interface. What is locked with the keys lives elsewhere: the seal in {@code seal},
 * the databases in {@code store}.
 */
@NullMarked
package fi.vastine.core.key;

import org.jspecify.annotations.NullMarked;
