package fi.vastine.contract.reference;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do in a unit or branch. */
public enum Role {
    /** Unit manager or substitute: reads, decides, replies. */
    @JsonProperty("handler")
    HANDLER,
    /** Enters feedback and never reads it. */
    @JsonProperty("collector")
    COLLECTOR,
    /** All units: triage, reports, deadlines. */
    @JsonProperty("quality")
    QUALITY,
    /** Reads the cases and reports of a branch. */
    @JsonProperty("leader")
    LEADER,
    /** Units, people, forms, rules. */
    @JsonProperty("admin")
    ADMIN
}
