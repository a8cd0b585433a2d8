package fi.vastine.contract.form;

/** Whom a form is for. */
public enum Audience {
    /** Aged 13 and over. */
    ADULT,
    /** Who reads and hears plain language best. */
    PLAIN,
    /** Aged 7 to 12. */
    CHILD,
    /** Somebody close to the customer. */
    RELATIVE
}
