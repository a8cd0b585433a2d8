package fi.vastine.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures and prints: {@code BenchMain <folder> [figure]}.
 *
 * <p>One line a figure on standard output, and all of them as {@code figures.json} in the folder. With {@code -Dvastine.commit} they
 * are added to {@code history.jsonl}, and the newest of each are drawn as {@code figures.svg}, where this is started. Exit code 1 if
 * a scenario did not do what was to be measured; the others are measured all the same.
 */
public final class BenchMain {
    private static final Logger LOG = LoggerFactory.getLogger(BenchMain.class);
    private static final List<Scenario> SCENARIOS = List.of(
            new FirstPull(),
            new FirstInbox(),
            new Starts(),
            new FxStall(),
            new EmptyPoll(),
            new ChangeAcross(),
            new Flush(),
            new Lists(),
            new Bedside(),
            new OfflineDay(),
            new Intake());

    private BenchMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String wanted = arguments.length > 1 ? arguments[1].strip() : "";
        var figures = new ArrayList<Figure>();
        int failed = 0;
        try (var workshop = new Workshop(folder, Clock.systemUTC())) {
            for (Scenario scenario : SCENARIOS) {
                if (scenario.names().stream().anyMatch(name -> name.startsWith(wanted) || wanted.startsWith(name))) {
                    failed += measure(scenario, workshop, figures, System.out);
                }
            }
        }
        new JsonMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("figures.json").toFile(), figures);
        Reach.ABSENT.stream()
                .filter(name -> name.startsWith(wanted))
                .forEach(name -> System.out.println("figure " + name + " absent"));
        String commit = System.getProperty("vastine.commit", "").strip();
        if (!commit.isEmpty()) {
            var history = new History(Path.of("history.jsonl"));
            history.add(LocalDate.now(ZoneOffset.UTC), commit, figures);
            Files.writeString(Path.of("figures.svg"), Chart.of(history.newest()));
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private static int measure(Scenario scenario, Workshop workshop, List<Figure> figures, PrintStream out)
            throws InterruptedException {
        try {
            List<Figure> measured = scenario.measure(workshop);
            measured.forEach(figure -> out.println(figure.line()));
            figures.addAll(measured);
            return 0;
        } catch (IOException | IllegalStateException e) {
            LOG.error("Not measured: {}", scenario.names(), e);
            return 1;
        }
    }
}
