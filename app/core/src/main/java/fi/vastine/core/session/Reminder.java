package fi.vastine.core.session;

/** What a writer ticks off beside a reply; the program judges nothing. */
public enum Reminder {
    THANKED,
    APOLOGISED,
    TOLD_WHAT_NEXT,
    BLAMED_NOBODY
}
