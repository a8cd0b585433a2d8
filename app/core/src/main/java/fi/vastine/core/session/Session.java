package fi.vastine.core.session;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.recovery.RecoveryKey;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.wire.Reads;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Lease;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.replica.ReplicaDamaged;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One signed-in person on one open profile, with or without a network.
 *
 * <p>Thread safe. Listeners are called once at once on the caller's thread, then on core's threads; each is given the newest value
 * and may miss those between. Methods that block say so. Three threads work behind it: {@code sync} exchanges with the backend,
 * {@code wait} waits for its news, {@code store} does what falls due by itself; during a first download a fourth, {@code ahead},
 * fetches while {@code sync} writes.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final String PIN_OFFERED = "pin-offered";
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(3);

    private final Known known;
    private final PersonId person;
    private final Profile profile;
    private final GuardedKeys keys;
    private final Stores stores;
    private final Transport transport;
    private final Supplier<Transport> anew;
    private final Json json;
    private final InstantSource clock;
    private final Colleagues colleagues;
    private final Runnable forgotten;
    private final Workings workings;
    private final Loop sync = new Loop("sync");
    private final Loop wait = new Loop("wait");
    private final Loop store = new Loop("store");
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<@Nullable Passphrase> signedInWith = new AtomicReference<>();
    private volatile @Nullable String told;

    /**
     * Takes over what is open: it is closed with the session.
     *
     * @param anew makes another transport to the same backend
     * @param colleagues whose outboxes are sent meanwhile
     * @param forgotten called when everything the person had here is wiped
     */
    Session(
            Known known,
            Profile profile,
            GuardedKeys keys,
            Stores stores,
            Desk desk,
            PersonId person,
            Transport transport,
            Supplier<Transport> anew,
            Json json,
            InstantSource clock,
            RandomGenerator random,
            Colleagues colleagues,
            Runnable forgotten) {
        this.colleagues = colleagues;
        this.forgotten = forgotten;
        this.known = known;
        this.person = person;
        this.profile = profile;
        this.keys = keys;
        this.stores = stores;
        this.transport = transport;
        this.anew = anew;
        this.json = json;
        this.clock = clock;
        var wakes = new Workings.Wakes(sync::wake, wait::wake, store::wake, Session::beside);
        this.workings = new Workings(stores.outbox(), desk, person, transport, json, clock, random, wakes);
    }

    private static void beside(Runnable fetching) {
        Thread.ofPlatform().name("ahead").daemon().start(fetching);
    }

    void start() {
        workings.begin();
        sync.start(this::exchange);
        wait.start(workings::listen);
        store.start(() -> {
            rememberSignIn();
            tellName();
            return workings.chores();
        });
        workings.desk().books().listen(book -> {
            if (told == null && book.reference().people().containsKey(person)) {
                store.wake();
            }
        });
        colleagues.start();
    }

    private Duration exchange() {
        Duration rest = workings.sync();
        if (workings.isWipeOrdered() && !closed.getAndSet(true)) {
            wipe();
        }
        return rest;
    }

    /** Destroys all that this person has on the laptop, on an administrator's true order. */
    private void wipe() {
        LOG.warn("An administrator has ordered this laptop to be wiped");
        // 1. The profile is marked: whatever comes between, the next start ends what is begun here.
        profile.markWiped();
        // 2. The keys are destroyed: nothing that lies on the disk opens any more.
        keys.destroyAll();
        // 3. Memory lets go.
        colleagues.close();
        workings.desk().forgetAll();
        store.close();
        transport.close();
        wait.close();
        sync.close();
        // 4. The stores are closed and every file is deleted, the profile with them.
        try {
            stores.replica().close();
        } finally {
            endWiping();
        }
    }

    private void endWiping() {
        try {
            stores.outbox().close();
        } finally {
            profile.wipe();
            forgotten.run();
            // 5. The screen says so.
            workings.syncStates().wiped();
        }
    }

    public PersonId person() {
        return person;
    }

    /** The backend, and the name under which the person signs in there. */
    public Known known() {
        return known;
    }

    /** The cases as they stand, what is pending included. */
    public Book book() {
        return workings.desk().books().value();
    }

    public Subscription onBook(Consumer<Book> listener) {
        return workings.desk().books().listen(listener)::run;
    }

    public SyncState syncState() {
        return workings.syncState();
    }

    public Subscription onSyncState(Consumer<SyncState> listener) {
        return workings.syncStates().latest().listen(listener)::run;
    }

    /** The whole of a case, what is pending included, and remembers that it was read. Blocks for the disk. */
    public Optional<FeedbackCase> open(CaseId caseId) {
        return workings.open(caseId);
    }

    /** A scanned page of a paper, from 1. Blocks for the network. */
    public FetchedPage page(CaseId caseId, int number) {
        return workings.page(caseId, number);
    }

    /** The cases that were opened on this laptop; those of them that others have taken up may be missing. Does not block. */
    public Set<CaseId> opened() {
        return stores.outbox().opened();
    }

    /** Remembers that the customer's contact was shown, which is logged by itself. Does not block. */
    public void noteContactShown(CaseId caseId) {
        workings.noteRead(caseId, Reads.What.CONTACT, null);
    }

    /** Remembers that identity codes in a case were shown, and what for. Does not block. */
    public void noteCodesShown(CaseId caseId, Reads.Why why) {
        workings.noteRead(caseId, Reads.What.IDENTITY_CODE, why);
    }

    /** Whether cases may be shown, by when the backend was last heard. */
    public Lease lease() {
        return workings.desk().leases().value();
    }

    public Subscription onLease(Consumer<Lease> listener) {
        return workings.desk().leases().listen(listener)::run;
    }

    public Commands commands() {
        return workings.commands();
    }

    public Drafts drafts() {
        return workings.drafts();
    }

    public Jottings jottings() {
        return workings.jottings();
    }

    public EnteredToday enteredToday() {
        return workings.enteredToday();
    }

    public Entries entries() {
        return workings.entries();
    }

    public Interviews interviews() {
        return workings.interviews();
    }

    /** Papers being typed in, apart from the customers being asked. */
    public Interviews papers() {
        return workings.papers();
    }

    public Campaigns campaigns() {
        return workings.campaigns();
    }

    public Attention attention() {
        return workings.attention();
    }

    /** Tries the backend at once instead of at the next turn. Does not block. */
    public void syncNow() {
        store.wake();
        workings.syncNow();
    }

    /** The same person signs in again, when the backend asks for it. Blocks for the network. */
    public SignInResult signInAgain(String password) {
        try {
            signedIn(workings.signInAgain(known, password), password);
            return new SignInResult.SignedIn(this, false);
        } catch (ExchangeFailed e) {
            return SignInTroubles.result(e.trouble(), clock.instant());
        }
    }

    /** Takes up what a sign-in brought besides tokens. */
    void signedIn(SignIn.Answer answer, String password) {
        String recoveryKey = answer.recoveryKey();
        if (recoveryKey != null) {
            keys.recoverableWith(new RecoveryKey(recoveryKey));
        }
        signedInWith.set(new Passphrase(password));
        store.wake();
    }

    private void rememberSignIn() {
        Passphrase password = signedInWith.getAndSet(null);
        if (password != null) {
            keys.signedIn(password);
        }
    }

    /** Whoever takes the laptop up after her finds her by it. */
    private void tellName() {
        Person own = book().reference().people().get(person);
        if (own != null && !own.name().equals(told)) {
            colleagues.call(own.name());
            told = own.name();
        }
    }

    /**
     * Whether to offer her a PIN: once, when she has none and others work on this laptop too. Blocks for the disk.
     */
    public boolean offersPin() {
        boolean offers = keys.guard() == Guard.KEY_STORE
                && !keys.hasPin()
                && colleagues.areThere()
                && stores.outbox().setting(PIN_OFFERED).isEmpty();
        if (offers) {
            stores.outbox().keepSetting(PIN_OFFERED, "yes");
        }
        return offers;
    }

    /** How the keys of this laptop are guarded, and how to guard them otherwise. */
    public GuardedKeys keys() {
        return keys;
    }

    /**
     * Closes everything but what sending the rest takes, and makes the next opening ask for something that the person knows.
     *
     * <p>Replies that could still be taken back become commands. Blocks for the disk.
     *
     * @return what sends the rest until {@link Sessions} opens the session again
     */
    public Unattended lock() {
        if (closed.getAndSet(true)) {
            throw new IllegalStateException("The session is closed");
        }
        rememberSignIn();
        tellName();
        keys.lock();
        store.close();
        colleagues.close();
        workings.finish();
        // What waits for the backend's news gives up; sending opens its own way.
        transport.close();
        sync.close();
        wait.close();
        tidy();
        stores.replica().close();
        keys.close();
        var rest = new Unattended(profile, keys, stores.outbox(), anew.get(), json, person, clock, forgotten);
        colleagues.leave(rest);
        return rest.start();
    }

    /**
     * Makes commands of replies that could still be taken back, sends what waits if the backend answers, and closes everything.
     *
     * <p>Blocks, for some seconds at most; closing twice does no harm.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        store.close();
        workings.finish();
        rememberSignIn();
        tellName();
        sendLast();
        colleagues.close();
        transport.close();
        sync.close();
        wait.close();
        tidy();
        stores.replica().close();
        stores.outbox().close();
        keys.close();
        profile.close();
    }

    private void tidy() {
        try {
            stores.replica().tidy();
        } catch (DiskFull | ReplicaDamaged e) {
            LOG.warn("The replica is not tidied: {}", e.getMessage());
        }
    }

    /** The program may not be started again for weeks: a reply just sent does not wait for that. */
    private void sendLast() {
        var sent = new CountDownLatch(1);
        Runnable end = workings.syncStates().latest().listen(state -> {
            if (state.isAllSent() || state.connection() != Connection.ONLINE) {
                sent.countDown();
            }
        });
        try {
            if (!sent.await(LONGEST_SENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Something waits to be sent at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end.run();
        }
    }
}
