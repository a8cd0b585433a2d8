package fi.vastine.backend.county;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The county's units, people and rules on one day, read from its tables. */
final class Organisation {
    final List<Unit> units;
    final List<Place> places;
    final List<Person> people;
    final List<Grant> grants;
    final List<Substitution> substitutions;
    final List<Theme> themes;
    final List<Template> templates;
    final List<DueRule> rules;
    final List<DemoAccount> accounts;
    final List<Campaign> campaigns;

    Organisation(CountyFiles files, LocalDate today) {
        List<CSVRecord> unitRows = files.table("units.csv");
        List<CSVRecord> personRows = files.table("people.csv");
        units = units(unitRows);
        places = unitRows.stream()
                .filter(row -> kind(row) != UnitKind.BRANCH)
                .map(Organisation::place)
                .toList();
        grants = grants(unitRows, personRows, units, today.minusYears(3).withDayOfYear(1));
        people = personRows.stream()
                .map(row -> new Person(new PersonId(row.get("id")), row.get("name"), row.get("title")))
                .map(person -> person.collectingBy(grants))
                .toList();
        substitutions = files.table("substitutions.csv").stream()
                .map(row -> new Substitution(
                        new PersonId(row.get("away")),
                        new PersonId(row.get("substitute")),
                        today.plusDays(Long.parseLong(row.get("fromDays"))),
                        today.plusDays(Long.parseLong(row.get("toDays")))))
                .toList();
        themes = files.table("themes.csv").stream()
                .map(row -> new Theme(new ThemeId(row.get("id")), names(row)))
                .toList();
        templates = files.lines("templates.txt").stream()
                .map(Organisation::template)
                .toList();
        rules = files.table("rules.csv").stream().map(row -> rule(row, today)).toList();
        campaigns = files.table("campaigns.csv").stream()
                .map(row -> campaign(row, today))
                .toList();
        accounts = files.table("accounts.csv").stream()
                .map(row -> new DemoAccount(new PersonId(row.get("person")), row.get("user"), row.get("password")))
                .toList();
    }

    Person person(PersonId id) {
        return people.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    List<PersonId> withRole(Role role) {
        return grants.stream()
                .filter(grant -> grant.role() == role)
                .map(Grant::person)
                .distinct()
                .toList();
    }

    private static List<Unit> units(List<CSVRecord> rows) {
        Map<String, Integer> levels = new HashMap<>();
        var units = new ArrayList<Unit>();
        for (CSVRecord row : rows) {
            String parent = orNull(row.get("parent"));
            int level = parent == null ? 1 : levels.getOrDefault(parent, 0) + 1;
            levels.put(row.get("id"), level);
            units.add(new Unit(
                    new UnitId(row.get("id")),
                    parent == null ? null : new UnitId(parent),
                    level,
                    names(row),
                    new PersonId(row.get("responsible")),
                    null));
        }
        return List.copyOf(units);
    }

    /** Who answers for a unit handles it; the other roles stand in the table of people. */
    private static List<Grant> grants(
            List<CSVRecord> unitRows, List<CSVRecord> personRows, List<Unit> units, LocalDate from) {
        Stream<Grant> responsible = unitRows.stream()
                .map(row -> new Grant(
                        new PersonId(row.get("responsible")), Role.HANDLER, new UnitId(row.get("id")), from, null));
        Stream<Grant> leaders = unitRows.stream()
                .filter(row -> kind(row) == UnitKind.BRANCH)
                .map(row -> new Grant(
                        new PersonId(row.get("responsible")), Role.LEADER, new UnitId(row.get("id")), from, null));
        Stream<Grant> others = personRows.stream()
                .filter(row -> !row.get("at").isEmpty())
                .flatMap(row -> at(row.get("at"), units)
                        .map(unit -> new Grant(
                                new PersonId(row.get("id")), Role.valueOf(row.get("role")), unit, from, null)));
        return Stream.of(responsible, leaders, others).flatMap(each -> each).toList();
    }

    private static Stream<UnitId> at(String where, List<Unit> units) {
        return where.equals("*")
                ? units.stream().filter(unit -> unit.parent() == null).map(Unit::id)
                : Stream.of(new UnitId(where));
    }

    private static Place place(CSVRecord row) {
        return new Place(
                new UnitId(row.get("id")),
                new UnitId(row.get("parent")),
                kind(row),
                names(row),
                new PersonId(row.get("responsible")));
    }

    private static Template template(String line) {
        String[] parts = line.split(" \\| ", 4);
        Language language = Language.valueOf(parts[0].toUpperCase(Locale.ROOT));
        Template.Part part = Template.Part.valueOf(parts[1]);
        ThemeId theme = parts[2].equals("-") ? null : new ThemeId(parts[2]);
        String id = part.name().toLowerCase(Locale.ROOT) + (theme == null ? "" : "-" + theme) + "-" + parts[0];
        return new Template(id, part, theme, language, parts[3].replace("\\n", "\n"));
    }

    private static DueRule rule(CSVRecord row, LocalDate today) {
        String channel = orNull(row.get("channel"));
        String kind = orNull(row.get("kind"));
        String theme = orNull(row.get("theme"));
        return new DueRule(
                row.get("id"),
                Integer.parseInt(row.get("version")),
                Integer.parseInt(row.get("days")),
                channel == null ? null : Channel.valueOf(channel),
                kind == null ? null : FeedbackKind.valueOf(kind),
                theme == null ? null : new ThemeId(theme),
                today.minusMonths(Long.parseLong(row.get("monthsAgo"))).withDayOfMonth(1));
    }

    private Campaign campaign(CSVRecord row, LocalDate today) {
        String name = row.get("name");
        return new Campaign(
                new CampaignId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                name,
                row.get("form"),
                places.stream()
                        .filter(place -> place.parent().value().equals(row.get("at")))
                        .map(Place::id)
                        .toList(),
                List.of(),
                today.plusDays(Long.parseLong(row.get("fromDays"))),
                today.plusDays(Long.parseLong(row.get("toDays"))),
                Integer.parseInt(row.get("target")));
    }

    private static UnitKind kind(CSVRecord row) {
        return UnitKind.valueOf(row.get("kind"));
    }

    private static Names names(CSVRecord row) {
        return new Names(row.get("fi"), row.get("sv"), row.get("en"));
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
