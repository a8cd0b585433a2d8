package fi.vastine.backend.delivery;

/** A way out for mail. */
public sealed interface MailOut permits SmtpOut, EmlFolder {
    /** Hands one mail over, and says what is surely known of it; takes minutes at most. */
    Handed hand(Letter letter);
}
