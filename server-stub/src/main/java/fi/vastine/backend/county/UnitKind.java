package fi.vastine.backend.county;

/** What is done in a unit, which decides what customers write about it. */
enum UnitKind {
    /** A level above the units, which gets no feedback of its own. */
    BRANCH,
    /** Nowhere in particular: feedback that names no unit. */
    TRIAGE,
    WARD,
    EMERGENCY,
    OUTPATIENT,
    SURGERY,
    LAB,
    CLINIC,
    DENTAL,
    REHAB,
    MENTAL,
    HOME_CARE,
    CARE_HOME,
    DAY_CENTRE,
    MATERNITY,
    SCHOOL,
    CHILDREN,
    FAMILY,
    SOCIAL,
    DISABILITY,
    PHONE,
    DIGITAL,
    FOOD,
    TRANSPORT
}
