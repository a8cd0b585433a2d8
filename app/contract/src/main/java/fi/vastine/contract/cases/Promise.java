package fi.vastine.contract.cases;

import java.time.LocalDate;

/**
 * What the customer was promised, with the rule it came from.
 *
 * @param dueOn the last day on which the promise is kept, in Europe/Helsinki
 * @param days the promise in days, as the rule said
 * @param ruleVersion the version of the rule at the time
 */
public record Promise(LocalDate dueOn, int days, int ruleVersion) {}
