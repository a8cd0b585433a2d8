package fi.vastine.desktop;

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
        VastineApp.begin(arguments);
    }

    /** The program's folder: {@code -Dvastine.home}, or where the operating system wants it. */
    static Path folder() {
        String chosen = System.getProperty("vastine.home", "");
        return chosen.isBlank()
                ? new UserFolder(System.getenv(), Path.of(System.getProperty("user.home")))
                        .of(System.getProperty("os.name"))
                : Path.of(chosen);
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
