package fi.vastine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that was started to be looked at from outside: how long until it drew, what it holds. Not thread safe. */
final class StartedProgram implements AutoCloseable {
    private static final String DRAWN = "drawn";
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final double millis;

    private StartedProgram(Process process, double millis) {
        this.process = process;
        this.millis = millis;
    }

    /** Starts a program and returns when it says that it has drawn; throws {@link IllegalStateException} if it ends before. */
    static StartedProgram await(ColdStart program, String... arguments) throws IOException {
        Stopwatch watch = Stopwatch.started();
        Process process = program.start(arguments);
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(DRAWN)) {
                return new StartedProgram(process, watch.millis());
            }
        }
        throw new IllegalStateException("It ended before it drew anything");
    }

    /** Said by the program itself, which then stays until this end lets it go. */
    static void drawn() throws IOException {
        System.out.println(DRAWN);
        System.in.read();
        System.exit(0);
    }

    /** From before the process was started until it had drawn. */
    double millis() {
        return millis;
    }

    /** The memory that it holds now, in MB. */
    double megabytes() throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        if (!resident.find()) {
            throw new IllegalStateException("This machine does not tell how much memory a process holds");
        }
        return Long.parseLong(resident.group(1)) / 1024.0;
    }

    /** The processor time it has taken so far, in seconds. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
