package fi.vastine.backend.delivery;

/** A way out for mail. */
public interface MailOut {
    /** Hands one mail over, and says what is surely known of it; takes minutes at most. */
    Handed hand(Letter letter);
}
