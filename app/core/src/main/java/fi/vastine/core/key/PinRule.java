package fi.vastine.core.key;

/** Whether the organisation lets people open their screens with a PIN. */
public enum PinRule {
    ALLOWED,
    OFF
}
