package fi.vastine.core.session;

import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.key.KeyUnreadable;
import fi.vastine.core.key.PassphraseNeeded;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.key.TooManyTries;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.HsqlOutbox;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.AlreadyOpen;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.seal.SealBroken;
import fi.vastine.core.session.Standing.State;
import fi.vastine.core.store.StoreDamaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks how the profiles of a laptop stand, for who helps. What can be opened without a word is opened, counted and closed. */
public final class Standings {
    private final People people;
    private final Opening opening;
    private final Json json = new Json();

    /** Of the profiles under a folder; nothing is made there. */
    public Standings(Path folder, InstantSource clock, KeyStore keyStore, Guard wanted) {
        this.people = new People(folder, json);
        this.opening = new Opening(people, keyStore, wanted, PinRule.ALLOWED, json, clock);
    }

    /** The profiles of the people known here, the latest first. Blocks for the disk. */
    public List<Standing> all() {
        return people.all().stream().filter(people::hasBegun).map(this::of).toList();
    }

    /** Where the person who was last at work here has her backend; empty where nobody was. */
    public Optional<ServerAddress> server() {
        return people.all().stream().findFirst().map(Known::server);
    }

    private Standing of(Known person) {
        Path folder = people.profile(person);
        long outbox = size(folder.resolve("outbox"));
        long replica = size(folder.resolve("replica"));
        try (Profile profile = Profile.open(folder)) {
            return opened(profile, outbox, replica);
        } catch (AlreadyOpen elsewhere) {
            return new Standing(State.OPEN, null, -1, outbox, replica);
        } catch (UncheckedIOException unreadable) {
            return new Standing(State.DAMAGED, null, -1, outbox, replica);
        }
    }

    private Standing opened(Profile profile, long outboxBytes, long replicaBytes) {
        KeyFolder folder = opening.keyFolder(profile.folder());
        try (GuardedKeys keys = folder.open()) {
            Outbox outbox = HsqlOutbox.open(profile.outbox(), keys, json);
            try {
                int waiting = outbox.intentions().size()
                        + (int) outbox.entries().stream()
                                .filter(Entry::unsettled)
                                .count();
                return new Standing(State.FINE, keys.guard(), waiting, outboxBytes, replicaBytes);
            } finally {
                outbox.close();
            }
        } catch (PassphraseNeeded | TooManyTries locked) {
            return new Standing(State.LOCKED, null, -1, outboxBytes, replicaBytes);
        } catch (KeyStoreSilent silent) {
            return new Standing(State.KEY_STORE_SILENT, Guard.KEY_STORE, -1, outboxBytes, replicaBytes);
        } catch (KeyMissing | KeyUnreadable lost) {
            return new Standing(State.KEY_LOST, null, -1, outboxBytes, replicaBytes);
        } catch (StoreDamaged | SealBroken damaged) {
            return new Standing(State.DAMAGED, null, -1, outboxBytes, replicaBytes);
        } catch (DiskFull full) {
            return new Standing(State.DISK_FULL, null, -1, outboxBytes, replicaBytes);
        }
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(Standings::sizeOf).sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
