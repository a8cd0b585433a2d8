package fi.vastine.backend.admin;

import fi.vastine.backend.identity.Organisation;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.reference.Substitution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for whom, as a file says: at most one person for each who is away on a day, and nobody in the end for
 * herself.
 *
 * <p>A line with the same two people and first day as a substitution that is there takes its place.
 */
final class SubstituteLines {
    static final Set<String> COLUMNS = Set.of("away", "substitute", "from", "to");

    private final Table table;
    private final Predicate<PersonId> isKnown;
    private final Map<Key, Line> lines = new HashMap<>();
    private final List<Substitution> taken = new ArrayList<>();

    private record Key(PersonId away, PersonId substitute, LocalDate from) {
        static Key of(Substitution each) {
            return new Key(each.away(), each.substitute(), each.from());
        }
    }

    private record Line(Substitution substitution, Table.Row row) {}

    /**
     * Reads them.
     *
     * @param isKnown whether there is such a person, in the other files or already
     * @param present the substitutions that are there already
     */
    SubstituteLines(Table table, Predicate<PersonId> isKnown, List<Substitution> present) {
        this.table = table;
        this.isKnown = isKnown;
        List<Line> read = table.rows().stream().flatMap(this::read).toList();
        List<Substitution> kept = present.stream()
                .filter(each -> !lines.containsKey(Key.of(each)))
                .toList();
        read.forEach(line -> take(line, kept));
    }

    List<BadLine> bad() {
        return table.bad();
    }

    List<Substitution> taken() {
        return taken;
    }

    /** The line, if it is whole; one whose people are not known or whose days are turned around is no line. */
    private Stream<Line> read(Table.Row row) {
        PersonId away = person(row, "away");
        PersonId substitute = person(row, "substitute");
        LocalDate from = day(row, "from");
        LocalDate to = day(row, "to");
        if (away == null || substitute == null || from == null || to == null) {
            return Stream.empty();
        }
        if (to.isBefore(from)) {
            row.reject("to", "it ends before it begins");
            return Stream.empty();
        }
        Line line = new Line(new Substitution(away, substitute, from, to), row);
        Line earlier = lines.putIfAbsent(Key.of(line.substitution()), line);
        if (earlier != null) {
            row.reject(
                    "from",
                    "the same two from the same day as in line " + earlier.row().line());
            return Stream.empty();
        }
        return Stream.of(line);
    }

    private void take(Line line, List<Substitution> kept) {
        Substitution added = line.substitution();
        List<Substitution> others = Stream.concat(kept.stream(), taken.stream()).toList();
        Substitution other =
                others.stream().filter(each -> overlap(each, added)).findFirst().orElse(null);
        if (other != null) {
            line.row()
                    .reject(
                            "from",
                            "in these days " + other.substitute() + " stands in for " + other.away() + " already, from "
                                    + other.from() + " to " + other.to());
        } else if (new Organisation(List.of(), List.of(), List.of(), others).wouldCircle(added)) {
            line.row().reject("substitute", "the substitutes would stand in for each other in a circle");
        } else {
            taken.add(added);
        }
    }

    private static boolean overlap(Substitution one, Substitution other) {
        return one.away().equals(other.away())
                && !one.from().isAfter(other.to())
                && !other.from().isAfter(one.to());
    }

    private @Nullable PersonId person(Table.Row row, String column) {
        String id = row.id(column);
        if (id == null) {
            return null;
        }
        var person = new PersonId(id);
        if (!isKnown.test(person)) {
            row.reject(column, "no such person: " + id);
            return null;
        }
        return person;
    }

    private static @Nullable LocalDate day(Table.Row row, String column) {
        if (row.cell(column).isEmpty()) {
            row.reject(column, "a day is needed");
        }
        return row.date(column);
    }
}
