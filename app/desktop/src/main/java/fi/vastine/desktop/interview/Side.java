package fi.vastine.desktop.interview;

/** To whom the screen is turned. */
enum Side {
    /** All that the collector may do is in reach. */
    COLLECTOR,
    /** Nothing is in reach but answering. */
    CUSTOMER
}
