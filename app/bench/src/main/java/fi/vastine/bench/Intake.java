package fi.vastine.bench;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.county.County;
import fi.vastine.bench.store.GroupCommit;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.core.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A public form posted by 64 browsers at once, each waiting for its receipt; beside it what the database alone can do with
 * the very rows that come of it.
 */
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
        var cpu = new Runs();
        var browsersCpu = new Runs();
        var limit = new Runs();
        var ratio = new Runs();
        Path folder = workshop.emptyFolder("intake");
        Path form = form(workshop, folder);
        try (GroupCommit alone = alone(workshop, folder);
                Backend backend = backend(workshop, folder);
                Browsers browsers = Browsers.open(backend.port(), form, CONNECTIONS)) {
            browsers.post(WARM_UP);
            alone.rate(CONNECTIONS, WARM_UP.toNanos());
            for (int run = 0; run < RUNS; run++) {
                double database = alone.rate(CONNECTIONS, RUN.toNanos());
                long before = cpu();
                Browsers.Posted posted = browsers.post(RUN);
                cpu.add((cpu() - before) / 1e3 / posted.receipts());
                browsersCpu.add(posted.cpuNanos() / 1e3 / posted.receipts());
                limit.add(database);
                taken.add(posted.perSecond());
                ratio.add(posted.perSecond() / database);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return List.of(
                taken.median("server.intake", "1/s"),
                limit.median("server.intake.limit", "1/s"),
                ratio.median("server.intake.ratio", "1"),
                cpu.median("server.intake.cpu", "us"),
                browsersCpu.median("server.intake.browsers-cpu", "us"));
    }

    private static Backend backend(Workshop workshop, Path folder) {
        var settings = BackendSettings.loopback(folder).withFeedbackLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
        Backend backend = new Backend(settings, workshop.clock());
        backend.start();
        return backend;
    }

    /** What the browsers send, in a file; the county is there to route it. */
    private static Path form(Workshop workshop, Path folder) throws IOException {
        County county = workshop.county(SMALL_COUNTY);
        try (Backend backend = new Backend(BackendSettings.loopback(folder), workshop.clock())) {
            Workshop.fill(backend, county);
        }
        FeedbackCase sample = county.cases().findFirst().orElseThrow();
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
        return Files.writeString(workshop.emptyFolder("intake-form").resolve("form.json"), new Json().write(form));
    }

    /** A database of its own, which is to write what one posted form became in the backend's. */
    private static GroupCommit alone(Workshop workshop, Path folder) throws IOException, SQLException {
        try (Backend backend = backend(workshop, folder);
                Browsers one = Browsers.open(
                        backend.port(), workshop.folder("intake-form").resolve("form.json"), 1)) {
            one.post(Duration.ofNanos(1));
        }
        return GroupCommit.ofNewestCase(folder, workshop.emptyFolder("limit"));
    }

    /** The backend's processor time; nothing else is done in this process meanwhile. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
