package fi.vastine.core.cases;

/** Whether cases may be shown, by when the backend was last heard. */
public enum Lease {
    RUNNING,
    /** It is too long ago: what was erased or taken away since is not known here. */
    OVER
}
