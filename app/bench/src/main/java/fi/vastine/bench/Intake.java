package fi.vastine.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.county.County;
import fi.vastine.bench.store.GroupCommit;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.core.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A public form posted by 64 browsers at once, each waiting for its receipt; beside it what the database alone can do. */
final class Intake implements Scenario {
    private static final int CONNECTIONS = 64;
    private static final int RUNS = 5;
    private static final int SMALL_COUNTY = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration RUN = Duration.ofSeconds(4);

    @Override
    public List<String> names() {
        return List.of("server.intake");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        var taken = new Runs();
        var limit = new Runs();
        var ratio = new Runs();
        Path folder = workshop.emptyFolder("intake");
        County county = workshop.county(SMALL_COUNTY);
        FeedbackCase sample = county.cases().findFirst().orElseThrow();
        var settings = BackendSettings.loopback(folder).withFeedbackLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
        try (Backend backend = new Backend(settings, workshop.clock())) {
            Workshop.fill(backend, county);
            backend.start();
            byte[] form = form(sample);
            posts(backend.port(), form, WARM_UP);
            limit(workshop, sample);
            for (int run = 0; run < RUNS; run++) {
                double database = limit(workshop, sample);
                double posted = posts(backend.port(), form, RUN);
                limit.add(database);
                taken.add(posted);
                ratio.add(posted / database);
            }
        }
        return List.of(
                taken.median("server.intake", "1/s"),
                limit.median("server.intake.limit", "1/s"),
                ratio.median("server.intake.ratio", "1"));
    }

    /** The county is not being posted to meanwhile, so each has the machine for itself. */
    private static double limit(Workshop workshop, FeedbackCase sample) throws IOException, InterruptedException {
        try {
            return new GroupCommit()
                    .rate(workshop.emptyFolder("limit"), CONNECTIONS, new Json().write(sample), RUN.toNanos());
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static byte[] form(FeedbackCase sample) {
        var form = new fi.vastine.contract.wire.Intake.Form(
                null,
                sample.unit().value(),
                null,
                sample.kind(),
                sample.origin().language(),
                "Kiitos hyvästä hoidosta, mutta odotusaula oli kylmä ja jono pitkä.",
                List.of(),
                9,
                null);
        return new Json().write(form).getBytes(UTF_8);
    }

    /** Receipts a second over that time. */
    private static double posts(int port, byte[] form, Duration time) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                Callable<Long> posting = () -> post(port, form, end);
                counts.add(threads.submit(posting));
            }
            long all = 0;
            for (Future<Long> count : counts) {
                all += count.get();
            }
            return all * 1e9 / (System.nanoTime() - began);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static long post(int port, byte[] form, long end) throws IOException {
        long posted = 0;
        try (var browser = new FormBrowser(port, form)) {
            while (System.nanoTime() < end) {
                browser.post();
                posted++;
            }
        }
        return posted;
    }
}
