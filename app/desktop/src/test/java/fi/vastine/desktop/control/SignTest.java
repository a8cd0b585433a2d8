package fi.vastine.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignTest {
    @Test
    void eachChannelAndEachKindHasASignOfItsOwn() {
        assertThat(Stream.concat(
                        Stream.of(Channel.values()).map(Sign::of),
                        Stream.of(FeedbackKind.values()).map(Sign::of)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(Sign.values());
    }

    @Test
    void aSignIsReadFromItsSmallMasterWithAllItsPaths() {
        assertThat(Sign.values()).allSatisfy(sign -> {
            assertThat(sign.master().side()).isEqualTo(16);
            assertThat(sign.master().pen()).isEqualTo(1.5);
            assertThat(sign.master().lines()).startsWith("M");
        });
        assertThat(Sign.DEVICE.master().lines().split("M", -1))
                .as("panel, smile, pole, foot")
                .hasSize(5);
        assertThat(Sign.DEVICE.master().dots().split("M", -1)).as("two eyes").hasSize(3);
    }
}
