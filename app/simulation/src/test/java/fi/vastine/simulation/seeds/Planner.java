package fi.vastine.simulation.seeds;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.simulation.seeds.Plan.Planned;
import fi.vastine.simulation.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a plan of a seed: mostly work, with troubles in between. */
final class Planner {
    private static final int FEWEST_STEPS = 30;
    private static final int MOST_STEPS = 110;
    private static final int MOST_RARE = 4;
    private static final int MOST_CAMPAIGNS = 5;
    private static final long CAMPAIGNS = 0x5CA1AB1EL;
    private static final int MOST_WITHDRAWALS = 3;
    private static final long WITHDRAWALS = 0x0DDBA11L;

    /** By then there is feedback, and everybody has looked once. */
    private static final int FIRST_RARE = 9;

    private static final Duration SOON = Duration.ofSeconds(7);

    private final long seed;
    private final SplittableRandom random;
    private final List<PersonId> cast = new ArrayList<>();
    private final List<Planned> steps = new ArrayList<>();

    private Planner(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    static Plan of(long seed) {
        return new Planner(seed).plan();
    }

    private Plan plan() {
        int laptops = random.nextInt(3, 6);
        // Two laptops of one person, a colleague of hers, and whoever comes.
        cast.addAll(List.of(County.AINO, County.AINO, any(County.COLLEAGUE, County.QUALITY, County.BO)));
        while (cast.size() < laptops) {
            cast.add(any(County.PEOPLE));
        }
        for (int i = random.nextInt(2, 5); i > 0; i--) {
            add(feedback());
        }
        for (int laptop = 0; laptop < cast.size(); laptop++) {
            add(new Step.Work(laptop, 9));
        }
        int length = random.nextInt(FEWEST_STEPS, MOST_STEPS);
        while (steps.size() < length) {
            add(step());
        }
        addWhatIsRare(new SplittableRandom(~seed));
        addCampaigns(new SplittableRandom(seed ^ CAMPAIGNS));
        addWithdrawals(new SplittableRandom(seed ^ WITHDRAWALS));
        return new Plan(seed, cast, steps);
    }

    /** By rolls of its own, so that the days around it stay as they are. */
    private void addWhatIsRare(SplittableRandom rare) {
        for (int i = rare.nextInt(MOST_RARE + 1); i > 0; i--) {
            int at = rare.nextInt(FIRST_RARE, steps.size());
            switch (rare.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> addRare(at, new Step.Erase(rare.nextLong()));
                case 5 -> addRare(at, new Step.Block(rare.nextInt(cast.size())));
                case 6, 7 -> addRare(at, new Step.Revoke(cast.get(rare.nextInt(cast.size()))));
                case 8, 9 -> addRare(at, merging(rare));
                case 10 -> {
                    int away = rare.nextInt(cast.size());
                    addRare(at, new Step.Disconnect(away));
                    steps.add(at + 1, new Planned(Duration.ofDays(rare.nextInt(13, 18)), new Step.Work(away, 2)));
                }
                default -> {
                    addRare(at, new Step.Backup());
                    addRare(rare.nextInt(at + 1, steps.size() + 1), new Step.RestoreBackup(rare.nextBoolean()));
                }
            }
        }
    }

    private static Step merging(SplittableRandom rare) {
        int unit = rare.nextInt(County.UNITS.size());
        int into = (unit + rare.nextInt(1, County.UNITS.size())) % County.UNITS.size();
        return new Step.MergeUnit(County.UNITS.get(unit), County.UNITS.get(into), rare.nextInt(0, 4));
    }

    /** By rolls of its own too; whoever is at the laptop, as most may not and have to be told so. */
    private void addCampaigns(SplittableRandom rare) {
        for (int i = rare.nextInt(MOST_CAMPAIGNS + 1); i > 0; i--) {
            Doing doing = rare.nextInt(3) == 0 ? Doing.END_CAMPAIGN : Doing.PLAN_CAMPAIGN;
            addRare(
                    rare.nextInt(FIRST_RARE, steps.size()),
                    new Step.Act(rare.nextInt(cast.size()), doing, rare.nextLong()));
        }
    }

    /** By rolls of its own as well: somebody enters something, and later would rather not have. */
    private void addWithdrawals(SplittableRandom rare) {
        for (int i = rare.nextInt(MOST_WITHDRAWALS + 1); i > 0; i--) {
            int laptop = rare.nextInt(cast.size());
            int at = rare.nextInt(FIRST_RARE, steps.size());
            addRare(at, new Step.Act(laptop, Doing.ENTER_FEEDBACK, rare.nextLong()));
            addRare(at + 1, new Step.Work(laptop, rare.nextInt(1, 4)));
            // Most on the same day, before the list is another day's.
            int later = rare.nextInt(at + 2, Math.min(at + 12, steps.size() + 1));
            addRare(later, new Step.Act(laptop, Doing.WITHDRAW_ENTRY, rare.nextLong()));
        }
    }

    private void addRare(int at, Step step) {
        steps.add(at, new Planned(SOON, step));
    }

    private void add(Step step) {
        steps.add(new Planned(pause(), step));
    }

    private Duration pause() {
        return switch (random.nextInt(24)) {
            case 0 -> Duration.ofHours(random.nextInt(1, 20));
            case 1 -> Duration.ofDays(random.nextInt(1, 6));
            case 2, 3, 4 -> Duration.ofMinutes(random.nextInt(1, 40));
            default -> Duration.ofSeconds(random.nextInt(1, 40));
        };
    }

    private Step step() {
        int kind = random.nextInt(100);
        if (kind < 44) {
            return new Step.Act(laptop(), any(Doing.EVERYDAY), random.nextLong());
        }
        if (kind < 71) {
            return new Step.Work(laptop(), random.nextInt(1, 7));
        }
        if (kind < 73) {
            return new Step.Listen(laptop());
        }
        if (kind < 76) {
            return new Step.BackendWorks();
        }
        if (kind < 79) {
            return feedback();
        }
        return kind < 94 ? trouble() : change();
    }

    private Step trouble() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> new Step.Disconnect(laptop());
            case 2, 3 -> new Step.Connect(laptop());
            case 4, 5, 6 ->
                new Step.Disturb(laptop(), random.nextInt(1, 5), any(Wire.Fault.values()), random.nextDouble());
            case 7 -> new Step.DeliverLate(laptop());
            case 8, 9 -> new Step.CrashAt(laptop(), random.nextInt(1, 9), any(Fragile.When.values()));
            case 10 -> new Step.CrashNow(laptop());
            case 11 -> new Step.Restart(laptop());
            case 12 -> new Step.SignIn(laptop());
            default -> new Step.Letter(any(Mailbag.Fate.values()));
        };
    }

    private Step change() {
        return switch (random.nextInt(12)) {
            case 0 -> new Step.TakeImage(laptop());
            case 1, 2 -> new Step.RestoreImage(laptop());
            case 3 -> new Step.Backup();
            case 4 -> new Step.RestoreBackup(false);
            case 5 -> new Step.RestartBackend();
            case 6, 7 -> new Step.Substitute(any(County.AINO, County.BO), person(), random.nextInt(0, 6));
            case 8 -> new Step.EndGrant(person(), random.nextInt(0, 4));
            case 9 -> new Step.GrantAgain(person());
            case 10 -> new Step.EndUnit(unit(), random.nextInt(0, 4));
            default -> new Step.UnitAgain(unit());
        };
    }

    private Step feedback() {
        return new Step.Feedback(unit(), random.nextInt(3) > 0, random.nextInt(4) == 0, random.nextLong());
    }

    private int laptop() {
        return random.nextInt(cast.size());
    }

    private PersonId person() {
        return any(cast);
    }

    private UnitId unit() {
        return any(County.UNITS);
    }

    @SafeVarargs
    private <T> T any(T... some) {
        return some[random.nextInt(some.length)];
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
