package fi.vastine.bench;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.county.County;
import fi.vastine.backend.county.DemoAccount;
import fi.vastine.backend.store.Reference;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Role;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the scenarios work: a county of 40,000 cases on a real backend, and folders for laptops. Not thread safe.
 *
 * <p>The county is made once a day and kept; each run works on a copy, so that no run finds what an earlier one left.
 */
final class Workshop implements AutoCloseable {
    static final int YEAR = 40_000;
    static final int TEN_YEARS = 400_000;
    private static final long SEED = 1;
    private static final String PASSWORD = "mitataan nopeutta";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Clock clock;
    private @Nullable Backend backend;
    private int port;

    Workshop(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** The made-up county as it stands today. */
    County county(int cases) {
        return new County(SEED, cases, today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DueDates.ZONE);
    }

    /** Somebody who sees every case. */
    DemoAccount quality() {
        return account(Role.QUALITY);
    }

    /** Somebody who asks customers and reads no case. */
    DemoAccount collector() {
        return account(Role.COLLECTOR);
    }

    private DemoAccount account(Role role) {
        County county = county(YEAR);
        Set<?> people = county.grants().stream()
                .filter(grant -> grant.role() == role)
                .map(Grant::person)
                .collect(Collectors.toSet());
        return county.accounts().stream()
                .filter(account -> people.contains(account.person()))
                .map(account -> new DemoAccount(account.person(), account.user(), PASSWORD))
                .findFirst()
                .orElseThrow();
    }

    /** The backend with the county, started if it is not running. */
    ServerAddress backend() throws IOException {
        if (backend == null) {
            Path copy = folder.resolve("backend");
            if (port == 0) {
                Path kept = kept();
                Folders.delete(copy);
                Folders.copy(kept, copy);
            }
            Backend started = new Backend(BackendSettings.loopback(copy).onPort(port), clock);
            started.start();
            backend = started;
            port = started.port();
        }
        return new ServerAddress(URI.create("http://127.0.0.1:" + port));
    }

    /** The same with the forms that come with the program. */
    ServerAddress backendWithForms() throws IOException {
        ServerAddress address = backend();
        if (backend != null) {
            backend.forms().addShipped();
        }
        return address;
    }

    /** Takes the network away; {@link #backend} brings it back at the same address. */
    void stopBackend() {
        if (backend != null) {
            backend.close();
            backend = null;
        }
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    /** A folder with nothing in it. */
    Path emptyFolder(String name) throws IOException {
        Path empty = folder.resolve(name);
        Folders.delete(empty);
        return Files.createDirectories(empty);
    }

    /** Signs in on a new laptop and waits until everything is there. */
    Session laptop(String name) throws IOException, InterruptedException {
        return laptop(name, quality());
    }

    Session laptop(String name, DemoAccount account) throws IOException, InterruptedException {
        var sessions = sessions(emptyFolder(name), clock);
        SignInResult result = sessions.signIn(backend(), account.user(), account.password(), name);
        Session session = session(result);
        Await.until(session::onSyncState, state -> state.updatedAt() != null, PATIENCE);
        return session;
    }

    /** The folder of a program in which somebody has signed in and everything is there; it is closed. */
    Path programFolder(String name) throws IOException, InterruptedException {
        Path program = emptyFolder(name);
        var sessions = new Sessions(program.resolve("people"), clock, new FolderKeyStore(program.resolve("key-store")));
        DemoAccount account = quality();
        try (Session session = session(sessions.signIn(backend(), account.user(), account.password(), name))) {
            Await.until(session::onSyncState, state -> state.updatedAt() != null, PATIENCE);
        }
        return program;
    }

    /** Sessions that leave the key store of whoever measures alone. */
    static Sessions sessions(Path folder, InstantSource clock) {
        return new Sessions(folder, clock, new FolderKeyStore(folder.resolve("key-store")));
    }

    static Session session(SignInResult result) {
        if (result instanceof SignInResult.SignedIn in) {
            return in.session();
        }
        throw new IllegalStateException("not signed in: " + result);
    }

    /** The folder of a backend that holds the county and is not to be changed. */
    private Path kept() throws IOException {
        String name = "county-" + YEAR + "-" + today();
        Path kept = folder.resolve(name);
        if (!Files.exists(kept)) {
            forgetOthers();
            Path making = emptyFolder("county-making");
            try (Backend made = new Backend(BackendSettings.loopback(making), clock)) {
                fill(made, county(YEAR));
            }
            Files.move(making, kept);
        }
        return kept;
    }

    static void fill(Backend backend, County county) {
        backend.directory().put(county.people(), county.units(), county.grants(), county.substitutions());
        backend.filling()
                .put(new Reference(
                        county.units(), county.people(), county.themes(), county.templates(), county.rules()));
        for (DemoAccount account : county.accounts()) {
            backend.accounts().put(account.person(), account.user(), PASSWORD);
        }
        backend.filling().add(county.cases());
    }

    private void forgetOthers() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.toList()) {
                if (each.getFileName().toString().startsWith("county-")) {
                    Folders.delete(each);
                }
            }
        }
    }

    @Override
    public void close() {
        stopBackend();
    }
}
