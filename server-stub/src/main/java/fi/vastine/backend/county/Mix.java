package fi.vastine.backend.county;

import fi.vastine.contract.cases.Channel;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;

/** How much comes in: by channel, by unit, by day. */
final class Mix {
    private final Rhythm rhythm;
    private final LocalDate begins;
    private final int days;
    private final List<Place> places;
    private final Map<Channel, Integer> perMille = new EnumMap<>(Channel.class);
    private final Map<Channel, Integer> textPercent = new EnumMap<>(Channel.class);
    private final Map<Channel, Integer> wishPercent = new EnumMap<>(Channel.class);
    private final Map<Channel, Double> ordinaryDay = new EnumMap<>(Channel.class);
    private final Map<Channel, double[]> unitSums = new EnumMap<>(Channel.class);

    /**
     * Weighs everything out.
     *
     * @param to the day after the last
     */
    Mix(CountyFiles files, List<Place> places, Rhythm rhythm, LocalDate begins, LocalDate to, RandomGenerator random) {
        this.rhythm = rhythm;
        this.begins = begins;
        this.days = Math.toIntExact(to.toEpochDay() - begins.toEpochDay());
        this.places = places;
        for (CSVRecord row : files.table("channels.csv")) {
            Channel channel = Channel.valueOf(row.get("channel"));
            perMille.put(channel, Integer.valueOf(row.get("perMille")));
            textPercent.put(channel, Integer.valueOf(row.get("textPercent")));
            wishPercent.put(channel, Integer.valueOf(row.get("wishPercent")));
        }
        weighUnits(files.table("volumes.csv"), random);
        for (Channel channel : Channel.values()) {
            double sum = 0;
            for (int day = 0; day < days; day++) {
                sum += rhythm.weight(channel, begins.plusDays(day));
            }
            ordinaryDay.put(channel, sum / days);
        }
    }

    private void weighUnits(List<CSVRecord> volumes, RandomGenerator random) {
        double[] sizes = places.stream()
                .mapToDouble(place -> Math.exp(0.5 * random.nextGaussian()))
                .toArray();
        Map<UnitKind, CSVRecord> byKind = new EnumMap<>(UnitKind.class);
        volumes.forEach(row -> byKind.put(UnitKind.valueOf(row.get("kind")), row));
        for (Channel channel : Channel.values()) {
            double[] sums = new double[places.size()];
            double sum = 0;
            for (int i = 0; i < sums.length; i++) {
                CSVRecord row = byKind.get(places.get(i).kind());
                sum += row == null ? 0 : sizes[i] * Integer.parseInt(row.get(channel.name()));
                sums[i] = sum;
            }
            unitSums.put(channel, sums);
        }
    }

    /** How many of so many cases come on each day; together exactly so many. */
    int[] spread(int size) {
        double[] sums = new double[days];
        double sum = 0;
        for (int day = 0; day < days; day++) {
            for (Channel channel : Channel.values()) {
                sum += share(channel, begins.plusDays(day));
            }
            sums[day] = sum;
        }
        int[] counts = new int[days];
        int before = 0;
        for (int day = 0; day < days; day++) {
            int upTo = (int) Math.round(size * (sums[day] / sum));
            counts[day] = upTo - before;
            before = upTo;
        }
        return counts;
    }

    Channel channel(LocalDate day, RandomGenerator random) {
        Channel[] all = Channel.values();
        double[] sums = new double[all.length];
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            sum += share(all[i], day);
            sums[i] = sum;
        }
        return all[chosen(sums, random)];
    }

    Place place(Channel channel, RandomGenerator random) {
        double[] sums = unitSums.get(channel);
        if (sums == null) {
            throw new IllegalStateException("no units for " + channel);
        }
        return places.get(chosen(sums, random));
    }

    boolean hasText(Channel channel, RandomGenerator random) {
        return random.nextInt(100) < textPercent.getOrDefault(channel, 0);
    }

    boolean wishesReply(Channel channel, RandomGenerator random) {
        return random.nextInt(100) < wishPercent.getOrDefault(channel, 0);
    }

    private double share(Channel channel, LocalDate day) {
        return perMille.getOrDefault(channel, 0) * rhythm.weight(channel, day) / ordinaryDay.getOrDefault(channel, 1.0);
    }

    private static int chosen(double[] sums, RandomGenerator random) {
        double at = random.nextDouble() * sums[sums.length - 1];
        int i = 0;
        while (sums[i] <= at) {
            i++;
        }
        return i;
    }
}
