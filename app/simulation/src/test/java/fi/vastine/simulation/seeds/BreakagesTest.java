package fi.vastine.simulation.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that never fails shows nothing: each mistake the protocol prevents is made once, and has to be noticed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreakagesTest {
    /** As many as {@link SeedsTest} runs in memory: some mistakes need a crash between two certain writes, which is rare. */
    private static final long MOST_SEEDS = 300;

    private final Site site = Site.inMemory();

    @BeforeAll
    void beQuiet() {
        Seeds.beQuiet();
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void isNoticed(Breakages breakage) {
        assertThat(LongStream.rangeClosed(1, MOST_SEEDS)
                        .mapToObj(Planner::of)
                        .map(plan -> Trial.inMemory(site, breakage.make()).of(plan))
                        .anyMatch(verdict -> !verdict.isWell()))
                .as("%s is noticed within %d seeds", breakage, MOST_SEEDS)
                .isTrue();
    }
}
