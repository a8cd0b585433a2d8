package fi.vastine.simulation.office;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import java.nio.file.Path;
import java.time.Clock;

/** The backend as a program of its own: answers until it is killed. */
final class BackendProcess {
    private BackendProcess() {}

    public static void main(String[] arguments) {
        BackendSettings settings = BackendSettings.loopback(Path.of(arguments[0]))
                .onPort(Integer.parseInt(arguments[1]))
                .withFeedbackLimits(1_000_000, 1_000_000);
        new Backend(settings, Clock.systemUTC()).start();
        Program.say("listens");
    }
}
