package fi.vastine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void lineSaysTheFigureAndBetweenWhatItLay() {
        assertThat(new Figure("sync.initial", 3812.04, "ms", 5, 3650.5, 4100).line())
                .isEqualTo("figure sync.initial 3812.0 ms n=5 min=3650.5 max=4100.0");
    }

    @Test
    void smallNumbersKeepTheirDecimals() {
        assertThat(new Figure("sync.initial.ratio", 1.1234, "1", 5, 1.1, 9.9996).line())
                .isEqualTo("figure sync.initial.ratio 1.123 1 n=5 min=1.100 max=10.000");
    }
}
