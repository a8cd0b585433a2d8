package fi.vastine.contract.reference;

import fi.vastine.contract.id.PersonId;
import java.time.LocalDate;

/**
 * A substitute answers for a person who is away.
 *
 * @param from the first day away, in Europe/Helsinki
 * @param to the last day away
 */
public record Substitution(PersonId away, PersonId substitute, LocalDate from, LocalDate to) {
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
