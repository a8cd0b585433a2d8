package fi.vastine.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured at which commit: a file with one run a line, to which the newest is added at the end. */
record History(Path file) {
    private static final JsonMapper JSON = new JsonMapper();

    /** One run; what it did not measure is not in it. */
    record Run(String day, String commit, Map<String, Double> figures) {}

    /**
     * Adds a run.
     *
     * @param commit what was measured, as git names it
     */
    void add(LocalDate day, String commit, List<Figure> figures) throws IOException {
        var values = new LinkedHashMap<String, Double>();
        figures.forEach(figure -> values.put(figure.name(), Math.round(figure.value() * 1000) / 1000.0));
        Files.writeString(
                file,
                JSON.writeValueAsString(new Run(day.toString(), commit, values)) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** All runs, the oldest first; none if there is no file. */
    List<Run> runs() throws IOException {
        var runs = new ArrayList<Run>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                runs.add(JSON.readValue(line, new TypeReference<>() {}));
            }
        }
        return runs;
    }

    /** The newest value of each figure. */
    Map<String, Double> newest() throws IOException {
        var newest = new LinkedHashMap<String, Double>();
        runs().forEach(run -> newest.putAll(run.figures()));
        return newest;
    }
}
