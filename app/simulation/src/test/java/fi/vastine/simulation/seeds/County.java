package fi.vastine.simulation.seeds;

import fi.vastine.backend.Backend;
import fi.vastine.backend.store.Reference;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A county of three units and the people who have a laptop there. */
final class County {
    static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");
    static final String PASSWORD = "pitkä ja hyvä salasana";

    static final UnitId ALL = new UnitId("alue");
    static final UnitId WARD = new UnitId("osasto");
    static final UnitId CLINIC = new UnitId("vastaanotto");
    static final UnitId HOME = new UnitId("kotihoito");
    static final List<UnitId> UNITS = List.of(WARD, CLINIC, HOME);

    static final PersonId AINO = new PersonId("aino");
    static final PersonId BO = new PersonId("bo");
    static final PersonId COLLEAGUE = new PersonId("kollega");
    static final PersonId SUBSTITUTE = new PersonId("sijainen");
    static final PersonId QUALITY = new PersonId("laatu");
    static final PersonId LEADER = new PersonId("johtaja");
    static final PersonId COLLECTOR = new PersonId("keraaja");
    static final List<PersonId> PEOPLE = List.of(AINO, BO, COLLEAGUE, SUBSTITUTE, QUALITY, LEADER, COLLECTOR);

    static final List<ThemeId> THEMES =
            List.of(new ThemeId("jonottaminen"), new ThemeId("kohtelu"), new ThemeId("tiedonkulku"));

    /** A form that asks for nothing but words. */
    static final String FORM = "lyhyt";

    /** The first day of the grants that are there from the beginning. */
    static final LocalDate BEGAN = LocalDate.of(2026, 1, 1);

    static final List<Grant> GRANTS = List.of(
            grant(COLLEAGUE, Role.HANDLER, WARD, null),
            grant(BO, Role.HANDLER, HOME, null),
            grant(QUALITY, Role.QUALITY, ALL, null),
            grant(LEADER, Role.LEADER, ALL, null),
            grant(COLLECTOR, Role.COLLECTOR, WARD, null));

    private County() {}

    static void settle(Backend backend) {
        backend.directory()
                .put(
                        PEOPLE.stream().map(County::person).toList(),
                        List.of(
                                unit(ALL, responsible(ALL), null),
                                unit(WARD, responsible(WARD), null),
                                unit(CLINIC, responsible(CLINIC), null),
                                unit(HOME, responsible(HOME), null)),
                        GRANTS,
                        List.of());
        for (PersonId each : PEOPLE) {
            backend.accounts().put(each, each.value(), PASSWORD);
        }
        backend.forms()
                .add(new Form(
                        FORM,
                        "1",
                        "https://vastine.example/fhir/Questionnaire/lyhyt",
                        BEGAN,
                        null,
                        Audience.ADULT,
                        names("Lyhyt"),
                        List.of(),
                        List.of(new FormItem(
                                "sana",
                                null,
                                names("Mitä haluat sanoa?"),
                                null,
                                null,
                                List.of(),
                                FormItem.Join.ALL,
                                new ItemKind.Comment())),
                        List.of()));
        backend.filling()
                .put(new Reference(
                        List.of(),
                        List.of(),
                        THEMES.stream()
                                .map(theme -> new Theme(theme, names(theme.value())))
                                .toList(),
                        List.of(),
                        List.of(new DueRule("lupaus", 1, 7, null, null, null, BEGAN))));
    }

    static Grant grant(PersonId person, Role role, UnitId unit, @Nullable LocalDate to) {
        return new Grant(person, role, unit, BEGAN, to);
    }

    /** A unit as it is from the beginning, or until a day. */
    static Unit unit(UnitId id, @Nullable PersonId responsible, @Nullable LocalDate until) {
        return id.equals(ALL)
                ? new Unit(id, null, 1, names(id.value()), responsible, until)
                : below(ALL, id, responsible, until);
    }

    /** A unit below another one. */
    static Unit below(UnitId parent, UnitId id, @Nullable PersonId responsible, @Nullable LocalDate until) {
        return new Unit(id, parent, parent.equals(ALL) ? 2 : 3, names(id.value()), responsible, until);
    }

    /** Who answers for a unit; nobody for home care, which a handler of another unit has a grant for. */
    static @Nullable PersonId responsible(UnitId unit) {
        if (unit.equals(WARD)) {
            return AINO;
        }
        return unit.equals(CLINIC) ? BO : null;
    }

    private static Person person(PersonId id) {
        return new Person(id, id.value(), null);
    }

    private static Names names(String name) {
        return new Names(name, name, name);
    }
}
