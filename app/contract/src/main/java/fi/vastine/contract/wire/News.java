package fi.vastine.contract.wire;

/**
 * {@code GET /v1/changes/wait?after=N&scopeVersion=M}: there is something to pull.
 *
 * @param changeNo the newest change number in the asker's units
 * @param scopeVersion the version of the asker's scope now
 */
public record News(long changeNo, long scopeVersion) {}
