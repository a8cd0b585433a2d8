package fi.vastine.simulation.seeds;

import fi.vastine.contract.id.CaseId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened, a line each, as a person would tell it. */
final class Story {
    private final WorldClock clock;
    private final List<String> lines = new ArrayList<>();
    private final Map<CaseId, String> names = new LinkedHashMap<>();

    Story(WorldClock clock) {
        this.clock = clock;
    }

    void tell(String who, String what) {
        Duration since = Duration.between(County.MORNING, clock.instant());
        lines.add("t+%dd %02d:%02d:%02d  %-9s %s"
                .formatted(
                        since.toDays(), since.toHoursPart(), since.toMinutesPart(), since.toSecondsPart(), who, what));
    }

    /** A short name for a case, the same each time. */
    String name(CaseId id) {
        return names.computeIfAbsent(id, fresh -> "case " + (names.size() + 1));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
