/**
 * The figures that prove the speed: each by one named scenario over the real program and the real backend.
 *
 * <p>{@link fi.vastine.bench.BenchMain} runs them and writes what they measured; nothing here is a timed test and nothing
 * judges. A figure that belongs to a part that is not there is absent.
 */
@NullMarked
package fi.vastine.bench;

import org.jspecify.annotations.NullMarked;
