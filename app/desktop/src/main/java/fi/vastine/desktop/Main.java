package fi.vastine.desktop;

import fi.vastine.core.policy.ManagedSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** Where the program starts. Not the JavaFX application itself, so that it starts from the class path. */
public final class Main {

    private static final int LONGEST_NAME = 64;

    private Main() {}

    public static void main(String[] arguments) {
        // Read once, before the first connection: where the operating system has proxies, they are asked of it.
        System.setProperty("java.net.useSystemProxies", "true");
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "--version" -> new CommandLine().version();
            case "--help", "-h", "/?" -> new CommandLine().help();
            case "--diagnose" -> {
                new CommandLine().diagnose();
                // The toolkit, once begun to see the screens, would keep the process.
                System.exit(0);
            }
            default -> VastineApp.begin(arguments);
        }
    }

    /** The program's folder: as it is set, or where the operating system wants it. */
    static Path folder(ManagedSettings settings) {
        return settings.home()
                .orElseGet(() -> new UserFolder(System.getenv(), Path.of(System.getProperty("user.home")))
                        .of(System.getProperty("os.name")));
    }

    /** Where the program logs: beside its own files where these are set to be somewhere, else where the operating system wants it. */
    static Path logs(ManagedSettings settings) {
        return settings.home()
                .map(home -> home.resolve("logs"))
                .orElseGet(() -> new UserFolder(System.getenv(), Path.of(System.getProperty("user.home")))
                        .logsOf(System.getProperty("os.name")));
    }

    /** The machine's clock. */
    static Clock clock(ZoneId zone) {
        return Clock.system(zone);
    }

    /** What the machine calls itself, for an administrator to know it by. */
    static String deviceName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), LONGEST_NAME));
        } catch (UnknownHostException nameless) {
            return "Vastine";
        }
    }
}
