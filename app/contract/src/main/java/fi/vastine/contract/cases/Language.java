package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The languages in which customers are answered and the program speaks. */
public enum Language {
    @JsonProperty("fi")
    FI,
    @JsonProperty("sv")
    SV,
    @JsonProperty("en")
    EN
}
