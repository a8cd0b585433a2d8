package fi.vastine.bench;

import fi.vastine.backend.county.DemoAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The program started on what the laptop holds, in the morning and after a crash, beside an empty window started the same way. */
final class Starts implements Scenario {
    private static final int RUNS = 7;
    private static final int KILLS = 5;
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final Duration WATCHED = Duration.ofMinutes(1);
    private static final ColdStart PROGRAM = new ColdStart(StartMain.class);
    private static final ColdStart EMPTY = new ColdStart(EmptyWindowMain.class);

    private final Runs inbox = new Runs();
    private final Runs empty = new Runs();
    private final Runs ratio = new Runs();
    private final Runs killed = new Runs();

    @Override
    public List<String> names() {
        return List.of("start", "idle.cpu", "open.after-kill");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        String folder = workshop.programFolder("morning").toString();
        for (int run = 0; run <= RUNS; run++) {
            double least = millis(EMPTY);
            double whole = millis(PROGRAM, folder);
            if (run > 0) {
                empty.add(least);
                inbox.add(whole);
                ratio.add(whole / least);
            }
        }
        for (int run = 0; run < KILLS; run++) {
            killed.add(afterKill(workshop));
        }
        Idle window = idle(EMPTY);
        Idle program = idle(PROGRAM, folder);
        return List.of(
                inbox.median("start.inbox", "ms"),
                empty.median("start.inbox.empty-window", "ms"),
                ratio.median("start.inbox.ratio", "1"),
                killed.median("open.after-kill", "ms"),
                Figure.once("start.memory", program.megabytes(), "MB"),
                Figure.once("start.memory.empty-window", window.megabytes(), "MB"),
                Figure.once("idle.cpu", program.processorSeconds(), "s"),
                Figure.once("idle.cpu.empty-window", window.processorSeconds(), "s"));
    }

    private static double millis(ColdStart program, String... arguments) throws IOException {
        try (var started = StartedProgram.await(program, arguments)) {
            return started.millis();
        }
    }

    /** Kills a new laptop in its first download, as soon as it shows cases, and starts it again. */
    private static double afterKill(Workshop workshop) throws IOException {
        DemoAccount account = workshop.quality();
        Path folder = workshop.emptyFolder("killed");
        Process process = new ColdStart(FirstInboxMain.class)
                .start(folder.toString(), workshop.backend().toString(), account.user(), account.password());
        try (BufferedReader lines = process.inputReader()) {
            if (lines.readLine() == null) {
                throw new IllegalStateException("The new laptop came to show nothing");
            }
        }
        process.destroyForcibly().onExit().join();
        return millis(PROGRAM, folder.toString());
    }

    /** What a program holds, and what it takes of the processor in a minute, when nobody does anything. */
    private record Idle(double megabytes, double processorSeconds) {}

    private static Idle idle(ColdStart program, String... arguments) throws IOException, InterruptedException {
        try (var started = StartedProgram.await(program, arguments)) {
            Thread.sleep(SETTLED);
            double before = started.processorSeconds();
            double megabytes = started.megabytes();
            Thread.sleep(WATCHED);
            return new Idle(megabytes, started.processorSeconds() - before);
        }
    }
}
