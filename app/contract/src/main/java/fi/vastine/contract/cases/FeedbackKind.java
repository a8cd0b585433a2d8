package fi.vastine.contract.cases;

/** What the customer wanted to say, as chosen by the customer or set by a handler. */
public enum FeedbackKind {
    THANKS,
    CRITICISM,
    SUGGESTION,
    QUESTION,
    OTHER
}
