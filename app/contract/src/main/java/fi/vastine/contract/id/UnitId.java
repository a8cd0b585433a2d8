package fi.vastine.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a unit of the organisation tree. */
public record UnitId(@JsonValue String value) implements Comparable<UnitId> {
    /** Where feedback waits that names no known unit, until the quality team has routed it. */
    public static final UnitId TRIAGE = new UnitId("triage");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("an id has 1 to 64 characters");
        }
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
