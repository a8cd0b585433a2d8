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
        return new Plan(seed, cast, steps);
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
            return new Step.Act(laptop(), any(Doing.values()), random.nextLong());
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
            case 4 -> new Step.RestoreBackup();
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
