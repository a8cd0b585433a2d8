package fi.vastine.core.cases;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.util.List;
import java.util.Map;

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
        Forms forms) {
    public static final Reference NONE = new Reference(Map.of(), Map.of(), Map.of(), List.of(), List.of(), Forms.NONE);

    public Reference {
        units = Map.copyOf(units);
        people = Map.copyOf(people);
        themes = Map.copyOf(themes);
        templates = List.copyOf(templates);
        rules = List.copyOf(rules);
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
