package fi.vastine.backend.identity;

import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.store.OrganisationStore;
import fi.vastine.backend.store.ScopeVersions;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.ProgramNotice;
import fi.vastine.contract.wire.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The organisation as it is today, kept in memory, and the scope each person has in it. Thread-safe.
 *
 * <p>A change made through this backend is seen at once, one made through another backend on the same database within a
 * second.
 */
public final class Directory {
    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final OrganisationStore store;
    private final ScopeVersions versions;
    private final InstantSource clock;
    private final int leaseDays;
    private final Supplier<Optional<ProgramNotice>> program;
    private volatile Kept kept;

    /**
     * Reads the organisation.
     *
     * @param leaseDays for how many days laptops may show cases without having heard from here
     * @param program which version of the program is wanted now
     */
    public Directory(
            OrganisationStore store,
            ScopeVersions versions,
            InstantSource clock,
            int leaseDays,
            Supplier<Optional<ProgramNotice>> program) {
        this.leaseDays = leaseDays;
        this.program = program;
        this.store = store;
        this.versions = versions;
        this.clock = clock;
        this.kept = load();
    }

    private record Kept(long version, Instant checked, Organisation organisation, Map<Asked, Scope> scopes) {
        Kept checkedAt(Instant at) {
            return new Kept(version, at, organisation, scopes);
        }
    }

    private record Asked(PersonId person, LocalDate day, Optional<ProgramNotice> program) {}

    /** The organisation now. */
    public Organisation organisation() {
        return current().organisation();
    }

    /** Today in Europe/Helsinki, the day that grants and substitutions go by. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DueDates.ZONE);
    }

    /** What a person may do today. */
    public Access access(PersonId person) {
        return organisation().access(person, today());
    }

    /** Lets somebody pass who has the role today; throws {@link HttpProblem} with {@code FORBIDDEN} for others. */
    public void require(Role role, SignedIn who) {
        if (!access(who.person()).roles().contains(role)) {
            throw HttpProblem.forbidden("The role is needed: " + role.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    /** What a person may see today; its version grows when it is another than when this was last asked. */
    public Scope scope(PersonId person) {
        Kept now = current();
        LocalDate day = today();
        return now.scopes()
                .computeIfAbsent(
                        new Asked(person, day, program.get()),
                        asked -> scope(now.organisation(), person, day, asked.program()));
    }

    /** Adds to the organisation, or puts in the place of what has the same key; all or nothing. */
    public synchronized void put(
            Collection<Person> people,
            Collection<Unit> units,
            Collection<Grant> grants,
            Collection<Substitution> substitutions) {
        store.put(people, units, grants, substitutions);
        kept = load();
    }

    /**
     * Lets somebody stand in for a person who is away.
     *
     * @throws IllegalArgumentException when it would end before it begins, or make a circle of substitutes
     */
    public synchronized void substitute(Substitution added) {
        if (added.to().isBefore(added.from())) {
            throw new IllegalArgumentException("The last day is before the first.");
        }
        if (load().organisation().wouldCircle(added)) {
            throw new IllegalArgumentException("The substitutes would stand in for each other in a circle.");
        }
        put(List.of(), List.of(), List.of(), List.of(added));
    }

    private Kept current() {
        Instant at = clock.instant();
        Kept now = kept;
        return isTrusted(now, at) ? now : checked(at);
    }

    /** One asks the database; who waited for that finds it asked, so that many at once do not ask one after the other. */
    private synchronized Kept checked(Instant at) {
        if (!isTrusted(kept, at)) {
            kept = store.version() == kept.version() ? kept.checkedAt(at) : load();
        }
        return kept;
    }

    private static boolean isTrusted(Kept held, Instant at) {
        return held.checked().plus(TRUSTED).isAfter(at);
    }

    private Kept load() {
        OrganisationStore.Contents all = store.read();
        return new Kept(
                all.version(),
                clock.instant(),
                new Organisation(all.units(), all.people(), all.grants(), all.substitutions()),
                new ConcurrentHashMap<>());
    }

    private Scope scope(Organisation organisation, PersonId person, LocalDate day, Optional<ProgramNotice> wanted) {
        Access access = organisation.access(person, day);
        Map<UnitId, LocalDate> until = new TreeMap<>(access.read());
        until.values().removeIf(LocalDate.MAX::equals);
        List<UnitId> units = List.copyOf(access.read().keySet());
        List<Role> roles = List.copyOf(access.roles());
        List<UnitId> enters = List.copyOf(access.enters());
        ProgramNotice notice = wanted.orElse(null);
        Scope unnumbered = new Scope(0, units, until, roles, enters, leaseDays, notice);
        String fingerprint = Tokens.hash(unnumbered.units() + "|" + until + "|" + unnumbered.roles() + "|"
                + unnumbered.enters() + "|" + leaseDays + (notice == null ? "" : "|" + notice));
        return new Scope(versions.versionOf(person, fingerprint), units, until, roles, enters, leaseDays, notice);
    }
}
