package fi.vastine.simulation.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a process of its own, what it has said, and its sudden end. */
final class Program {
    private static final int PATIENCE_SECONDS = 120;
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final Thread listener;

    /** Guarded by this object's monitor. */
    private boolean ended;

    private Program(Process process) {
        this.process = process;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    static Program start(Class<?> main, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()),
                        Stream.of(arguments))
                .toList();
        return new Program(new ProcessBuilder(command)
                .redirectError(Path.of("target", main.getSimpleName() + ".err").toFile())
                .start());
    }

    /** Says a line in one piece, at once. */
    static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said so many lines, or has ended. */
    synchronized void awaitLines(int lines) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (said.size() < lines && !ended && System.nanoTime() < end) {
            wait(1_000);
        }
        if (said.size() < lines) {
            throw new AssertionError(
                    "It " + (ended ? "ended" : "stuck") + " having said only " + said.size() + " lines");
        }
    }

    /** Lets it run for a time, whatever it does. */
    void run(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It ended by itself with " + process.exitValue());
        }
    }

    synchronized int lines() {
        return said.size();
    }

    /** As by {@code kill -9}; all that it has said. */
    List<String> kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        listener.join();
        synchronized (this) {
            return List.copyOf(said);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            // It was killed in the middle of a line, which was not said then.
        } finally {
            end();
        }
    }

    private synchronized void heard(String line) {
        said.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
