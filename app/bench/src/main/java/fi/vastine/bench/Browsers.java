package fi.vastine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Browsers in a Java machine of their own, so that what they take of the processors is known apart from the backend. */
final class Browsers implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private Browsers(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    /** What was posted. */
    record Posted(long receipts, long nanos, long cpuNanos) {
        double perSecond() {
            return receipts * 1e9 / nanos;
        }
    }

    static Browsers open(int port, Path form, int connections) throws IOException {
        return new Browsers(new ColdStart(BrowsersMain.class)
                .start(Integer.toString(port), form.toString(), Integer.toString(connections)));
    }

    /** Posts for that long. */
    Posted post(Duration time) throws IOException {
        process.outputWriter().write(time.toNanos() + "\n");
        process.outputWriter().flush();
        String line = said.readLine();
        if (line == null) {
            throw new IOException("the browsers have ended");
        }
        String[] words = line.split(" ", -1);
        return new Posted(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }
}
