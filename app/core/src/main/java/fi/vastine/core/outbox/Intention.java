package fi.vastine.core.outbox;

import java.time.Instant;

/**
 * A decision that waits some seconds in which it can be undone.
 *
 * @param ripeAt when it becomes a command, by the laptop's clock
 */
public record Intention(Submission submission, Instant ripeAt) {}
