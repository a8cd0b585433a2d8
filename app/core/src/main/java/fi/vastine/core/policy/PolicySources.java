package fi.vastine.core.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * Where settings may stand on a computer.
 *
 * @param files the administrator's, the first one first
 * @param environment the process's variables
 * @param start the properties with which the program was started
 */
public record PolicySources(List<Path> files, Map<String, String> environment, Properties start) {
    private static final String FILE = "settings.json";

    /** Nothing is set anywhere. */
    public static final PolicySources NONE = new PolicySources(List.of(), Map.of(), new Properties());

    public PolicySources {
        files = List.copyOf(files);
        environment = Map.copyOf(environment);
    }

    /** Where this operating system wants them; a portable copy has a file beside it too. */
    public static PolicySources of(Map<String, String> environment, Properties start) {
        String system = start.getProperty("os.name", "");
        var files = new ArrayList<Path>();
        files.add(ofTheComputer(system, environment));
        Optional.ofNullable(start.getProperty("jpackage.app-path"))
                .map(launcher -> beside(Path.of(launcher)).resolve(FILE))
                .ifPresent(files::add);
        return new PolicySources(files, environment, start);
    }

    /**
     * The file of the whole computer.
     *
     * @param system the name of the operating system, as {@code os.name} has it
     */
    static Path ofTheComputer(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("ProgramData", "C:\\ProgramData"), "Vastine", FILE);
        }
        return name.startsWith("mac")
                ? Path.of("/Library/Application Support/Vastine", FILE)
                : Path.of("/etc/vastine", FILE);
    }

    /** The folder in which a portable copy lies: of the launcher, of its {@code bin}, of the bundle that macOS shows as one. */
    private static Path beside(Path launcher) {
        Path root = launcher.toAbsolutePath().normalize();
        Path folder = Objects.requireNonNullElse(root.getParent(), root);
        while (folder.getParent() != null && isWithinTheProgram(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static boolean isWithinTheProgram(Path folder) {
        String name = folder.getFileName().toString();
        return name.equals("bin") || name.equals("MacOS") || name.equals("Contents") || name.endsWith(".app");
    }
}
