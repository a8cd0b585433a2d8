package fi.vastine.core.cases;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The organisation's own lists as this laptop holds them.
 *
 * <p>Names of what is not known here are their ids, so that a list is never without a word.
 */
public record Reference(
        Map<UnitId, Unit> units,
        Map<PersonId, Person> people,
        Map<ThemeId, Theme> themes,
        List<Template> templates,
        List<DueRule> rules,
        Forms forms,
        List<Campaign> campaigns) {
    public static final Reference NONE = new Reference(Map.of(), Map.of(), Map.of(), List.of(), List.of(), Forms.NONE);

    public Reference {
        units = Map.copyOf(units);
        people = Map.copyOf(people);
        themes = Map.copyOf(themes);
        templates = List.copyOf(templates);
        rules = List.copyOf(rules);
        campaigns = List.copyOf(campaigns);
    }

    /** An organisation that has planned no campaign. */
    public Reference(
            Map<UnitId, Unit> units,
            Map<PersonId, Person> people,
            Map<ThemeId, Theme> themes,
            List<Template> templates,
            List<DueRule> rules,
            Forms forms) {
        this(units, people, themes, templates, rules, forms, List.of());
    }

    /**
     * Of some units those that feedback is entered for on a day; levels above that get no feedback of their own are left out.
     *
     * @param day in Europe/Helsinki
     */
    public List<Unit> toEnter(List<UnitId> some, LocalDate day) {
        Set<UnitId> parents = units.values().stream()
                .map(Unit::parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return some.stream()
                .map(units::get)
                .filter(Objects::nonNull)
                .filter(each -> each.until() == null || !day.isAfter(each.until()))
                .filter(each -> each.responsible() != null || !parents.contains(each.id()))
                .toList();
    }

    /**
     * Whether a person collects feedback in a unit, or in all of a branch that it is in, on one of the days.
     *
     * @param first in Europe/Helsinki
     */
    public boolean collects(PersonId who, UnitId where, LocalDate first, LocalDate last) {
        Person person = people.get(who);
        if (person == null) {
            return false;
        }
        UnitId above = where;
        while (above != null) {
            UnitId at = above;
            if (person.collects().stream().anyMatch(each -> each.unit().equals(at) && each.holdsBetween(first, last))) {
                return true;
            }
            Unit unit = units.get(above);
            above = unit == null ? null : unit.parent();
        }
        return false;
    }

    public String unitName(UnitId id, Language language) {
        Unit unit = units.get(id);
        return unit == null ? id.value() : unit.name().in(language);
    }

    public String personName(PersonId id) {
        Person person = people.get(id);
        return person == null ? id.value() : person.name();
    }

    public String themeName(ThemeId id, Language language) {
        Theme theme = themes.get(id);
        return theme == null ? id.value() : theme.name().in(language);
    }
}
