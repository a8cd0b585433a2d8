package fi.vastine.simulation.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** As many seeds as there is time for: {@code mvn -Psoak -Dseeds=20000 -Dfirst.seed=1 verify}. */
class Soak {
    @Test
    void soManySeeds() throws Exception {
        long first = Long.getLong("first.seed", 1);
        long count = Long.getLong("seeds", 20_000);
        long began = System.nanoTime();

        Seeds.Result result = Seeds.run(first, count, () -> Trial.inMemory(Site.inMemory(), Breakage.NONE));

        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("%d seeds ran from seed %d in %d s%n", result.ran(), first, took.toSeconds());
        result.broken().ifPresent(verdict -> System.out.println(verdict.report()));
        assertThat(result.broken())
                .as("the first seed that broke a promise is above")
                .isEmpty();
    }
}
