package fi.vastine.contract.cases;

/** Something in a text that a person should look at; found by rule, a suggestion only. */
public enum Signal {
    /** Speaks of self-harm, maltreatment or danger. */
    URGENT,
    /** Holds a personal identity code. */
    IDENTITY_CODE,
    /** May be meant as an objection ({@code muistutus}); only the customer decides. */
    OBJECTION
}
