/**
 * Where the laptop's keys are kept, and what opens them.
 *
 * <p>Named 256-bit keys lie wrapped in one file, a {@link fi.vastine.core.key.KeyFolder}; the operating system's key store or a
 * passphrase opens it, and gives {@link fi.vastine.core.key.GuardedKeys}. For the organisation's recovery the outbox's key is
 * locked a second time. What is locked with the keys lives elsewhere: the seal in {@code seal}, the databases in {@code store}.
 */
@NullMarked
package fi.vastine.core.key;

import org.jspecify.annotations.NullMarked;
