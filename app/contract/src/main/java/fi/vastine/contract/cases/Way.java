package fi.vastine.contract.cases;

/** How a customer wishes to be answered, or was. */
public enum Way {
    MAIL,
    PHONE,
    POST,
    IN_PERSON
}
