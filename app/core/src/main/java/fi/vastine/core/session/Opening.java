package fi.vastine.core.session;

import fi.vastine.contract.id.PersonId;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.key.KeyUnreadable;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.PassphraseNeeded;
import fi.vastine.core.key.Pin;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.key.TooManyTries;
import fi.vastine.core.key.WrongPassphrase;
import fi.vastine.core.key.WrongPin;
import fi.vastine.core.outbox.HsqlOutbox;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.AlreadyOpen;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.seal.SealBroken;
import fi.vastine.core.store.StoreDamaged;
import fi.vastine.core.store.StoreNewer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what lies in a person's profile, in order: its lock, its keys, its outbox with the replica beside.
 *
 * <p>Whatever stands in the way is told as a result, and whatever does not end in a session is closed again.
 */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final String PERSON = "person";

    private final People people;
    private final KeyStore keyStore;
    private final Guard wanted;
    private final PinRule pins;
    private final Json json;
    private final InstantSource clock;

    Opening(People people, KeyStore keyStore, Guard wanted, PinRule pins, Json json, InstantSource clock) {
        this.people = people;
        this.keyStore = keyStore;
        this.wanted = wanted;
        this.pins = pins;
        this.json = json;
        this.clock = clock;
    }

    /** How the keys are opened. */
    interface Unlocking {
        GuardedKeys open(KeyFolder keys);
    }

    /** What is done with what is open. */
    interface Work {
        SignInResult with(Profile profile, GuardedKeys keys, Outbox outbox, ReplicaBeside replica);
    }

    /** Opens a person's profile for some work; the session that comes of it is started. */
    SignInResult of(Known person, Unlocking unlocking, Work work) {
        try {
            Profile profile = Profile.open(people.profile(person));
            if (profile.isWiped()) {
                // The program was ended while it wiped.
                profile.wipe();
                people.forget(person);
                return new SignInResult.Wiped();
            }
            SignInResult result = null;
            try {
                result = keysOf(person, folder -> withKeys(profile, unlocking.open(folder), work));
                if (result instanceof SignInResult.SignedIn opened) {
                    people.remember(person);
                    opened.session().start();
                }
                return result;
            } finally {
                if (!(result instanceof SignInResult.SignedIn)) {
                    profile.close();
                }
            }
        } catch (AlreadyOpen elsewhere) {
            return new SignInResult.OpenElsewhere(elsewhere.greeting());
        }
    }

    private SignInResult withKeys(Profile profile, GuardedKeys keys, Work work) {
        var replica = new ReplicaBeside(profile, keys, json);
        SignInResult result = null;
        try {
            result = withOutbox(profile, keys, replica, work);
            return result;
        } finally {
            if (!(result instanceof SignInResult.SignedIn)) {
                replica.close();
                keys.close();
            }
        }
    }

    private SignInResult withOutbox(Profile profile, GuardedKeys keys, ReplicaBeside replica, Work work) {
        Outbox outbox = HsqlOutbox.open(profile.outbox(), keys, json);
        SignInResult result = work.with(profile, keys, outbox, replica);
        if (!(result instanceof SignInResult.SignedIn)) {
            outbox.close();
        }
        return result;
    }

    /** The outbox is this person's from now on. */
    static void belongsTo(PersonId person, Outbox outbox) {
        outbox.keepSetting(PERSON, person.value());
    }

    /** Whose outbox it is; empty where the first sign-in ended half way: nothing was ever done there. */
    static Optional<PersonId> owner(Outbox outbox) {
        return outbox.setting(PERSON)
                .map(PersonId::new)
                .filter(person -> outbox.registration().isPresent());
    }

    KeyFolder keyFolder(Path profile) {
        return new KeyFolder(profile.resolve("keys"), keyStore, wanted, json, clock);
    }

    /** What shows that it is this person. */
    SignInResult.Asked asked(Known person) {
        return asked(keyFolder(people.profile(person)).asks());
    }

    private SignInResult.Asked asked(PassphraseNeeded.What what) {
        return switch (what) {
            case TO_CHOOSE, TO_TYPE -> SignInResult.Asked.PASSPHRASE;
            case TO_TYPE_PASSWORD -> SignInResult.Asked.PASSWORD;
            case TO_TYPE_PIN -> pins == PinRule.ALLOWED ? SignInResult.Asked.PIN : SignInResult.Asked.PASSWORD;
        };
    }

    /** Opens the keys with what was typed. */
    static Unlocking with(Passphrase typed, SignInResult.Asked asked) {
        return folder -> asked == SignInResult.Asked.PIN ? folder.open(new Pin(typed.text())) : folder.open(typed);
    }

    /** Does what opens a person's keys, and says in a result what may stand in the way. */
    SignInResult keysOf(Known person, Function<KeyFolder, SignInResult> opening) {
        KeyFolder folder = keyFolder(people.profile(person));
        try {
            return opening.apply(folder);
        } catch (PassphraseNeeded needed) {
            return needed.what() == PassphraseNeeded.What.TO_CHOOSE
                    ? new SignInResult.PassphraseToChoose(person)
                    : new SignInResult.Locked(person, asked(needed.what()));
        } catch (WrongPin wrong) {
            return new SignInResult.WrongPin(wrong.left());
        } catch (WrongPassphrase wrong) {
            return new SignInResult.WrongPassphrase(wrong.retryAt());
        } catch (TooManyTries tooMany) {
            return new SignInResult.Throttled(tooMany.retryAt());
        } catch (KeyStoreSilent silent) {
            LOG.warn("The key store does not answer", silent);
            return new SignInResult.KeyStoreSilent();
        } catch (KeyMissing | KeyUnreadable e) {
            LOG.error("The outbox cannot be opened: {}", e.getMessage());
            return new SignInResult.KeyLost(folder.isRecoverable() ? Optional.of(person) : Optional.empty());
        } catch (StoreNewer newer) {
            return new SignInResult.NewerProgram();
        } catch (StoreDamaged | SealBroken e) {
            LOG.error("The outbox is damaged: {}", e.getMessage());
            return new SignInResult.OutboxDamaged();
        } catch (DiskFull e) {
            return new SignInResult.DiskFull();
        }
    }
}
