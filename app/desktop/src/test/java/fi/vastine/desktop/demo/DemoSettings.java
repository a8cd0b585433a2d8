package fi.vastine.desktop.demo;

import fi.vastine.contract.due.DueDates;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.Policy;
import fi.vastine.desktop.UserFolder;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What the demo is told on the command line.
 *
 * @param folder where county and laptop are kept
 * @param cases how many cases a new county has ({@code -Dvastine.demo.cases})
 * @param fresh whether to forget what is kept ({@code -Dvastine.demo.fresh})
 */
record DemoSettings(Path folder, int cases, boolean fresh, Clock clock) {

    static DemoSettings ofThisMachine() {
        Path folder = new UserFolder(System.getenv(), Path.of(System.getProperty("user.home")))
                .of(System.getProperty("os.name"))
                .resolve("demo");
        return of(folder, Boolean.getBoolean("vastine.demo.fresh"));
    }

    /** The tour begins with nothing and keeps nothing for the next one. */
    static DemoSettings ofTour() {
        return of(Path.of("target", "tour-county"), true);
    }

    private static DemoSettings of(Path folder, boolean fresh) {
        int cases = Integer.getInteger("vastine.demo.cases", 12_000);
        return new DemoSettings(folder.toAbsolutePath(), cases, fresh, Clock.system(DueDates.ZONE));
    }

    /** Takes the laptop's folder; the county behind a demo that is open already is left alone. */
    Profile profile() {
        if (fresh) {
            Profile.open(folder.resolve("laptop")).close();
            Folders.delete(folder);
        }
        return Profile.open(folder.resolve("laptop"));
    }

    /** Made-up people have no business in the key store of whoever tries the demo. */
    Policy policy() {
        return Policy.with(new FolderKeyStore(folder.resolve("key-store")));
    }

    /** Opens the county. To be called after {@link #profile}. */
    DemoBackend backend() {
        return new DemoBackend(folder.resolve("county"), cases, clock);
    }
}
