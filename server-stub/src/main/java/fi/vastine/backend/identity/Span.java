package fi.vastine.backend.identity;

import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Substitution;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Days in a row, both ends included. */
record Span(LocalDate from, LocalDate to) {
    static final Span ALWAYS = new Span(LocalDate.MIN, LocalDate.MAX);

    static Span of(Grant grant) {
        return new Span(grant.from(), grant.to() == null ? LocalDate.MAX : grant.to());
    }

    static Span of(Substitution substitution) {
        return new Span(substitution.from(), substitution.to());
    }

    /** The days of both; empty if there are none. */
    Optional<Span> and(Span other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate earlier = to.isBefore(other.to) ? to : other.to;
        return later.isAfter(earlier) ? Optional.empty() : Optional.of(new Span(later, earlier));
    }

    /** The last day, from a day on, that the spans cover without a gap; empty if they do not cover the day itself. */
    static Optional<LocalDate> lastDay(Collection<Span> spans, LocalDate day) {
        List<Span> ordered = spans.stream()
                .sorted(Comparator.comparing(Span::from))
                .filter(span -> !span.to.isBefore(day))
                .toList();
        LocalDate covered = day.minusDays(1);
        for (Span span : ordered) {
            if (span.to.equals(LocalDate.MAX) && !span.from.isAfter(covered.plusDays(1))) {
                return Optional.of(LocalDate.MAX);
            }
            if (span.to.isAfter(covered) && !span.from.isAfter(covered.plusDays(1))) {
                covered = span.to;
            }
        }
        return covered.isBefore(day) ? Optional.empty() : Optional.of(covered);
    }
}
