package fi.vastine.backend.county;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.PersonId;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Järvilaakson hyvinvointialue, a wellbeing services county that is not there.
 *
 * <p>The same seed, size and day give the same county to the last byte. Feedback covers the eighteen months up to
 * midnight before the day, in Europe/Helsinki. Immutable and thread safe.
 */
public final class County {
    /** How many cases the demo has unless told otherwise. */
    public static final int DEFAULT_SIZE = 12_000;

    private static final int SMALLEST = 200;
    private static final int MONTHS = 18;
    private static final UnitId SHOWN = new UnitId("u-osasto-2-lehtola");
    private static final PersonId SECOND_PAIR_OF_EYES = new PersonId("noora.lindqvist");

    private final long seed;
    private final int size;
    private final LocalDate today;
    private final LocalDate begins;
    private final CountyFiles files = new CountyFiles();
    private final WorkingDays days = WorkingDays.finnish();
    private final Rhythm rhythm = new Rhythm(days);
    private final Comments comments = new Comments(files);
    private final Organisation organisation;

    /**
     * Invents the county.
     *
     * @param size how many cases, 200 or more
     * @param today the day on which its people come to work and find it so, in Europe/Helsinki
     */
    public County(long seed, int size, LocalDate today) {
        if (size < SMALLEST) {
            throw new IllegalArgumentException("a county has at least " + SMALLEST + " cases");
        }
        this.seed = seed;
        this.size = size;
        this.today = today;
        this.begins = today.minusMonths(MONTHS);
        this.organisation = new Organisation(files, today);
    }

    /** Units, those above before those below. */
    public List<Unit> units() {
        return organisation.units;
    }

    public List<Person> people() {
        return organisation.people;
    }

    public List<Grant> grants() {
        return organisation.grants;
    }

    public List<Substitution> substitutions() {
        return organisation.substitutions;
    }

    public List<Theme> themes() {
        return organisation.themes;
    }

    public List<Template> templates() {
        return organisation.templates;
    }

    public List<DueRule> rules() {
        return organisation.rules;
    }

    /** One that runs and one that is over. */
    public List<Campaign> campaigns() {
        return organisation.campaigns;
    }

    /** The people one can be in the demo: unit manager first, then substitute, collector, quality, leader, admin. */
    public List<DemoAccount> accounts() {
        return organisation.accounts;
    }

    /** How many cases {@link #cases()} gives. */
    public int size() {
        return size;
    }

    /**
     * The cases in the order they came in, with change number 0; each is made when it is asked for, so the stream holds
     * no more than a day of them. Every call begins anew and gives equal cases. To be read by one thread, not in parallel.
     */
    public Stream<FeedbackCase> cases() {
        var random = new SplittableRandom(seed);
        Instant now = today.atStartOfDay(DueDates.ZONE).toInstant();
        Instant began = begins.atStartOfDay(DueDates.ZONE).toInstant();
        List<Place> places = organisation.places;
        var figures = new Figures(files, places, began, random.split());
        var mix = new Mix(files, places, rhythm, begins, today, random.split());
        var arrivals = new Arrivals(organisation, new DueDates(days), figures, new Customers(files));
        var letters = new Letters(files, organisation.templates);
        var handling = new Handling(files, organisation, letters, rhythm, days);
        var inbox = new ManagerInbox(files, comments, arrivals, handling, days, organisation.rules, today);
        Place shown = places.stream()
                .filter(place -> place.id().equals(SHOWN))
                .findFirst()
                .orElseThrow();
        Place triage = triage(organisation.withRole(Role.QUALITY).getFirst());
        List<FeedbackCase> prepared = inbox.cases(shown, triage, SECOND_PAIR_OF_EYES, random.split());
        var maker = new CaseMaker(
                seed,
                mix,
                comments,
                Set.copyOf(inbox.texts()),
                arrivals,
                handling,
                places,
                triage,
                shown.responsible(),
                now);
        return new Chronicle(seed, size, begins, rhythm, mix, maker, prepared).stream();
    }

    private static Place triage(PersonId router) {
        var name = new Names("Ei yksikköä", "Ingen enhet", "No unit");
        return new Place(UnitId.TRIAGE, UnitId.TRIAGE, UnitKind.TRIAGE, name, router);
    }
}
