package fi.vastine.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What several runs of one scenario measured; not thread safe. */
final class Runs {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** The figure by its median. */
    Figure median(String name, String unit) {
        return percentile(name, unit, 50);
    }

    /** The figure by a percentile from 0 to 100: the smallest value that so many per cent do not exceed. */
    Figure percentile(String name, String unit, double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Figure(name, at(sorted, percent), unit, sorted.size(), sorted.getFirst(), Collections.max(sorted));
    }

    private static double at(List<Double> sorted, double percent) {
        int middle = sorted.size() / 2;
        if (percent == 50 && sorted.size() % 2 == 0) {
            return (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
