package fi.vastine.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.id.CaseId;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    @Test
    void anotherChangeOrAnotherCaseGivesAnotherShare() {
        var shares = new HashSet<Long>();
        for (int id = 0; id < 200; id++) {
            for (int change = 1; change <= 200; change++) {
                shares.add(Checksum.of(new CaseId(new UUID(7, id)), change));
            }
        }
        assertThat(shares).hasSize(40_000);
    }

    @Test
    void swappedChangesOfTwoCasesAreNoticed() {
        var one = new CaseId(new UUID(7, 1));
        var two = new CaseId(new UUID(7, 2));
        assertThat(Checksum.of(one, 5) + Checksum.of(two, 6)).isNotEqualTo(Checksum.of(one, 6) + Checksum.of(two, 5));
    }
}
