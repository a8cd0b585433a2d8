package fi.vastine.desktop.inbox;

/** The lists of the inbox; each case stands in one of the first three or in triage, and in {@code ALL}. */
public enum InboxTab {
    /** A reply is owed, or it is not known whether one arrived. */
    WAITING,
    /** No reply is owed, and nobody has closed it yet. */
    READING,
    HANDLED,
    ALL,
    /** What named no known unit: for the quality team to route. */
    TRIAGE
}
