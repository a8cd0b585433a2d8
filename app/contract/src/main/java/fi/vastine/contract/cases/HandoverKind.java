package fi.vastine.contract.cases;

/** The other process that a matter belongs to. */
public enum HandoverKind {
    /** {@code muistutus}, Act on the Status and Rights of Patients (785/1992), section 10. */
    OBJECTION,
    REGISTRY,
    PATIENT_SAFETY
}
