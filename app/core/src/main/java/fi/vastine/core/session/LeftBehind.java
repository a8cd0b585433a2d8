package fi.vastine.core.session;

import fi.vastine.contract.id.PersonId;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.key.KeyUnreadable;
import fi.vastine.core.key.PassphraseNeeded;
import fi.vastine.core.outbox.HsqlOutbox;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.AlreadyOpen;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.seal.SealBroken;
import fi.vastine.core.store.StoreDamaged;
import fi.vastine.core.sync.Transport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins to send what somebody has left waiting, if her keys open with nobody there. */
final class LeftBehind {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    private final People people;
    private final Opening opening;
    private final Function<ServerAddress, Transport> transports;
    private final Json json;
    private final InstantSource clock;

    LeftBehind(
            People people,
            Opening opening,
            Function<ServerAddress, Transport> transports,
            Json json,
            InstantSource clock) {
        this.people = people;
        this.opening = opening;
        this.transports = transports;
        this.json = json;
        this.clock = clock;
    }

    /** Sends until it is closed; empty where it waits until she is here. */
    Optional<Unattended> by(Known person) {
        try {
            Profile profile = Profile.open(people.profile(person));
            Unattended begun = null;
            try {
                begun = profile.isWiped() ? null : begin(person, profile);
                return Optional.ofNullable(begun);
            } finally {
                if (begun == null) {
                    profile.close();
                }
            }
        } catch (AlreadyOpen
                | PassphraseNeeded
                | KeyMissing
                | KeyUnreadable
                | KeyStoreSilent
                | StoreDamaged
                | SealBroken
                | DiskFull e) {
            LOG.info("What somebody else has left here waits until she is here: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private @Nullable Unattended begin(Known person, Profile profile) {
        try (GuardedKeys keys = opening.keyFolder(profile.folder()).openToSend()) {
            Outbox outbox = HsqlOutbox.open(profile.outbox(), keys, json);
            Unattended begun = null;
            try {
                begun = begin(person, profile, keys, outbox);
                return begun;
            } finally {
                if (begun == null) {
                    outbox.close();
                }
            }
        }
    }

    private @Nullable Unattended begin(Known person, Profile profile, GuardedKeys keys, Outbox outbox) {
        PersonId id = Opening.owner(outbox).orElse(null);
        if (id == null) {
            return null;
        }
        // What could still be taken back when the program was ended is decided.
        outbox.ripen(Instant.MAX);
        Transport transport = transports.apply(person.server());
        return new Unattended(profile, keys, outbox, transport, json, id, clock, () -> people.forget(person)).start();
    }
}
