package fi.vastine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RunsTest {

    @Test
    void medianOfAnOddNumberIsTheOneInTheMiddle() {
        assertThat(runs(9, 1, 5).median("f", "ms")).isEqualTo(new Figure("f", 5, "ms", 3, 1, 9));
    }

    @Test
    void medianOfAnEvenNumberIsHalfWayBetweenTheTwoInTheMiddle() {
        assertThat(runs(8, 1, 4, 100).median("f", "ms").value()).isEqualTo(6);
    }

    @Test
    void percentileIsTheSmallestValueThatSoManyDoNotExceed() {
        Runs hundred =
                runs(DoubleStream.iterate(100, value -> value - 1).limit(100).toArray());

        assertThat(hundred.percentile("f", "ms", 99).value()).isEqualTo(99);
        assertThat(hundred.percentile("f", "ms", 99.9).value()).isEqualTo(100);
        assertThat(hundred.percentile("f", "ms", 1).value()).isEqualTo(1);
        assertThat(hundred.percentile("f", "ms", 0).value()).isEqualTo(1);
    }

    @Test
    void oneRunIsAllOfItsPercentiles() {
        assertThat(runs(7).percentile("f", "ms", 99)).isEqualTo(new Figure("f", 7, "ms", 1, 7, 7));
    }

    private static Runs runs(double... values) {
        var runs = new Runs();
        for (double value : values) {
            runs.add(value);
        }
        return runs;
    }
}
