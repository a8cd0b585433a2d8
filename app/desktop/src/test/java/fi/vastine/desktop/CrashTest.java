package fi.vastine.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that dies of a fatal error, started as every launcher does, leaves nothing of what was on the screen. */
class CrashTest {
    private static final Path OPTIONS =
            Path.of("src", "main", "jvm", "vastine.jvm").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void aCrashLeavesNoFileBehind() throws IOException, InterruptedException {
        long pid = crash(List.of("@" + OPTIONS), "crash");

        assertThat(left(pid)).isEmpty();
    }

    @Test
    void memoryThatRunsOutLeavesNoFileBehind() throws IOException, InterruptedException {
        long pid = crash(List.of("-XX:+HeapDumpOnOutOfMemoryError", "@" + OPTIONS), "fill");

        assertThat(left(pid)).isEmpty();
    }

    @Test
    void withoutTheOptionsThereWouldBeOne() throws IOException, InterruptedException {
        long pid = crash(List.of(), "crash");

        assertThat(left(pid)).anyMatch(name -> name.startsWith("hs_err"));
    }

    private long crash(List<String> options, String how) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Xmx24m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                CrashTest.class.getName(),
                how));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isNotZero();
        return process.pid();
    }

    /** What lies in the working folder, and what the Java machine puts into the system's own temporary one. */
    private List<String> left(long pid) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(each -> names.add(each.getFileName().toString()));
        }
        Path elsewhere = Path.of("/tmp", "hs_err_pid" + pid + ".log");
        if (Files.exists(elsewhere)) {
            names.add(elsewhere.getFileName().toString());
        }
        return names;
    }

    /** What is started. */
    @SuppressWarnings("restricted") // it is to crash
    public static void main(String[] arguments) {
        if (arguments[0].equals("fill")) {
            byte[][] all = new byte[1 << 10][];
            for (int i = 0; i < all.length; i++) {
                all[i] = new byte[1 << 20];
            }
            throw new IllegalStateException("There was room for " + all.length);
        }
        MemorySegment.ofAddress(16).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
    }
}
