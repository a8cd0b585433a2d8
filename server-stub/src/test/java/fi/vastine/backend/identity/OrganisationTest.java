package fi.vastine.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganisationTest {
    private static final LocalDate MIDSUMMER = LocalDate.of(2026, 6, 20);
    private static final LocalDate JULY_1 = LocalDate.of(2026, 7, 1);
    private static final LocalDate JULY_10 = LocalDate.of(2026, 7, 10);
    private static final LocalDate JULY_20 = LocalDate.of(2026, 7, 20);
    private static final LocalDate JULY_31 = LocalDate.of(2026, 7, 31);

    private static final UnitId COUNTY = new UnitId("county");
    private static final UnitId CARE = new UnitId("care");
    private static final UnitId WARD = new UnitId("ward");
    private static final UnitId CLINIC = new UnitId("clinic");

    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BERTTA = new PersonId("bertta");
    private static final PersonId CELIA = new PersonId("celia");

    private static final List<Unit> UNITS = List.of(
            unit(COUNTY, null, null), unit(CARE, COUNTY, null), unit(WARD, CARE, ANNA), unit(CLINIC, CARE, null));

    @Test
    void aGrantOnABranchReachesEveryUnitBelowAndNoneBeside() {
        var organisation = with(List.of(grant(BERTTA, Role.HANDLER, CARE, JULY_1, null)), List.of());

        Access access = organisation.access(BERTTA, JULY_10);

        assertThat(access.handled()).containsOnlyKeys(CARE, WARD, CLINIC);
        assertThat(access.roles()).containsExactly(Role.HANDLER);
    }

    @Test
    void aGrantHoldsFromItsFirstDayThroughItsLast() {
        var organisation = with(List.of(grant(BERTTA, Role.HANDLER, CLINIC, JULY_1, JULY_10)), List.of());

        assertThat(organisation.access(BERTTA, JULY_1.minusDays(1)).mayRead(CLINIC))
                .isFalse();
        assertThat(organisation.access(BERTTA, JULY_1).mayHandle(CLINIC)).isTrue();
        assertThat(organisation.access(BERTTA, JULY_10).handled()).containsEntry(CLINIC, JULY_10);
        assertThat(organisation.access(BERTTA, JULY_10.plusDays(1)).mayRead(CLINIC))
                .isFalse();
    }

    @Test
    void grantsThatFollowOnEachOtherHaveOneEnd() {
        var organisation = with(
                List.of(
                        grant(BERTTA, Role.HANDLER, CLINIC, JULY_1, JULY_10),
                        grant(BERTTA, Role.HANDLER, CLINIC, JULY_10.plusDays(1), JULY_20),
                        grant(BERTTA, Role.HANDLER, CLINIC, JULY_20.plusDays(2), JULY_31)),
                List.of());

        assertThat(organisation.access(BERTTA, JULY_1).handled()).containsEntry(CLINIC, JULY_20);
    }

    @Test
    void aLeaderReadsABranchAndHandlesNothing() {
        var organisation = with(List.of(grant(CELIA, Role.LEADER, CARE, JULY_1, null)), List.of());

        Access access = organisation.access(CELIA, JULY_10);

        assertThat(access.mayRead(WARD)).isTrue();
        assertThat(access.handled()).isEmpty();
        assertThat(access.roles()).containsExactly(Role.LEADER);
    }

    @Test
    void theQualityTeamHandlesEveryUnitAndWhatWaitsForTriage() {
        var organisation = with(List.of(grant(CELIA, Role.QUALITY, COUNTY, JULY_1, null)), List.of());

        assertThat(organisation.access(CELIA, JULY_10).handled())
                .containsOnlyKeys(COUNTY, CARE, WARD, CLINIC, UnitId.TRIAGE);
    }

    @Test
    void collectorsAndAdministratorsReadNothing() {
        var organisation = with(
                List.of(
                        grant(BERTTA, Role.COLLECTOR, COUNTY, JULY_1, null),
                        grant(BERTTA, Role.ADMIN, COUNTY, JULY_1, null)),
                List.of());

        Access access = organisation.access(BERTTA, JULY_10);

        assertThat(access.read()).isEmpty();
        assertThat(access.enters()).containsExactlyInAnyOrder(COUNTY, CARE, WARD, CLINIC);
        assertThat(access.roles()).containsExactlyInAnyOrder(Role.COLLECTOR, Role.ADMIN);
    }

    @Test
    void whoAnswersForAUnitHandlesItWithoutAnotherGrant() {
        assertThat(with(List.of(), List.of()).access(ANNA, JULY_1).handled()).containsOnlyKeys(WARD);
    }

    @Test
    void aSubstituteHasTheUnitWhileThePersonIsAwayAndNoLonger() {
        var organisation = with(List.of(), List.of(new Substitution(ANNA, BERTTA, JULY_1, JULY_20)));

        assertThat(organisation.access(BERTTA, MIDSUMMER).mayRead(WARD)).isFalse();
        assertThat(organisation.access(BERTTA, JULY_1).handled()).containsEntry(WARD, JULY_20);
        assertThat(organisation.access(BERTTA, JULY_1).roles()).containsExactly(Role.HANDLER);
        assertThat(organisation.access(BERTTA, JULY_20.plusDays(1)).mayRead(WARD))
                .isFalse();
        assertThat(organisation.access(ANNA, JULY_10).mayHandle(WARD)).isTrue();
    }

    @Test
    void aChainOfSubstitutesIsFollowedWhileAllOfItHolds() {
        var organisation = with(
                List.of(),
                List.of(
                        new Substitution(ANNA, BERTTA, JULY_1, JULY_31),
                        new Substitution(BERTTA, CELIA, JULY_10, JULY_20)));

        assertThat(organisation.responsible(WARD, MIDSUMMER)).contains(ANNA);
        assertThat(organisation.responsible(WARD, JULY_1)).contains(BERTTA);
        assertThat(organisation.responsible(WARD, JULY_10)).contains(CELIA);
        assertThat(organisation.responsible(WARD, JULY_31)).contains(BERTTA);
        assertThat(organisation.access(CELIA, JULY_10).handled()).containsEntry(WARD, JULY_20);
        assertThat(organisation.access(CELIA, JULY_20.plusDays(1)).mayRead(WARD))
                .isFalse();
    }

    @Test
    void aUnitWithoutAResponsiblePersonHasNobodyAnswering() {
        assertThat(with(List.of(), List.of()).responsible(CLINIC, JULY_1)).isEmpty();
        assertThat(with(List.of(), List.of()).responsible(new UnitId("no-such"), JULY_1))
                .isEmpty();
    }

    @Test
    void aCircleOfSubstitutesIsSeenOnlyWhereItsDatesMeet() {
        var organisation = with(
                List.of(),
                List.of(
                        new Substitution(ANNA, BERTTA, JULY_1, JULY_10),
                        new Substitution(BERTTA, CELIA, JULY_10, JULY_20)));

        assertThat(organisation.wouldCircle(new Substitution(CELIA, ANNA, JULY_10, JULY_31)))
                .isTrue();
        assertThat(organisation.wouldCircle(new Substitution(CELIA, ANNA, JULY_10.plusDays(1), JULY_31)))
                .isFalse();
        assertThat(organisation.wouldCircle(new Substitution(ANNA, ANNA, JULY_1, JULY_1)))
                .isTrue();
    }

    @Test
    void aUnitExistsThroughItsLastDay() {
        var closed = new Unit(WARD, null, 3, new Names("Osasto", "Avdelning", "Ward"), null, JULY_10);
        var organisation = new Organisation(List.of(closed), List.of(), List.of(), List.of());

        assertThat(organisation.exists(WARD, JULY_10)).isTrue();
        assertThat(organisation.exists(WARD, JULY_10.plusDays(1))).isFalse();
        assertThat(organisation.exists(CLINIC, JULY_10)).isFalse();
    }

    @Test
    void whoCollectsWhereIsToldWithThePersonAndNoOtherRoleIs() {
        var organisation = with(
                List.of(
                        grant(CELIA, Role.COLLECTOR, WARD, JULY_1, JULY_31),
                        grant(CELIA, Role.HANDLER, CLINIC, JULY_1, null),
                        grant(ANNA, Role.HANDLER, WARD, JULY_1, null)),
                List.of());

        assertThat(organisation.person(CELIA).orElseThrow().collects())
                .containsExactly(new Person.Collecting(WARD, JULY_1, JULY_31));
        assertThat(organisation.person(ANNA).orElseThrow().collects()).isEmpty();
    }

    private static Organisation with(List<Grant> grants, List<Substitution> substitutions) {
        var people = List.of(
                new Person(ANNA, "Anna Aalto", "osastonhoitaja"),
                new Person(BERTTA, "Bertta Berg", "apulaisosastonhoitaja"),
                new Person(CELIA, "Celia Niemi", null));
        return new Organisation(UNITS, people, grants, substitutions);
    }

    private static Unit unit(UnitId id, @Nullable UnitId parent, @Nullable PersonId responsible) {
        return new Unit(id, parent, 1, new Names(id.value(), id.value(), id.value()), responsible, null);
    }

    private static Grant grant(PersonId person, Role role, UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return new Grant(person, role, unit, from, to);
    }
}
