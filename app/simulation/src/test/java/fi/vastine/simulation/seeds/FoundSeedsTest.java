package fi.vastine.simulation.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Seeds that broke a promise once, and what they found.
 *
 * <p>A planner that plans otherwise makes other stories of them, so each fault has a test of its own where it was mended, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoundSeedsTest {
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
    @CsvSource({
        "22, a decision made after a reply was sent before it",
        "26, a draft written after a reply went with it",
        "87, a move that waited with a reply took the draft with it",
        "92, what was offered again to a restored backend was not in sight",
        "111, a case that had moved on before it came stayed in the inbox for ever",
        "245, what had been passed was in sight again when a download of a newly granted unit was only half done",
        "258, of an erased case other things waited before and after a start",
        "265, drafts did not come to who began to stand in",
        "272, a reply left twice when the ledger was lost with the database",
        "1533, drafts stayed with a colleague after she had stood in",
        "3943, a command that the case held before its answer came was no longer told to wait when the case had gone",
        "9055, an entry that was not taken left the laptop once the person had seen that",
    })
    void isMended(long seed, String found) {
        Verdict verdict = Trial.inMemory(site, Breakage.NONE).of(Planner.of(seed));

        assertThat(verdict.broken()).as(found + "\n" + verdict.report()).isEmpty();
    }
}
