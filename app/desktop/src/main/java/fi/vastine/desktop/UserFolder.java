package fi.vastine.desktop;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this operating system wants a user's own files of a program. */
public final class UserFolder {

    private final Map<String, String> environment;
    private final Path home;

    /**
     * @param environment the process's environment variables
     * @param home the user's home folder
     */
    public UserFolder(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /**
     * The program's folder under the user's: {@code %LOCALAPPDATA%\Vastine}, {@code ~/Library/Application Support/Vastine} or
     * {@code $XDG_DATA_HOME/vastine}.
     *
     * @param system the name of the operating system, as {@code os.name} has it
     */
    public Path of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return variable("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("Vastine");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Vastine");
        }
        return variable("XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                .resolve("vastine");
    }

    /**
     * Where logs go: {@code %LOCALAPPDATA%\\Vastine\\logs}, {@code ~/Library/Logs/Vastine} or {@code $XDG_STATE_HOME/vastine}; never
     * a folder that roams.
     *
     * @param system the name of the operating system, as {@code os.name} has it
     */
    public Path logsOf(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return of(system).resolve("logs");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Logs").resolve("Vastine");
        }
        return variable("XDG_STATE_HOME", home.resolve(".local").resolve("state"))
                .resolve("vastine");
    }

    private Path variable(String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
