package fi.vastine.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.OrganisationStore;
import fi.vastine.backend.store.ScopeVersions;
import fi.vastine.backend.store.TestDatabase;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DirectoryTest {
    private final TestDatabase kind;
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BERTTA = new PersonId("bertta");
    private static final UnitId WARD = new UnitId("ward");
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private final TestClock clock = new TestClock(Instant.parse("2026-07-01T06:00:00Z"));
    private Database database;
    private Directory directory;

    DirectoryTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        database = kind.open(folder);
        directory = newDirectory();
        directory.put(
                List.of(new Person(ANNA, "Anna Aalto", "osastonhoitaja"), new Person(BERTTA, "Bertta Berg", null)),
                List.of(new Unit(WARD, null, 1, new Names("Osasto 3", "Avdelning 3", "Ward 3"), ANNA, null)),
                List.of(),
                List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theScopeKeepsItsVersionWhileNothingChangesEvenOverARestart() {
        long before = directory.scope(ANNA).version();

        clock.pass(Duration.ofDays(3));

        assertThat(directory.scope(ANNA).version()).isEqualTo(before);
        assertThat(newDirectory().scope(ANNA).version()).isEqualTo(before);
    }

    @Test
    void theScopeVersionGrowsWithASubstitutionAndWithItsEnd() {
        long before = directory.scope(BERTTA).version();

        directory.substitute(new Substitution(ANNA, BERTTA, TODAY, TODAY.plusDays(2)));
        var during = directory.scope(BERTTA);
        clock.pass(Duration.ofDays(3));
        var after = directory.scope(BERTTA);

        assertThat(during.units()).containsExactly(WARD);
        assertThat(during.until()).containsEntry(WARD, TODAY.plusDays(2));
        assertThat(during.version()).isGreaterThan(before);
        assertThat(after.units()).isEmpty();
        assertThat(after.version()).isGreaterThan(during.version());
    }

    @Test
    void theDayChangesAtMidnightInHelsinki() {
        directory.substitute(new Substitution(ANNA, BERTTA, TODAY, TODAY));

        clock.pass(Duration.ofHours(14).plusMinutes(59));
        assertThat(directory.scope(BERTTA).units()).containsExactly(WARD);

        clock.pass(Duration.ofMinutes(1));
        assertThat(directory.scope(BERTTA).units()).isEmpty();
    }

    @Test
    void aChangeMadeThroughAnotherBackendIsSeenWithinASecond() {
        newDirectory()
                .put(List.of(), List.of(), List.of(new Grant(BERTTA, Role.HANDLER, WARD, TODAY, null)), List.of());

        clock.pass(Duration.ofSeconds(1));

        assertThat(directory.access(BERTTA).mayHandle(WARD)).isTrue();
    }

    @Test
    void substitutesInACircleAreRefused() {
        directory.substitute(new Substitution(ANNA, BERTTA, TODAY, TODAY.plusDays(5)));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        directory.substitute(new Substitution(BERTTA, ANNA, TODAY.plusDays(5), TODAY.plusDays(9))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        directory.substitute(new Substitution(BERTTA, ANNA, TODAY.plusDays(9), TODAY.plusDays(8))));
    }

    @Test
    void aUnitMayComeBeforeItsParentAndBeRenamedLater() {
        UnitId above = new UnitId("above");
        var names = new Names("Uusi", "Ny", "New");
        directory.put(
                List.of(),
                List.of(new Unit(WARD, above, 2, names, BERTTA, null), new Unit(above, null, 1, names, null, null)),
                List.of(),
                List.of());

        assertThat(directory.organisation().unit(WARD)).hasValueSatisfying(unit -> {
            assertThat(unit.name()).isEqualTo(names);
            assertThat(unit.parent()).isEqualTo(above);
            assertThat(unit.responsible()).isEqualTo(BERTTA);
        });
    }

    private Directory newDirectory() {
        return new Directory(
                new OrganisationStore(database.jdbi()), new ScopeVersions(database.jdbi()), clock, 14, Optional::empty);
    }
}
