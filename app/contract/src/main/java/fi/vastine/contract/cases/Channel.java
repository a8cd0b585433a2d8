package fi.vastine.contract.cases;

/** The way by which feedback came in. */
public enum Channel {
    WEB,
    SMS,
    DEVICE,
    QR,
    PAPER,
    ORAL,
    SUPPORTED
}
