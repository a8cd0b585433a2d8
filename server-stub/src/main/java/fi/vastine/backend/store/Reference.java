package fi.vastine.backend.store;

import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.util.List;

/** What an organisation keeps as data and every laptop gets; or a part of it that was changed. */
public record Reference(
        List<Unit> units, List<Person> people, List<Theme> themes, List<Template> templates, List<DueRule> rules) {
    public Reference {
        units = List.copyOf(units);
        people = List.copyOf(people);
        themes = List.copyOf(themes);
        templates = List.copyOf(templates);
        rules = List.copyOf(rules);
    }
}
