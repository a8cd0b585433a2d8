package fi.vastine.backend.county;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.due.DueDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Feedback in the order it came in, made day by day as it is asked for, so that only a day's is in memory. Used once. */
final class Chronicle {
    private final long seed;
    private final LocalDate begins;
    private final int[] counts;
    private final Rhythm rhythm;
    private final Mix mix;
    private final CaseMaker maker;
    private final Map<LocalDate, List<FeedbackCase>> prepared = new HashMap<>();

    Chronicle(
            long seed,
            int size,
            LocalDate begins,
            Rhythm rhythm,
            Mix mix,
            CaseMaker maker,
            List<FeedbackCase> prepared) {
        this.seed = seed;
        this.begins = begins;
        this.counts = mix.spread(size - prepared.size());
        this.rhythm = rhythm;
        this.mix = mix;
        this.maker = maker;
        for (FeedbackCase each : prepared) {
            LocalDate day = LocalDate.ofInstant(each.origin().receivedAt(), DueDates.ZONE);
            this.prepared.computeIfAbsent(day, any -> new ArrayList<>()).add(each);
        }
    }

    Stream<FeedbackCase> stream() {
        return IntStream.range(0, counts.length).boxed().flatMap(day -> of(begins.plusDays(day), counts[day]).stream());
    }

    private List<FeedbackCase> of(LocalDate day, int count) {
        var random = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + day.toEpochDay());
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Channel channel = mix.channel(day, random);
            arrivals.add(new Arrival(channel, rhythm.arrival(channel, day, random)));
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        var cases = new ArrayList<>(prepared.getOrDefault(day, List.of()));
        arrivals.forEach(each -> cases.add(maker.make(each.channel(), each.at(), random)));
        cases.sort(Comparator.comparing(each -> each.origin().receivedAt()));
        return cases;
    }

    private record Arrival(Channel channel, Instant at) {}
}
