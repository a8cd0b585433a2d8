package fi.vastine.contract.reference;

/** What keeps a campaign from being planned, and which of its fields is at fault. */
public record CampaignFault(Field field, Problem problem) {

    /** What a planner fills in. */
    public enum Field {
        NAME,
        FORM,
        UNITS,
        COLLECTORS,
        FROM,
        UNTIL,
        TARGET
    }

    /** The kinds of faults. */
    public enum Problem {
        MISSING,
        TOO_LONG,
        /** The last day is before the first. */
        BEFORE_FIRST_DAY,
        OUT_OF_RANGE
    }
}
