package fi.vastine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A main class run in a Java machine of its own, in which nothing is compiled or cached yet.
 *
 * <p>It prints what it measured, {@code name value} a line, and has the same class path and options as this machine.
 *
 * @param options of the Java machine, besides
 */
record ColdStart(Class<?> main, List<String> options) {
    ColdStart(Class<?> main) {
        this(main, List.of());
    }

    /** Runs it; throws {@link IllegalStateException} if it ends with an error or does not tell the figure asked for. */
    Map<String, Double> run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        Map<String, Double> told = new HashMap<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                told.put(words[0], Double.valueOf(words[1]));
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " ended with " + process.exitValue());
        }
        return told;
    }

    /** Starts it, to be talked with. */
    Process start(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
