package fi.vastine.desktop.demo;

import static java.util.Objects.requireNonNull;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.county.County;
import fi.vastine.backend.county.DemoAccount;
import fi.vastine.backend.store.Reference;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Role;
import fi.vastine.core.session.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backend of the demo, in this process, with a made-up county in it.
 *
 * <p>Listens on loopback at the port it had at its first start, so that a laptop's profile finds it again. Blocks for the
 * disk; not to be used on the screen's thread.
 */
public final class DemoBackend implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DemoBackend.class);
    private static final long SEED = 1;
    private static final String FILLED = "filled";

    private final Path folder;
    private final InstantSource clock;
    private final County county;
    private @Nullable Backend running;
    private int port;

    /**
     * Opens the county kept in the folder, or makes one.
     *
     * @param cases how many cases a new county has
     */
    public DemoBackend(Path folder, int cases, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        county = new County(SEED, cases, LocalDate.ofInstant(clock.instant(), DueDates.ZONE));
        if (!Files.exists(folder.resolve(FILLED))) {
            fill();
        }
        port = keptPort();
        start();
    }

    /** Makes everything anew: a county half made, after a kill, is no county. */
    private void fill() {
        Folders.delete(folder);
        try (Backend backend = new Backend(BackendSettings.loopback(folder), clock)) {
            backend.directory().put(county.people(), county.units(), county.grants(), county.substitutions());
            for (DemoAccount account : county.accounts()) {
                backend.accounts().put(account.person(), account.user(), account.password());
            }
            backend.filling()
                    .put(new Reference(
                            county.units(), county.people(), county.themes(), county.templates(), county.rules()));
            backend.filling().plan(county.campaigns());
            log.info("The made-up county has {} cases", backend.filling().add(county.cases()));
        }
        write(FILLED, county.size() + "\n");
    }

    /** Takes requests again, where it did before; without effect when it does already. */
    public synchronized void start() {
        if (running == null) {
            Backend backend = new Backend(BackendSettings.loopback(folder).onPort(port), clock);
            backend.forms().addShipped();
            backend.start();
            running = backend;
            port = backend.port();
            write("port", port + "\n");
        }
    }

    /** Takes the network away: nothing answers any more. */
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    public synchronized boolean isRunning() {
        return running != null;
    }

    public ServerAddress address() {
        return new ServerAddress(URI.create("http://localhost:" + port));
    }

    /** Where replies land as {@code .eml} files. */
    Path mails() {
        return folder.resolve("mails");
    }

    /** The mails that have left so far, the oldest first. */
    public List<Path> sentMails() {
        if (!Files.isDirectory(mails())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mails())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The people one can be: those for whom the program has something to do. */
    public List<DemoAccount> accounts() {
        return county.accounts().stream().filter(this::hasWork).toList();
    }

    /** Lets one of the county's people sign in who has no account yet. */
    public synchronized void open(DemoAccount account) {
        requireNonNull(running, "It is stopped").accounts().put(account.person(), account.user(), account.password());
    }

    private boolean hasWork(DemoAccount account) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        county.grants().stream()
                .filter(grant -> grant.person().equals(account.person()))
                .map(Grant::role)
                .forEach(roles::add);
        return roles.contains(Role.HANDLER) || roles.contains(Role.QUALITY) || roles.contains(Role.COLLECTOR);
    }

    private int keptPort() {
        Path file = folder.resolve("port");
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
