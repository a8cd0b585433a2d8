package fi.vastine.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.identity.TestClock;
import fi.vastine.backend.store.AuditHead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditHeadsTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T07:00:00Z"));
    private AuditHeads heads;

    @BeforeEach
    void open() {
        heads = new AuditHeads(folder.resolve("audit-heads"), clock);
    }

    @Test
    void theFirstIsNotedAtOnceTheNextAfterAnHourAndTheLastWhenTheBackendStops() {
        heads.saw(head(1));
        clock.pass(Duration.ofMinutes(59));
        heads.saw(head(2));
        assertThat(heads.noted()).containsExactly(head(1));

        clock.pass(Duration.ofMinutes(1));
        heads.saw(head(3));
        heads.saw(head(4));
        assertThat(heads.noted()).containsExactly(head(1), head(3));

        heads.close();
        assertThat(new AuditHeads(folder.resolve("audit-heads"), clock).noted())
                .containsExactly(head(1), head(3), head(4));
    }

    @Test
    void anotherHashForANumberThatWasNotedDoesNotTakeItsPlace() {
        heads.saw(head(7));
        clock.pass(Duration.ofHours(1));
        heads.saw(new AuditHead(7, "f".repeat(64)));

        assertThat(heads.noted()).containsExactly(head(7));
    }

    @Test
    void whatWasNotedAfterABackupThatWasRestoredIsSetAsideAndSaid() {
        heads.saw(head(1));
        clock.pass(Duration.ofHours(1));
        heads.saw(head(9));
        heads.restored(head(5));
        clock.pass(Duration.ofHours(1));
        heads.saw(new AuditHead(9, "a".repeat(64)));

        assertThat(heads.noted()).containsExactly(head(1), new AuditHead(9, "a".repeat(64)));
        assertThat(heads.restorations()).containsExactly("2026-11-23T08:00:00Z restored 5");
    }

    @Test
    void aFileThatCannotBeWrittenStopsNothing() throws Exception {
        Files.createDirectory(folder.resolve("audit-heads"));

        heads.saw(head(1));
        Files.delete(folder.resolve("audit-heads"));
        heads.saw(head(2));

        assertThat(heads.noted()).containsExactly(head(2));
    }

    private static AuditHead head(long number) {
        return new AuditHead(number, Long.toString(number).repeat(64).substring(0, 64));
    }
}
