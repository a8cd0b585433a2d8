package fi.vastine.simulation.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.command.Command;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {
    private static final long IN_MEMORY = 300;
    private static final long ON_FILES = 20;

    @Test
    void nothingIsLostAndNothingIsSentTwice() throws Exception {
        Seeds.Result result = Seeds.run(1, IN_MEMORY, () -> Trial.inMemory(Site.inMemory(), Breakage.NONE));

        assertThat(result.broken()).as(report(result)).isEmpty();
        assertThat(result.ran()).isEqualTo(IN_MEMORY);
    }

    @Test
    void soItIsOnRealFiles(@TempDir Path folder) throws Exception {
        var sites = new AtomicInteger();

        Seeds.Result result =
                Seeds.run(1_000_000, ON_FILES, () -> Trial.onFiles(folder.resolve("site-" + sites.incrementAndGet())));

        assertThat(result.broken()).as(report(result)).isEmpty();
        assertThat(result.ran()).isEqualTo(ON_FILES);
    }

    @Test
    void aSeedTellsTheSameStoryEachTime() {
        try (Site site = Site.inMemory()) {
            Trial trial = Trial.inMemory(site, Breakage.NONE);

            assertThat(trial.of(Planner.of(7)).story())
                    .isEqualTo(trial.of(Planner.of(7)).story());
        }
    }

    @Test
    void everyKindOfCommandIsMade() {
        List<Class<?>> made = Arrays.stream(Doing.values())
                .map(Doing::command)
                .flatMap(Optional::stream)
                .<Class<?>>map(each -> each)
                .toList();

        assertThat(Command.class.getPermittedSubclasses())
                .filteredOn(each -> each != Command.Voided.class)
                .containsExactlyInAnyOrderElementsOf(made);
    }

    private static String report(Seeds.Result result) {
        return result.broken().map(Verdict::report).orElse("all is well");
    }
}
