package fi.vastine.backend.identity;

import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.store.AccountStore;
import fi.vastine.backend.store.AccountStore.Account;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Local accounts: who somebody is by user name and password. Thread-safe. */
public final class Accounts {
    /** The shortest password, in characters (NIST SP 800-63B, 5.1.1.1: length, not kinds of characters). */
    public static final int SHORTEST_PASSWORD = 12;

    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 100;
    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 50;

    private final AccountStore store;
    private final Passwords passwords;
    private final Throttle byAccount;
    private final Throttle byAddress;

    public Accounts(AccountStore store, Passwords passwords, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.byAccount = new Throttle(clock, FREE_PER_ACCOUNT);
        this.byAddress = new Throttle(clock, FREE_PER_ADDRESS);
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return store.isEmpty();
    }

    public boolean has(PersonId person) {
        return store.of(person).isPresent();
    }

    /**
     * Lets a person sign in by this name and password from now on.
     *
     * @throws IllegalArgumentException when the password is too short or too long, or the name is, or is another's
     */
    public void put(PersonId person, String userName, String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
        }
        String name = normal(userName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A user name has 1 to " + LONGEST_NAME + " characters.");
        }
        Optional<Account> taken =
                store.byUserName(name).filter(each -> !each.person().equals(person));
        if (taken.isPresent()) {
            throw new IllegalArgumentException("The user name is another person's.");
        }
        store.put(new Account(person, name, passwords.hash(password)));
    }

    /** As {@link #put}, by whoever runs the backend: all sessions of the person end. */
    public void reset(PersonId person, String userName, String password) {
        put(person, userName, password);
        store.endSessions(person);
    }

    /** Nobody signs in with the person's name and password any more. */
    public void end(PersonId person) {
        store.end(person);
    }

    /**
     * The person whose name and password these are.
     *
     * <p>A device on which she has signed in before is counted by itself: whoever guesses at her password from elsewhere, or fills
     * the limit of the address that her whole office has, never keeps her from her own laptop.
     *
     * @param device the device it comes from, as it says
     * @throws HttpProblem with {@code WRONG_PASSWORD}, or {@code TOO_MANY} after wrong ones
     */
    PersonId check(String userName, String password, String address, @Nullable DeviceId device) {
        String name = normal(userName);
        boolean own = device != null && store.hasSignedIn(name, device);
        String counted = own ? name + " on " + device : name;
        admit(counted, own ? null : address);
        Optional<Account> account = store.byUserName(name);
        String known = account.map(Account::passwordHash).orElse(null);
        if (password.length() > LONGEST_PASSWORD || !passwords.matches(password, known)) {
            throw HttpProblem.wrongPassword();
        }
        byAccount.forget(counted);
        if (!own) {
            byAddress.good(address);
        }
        return account.orElseThrow().person();
    }

    private void admit(String counted, @Nullable String address) {
        if (address == null) {
            byAccount.attempt(counted);
            return;
        }
        byAddress.attempt(address);
        try {
            byAccount.attempt(counted);
        } catch (HttpProblem e) {
            // No password was tried: who waits for her own account does not use up what her neighbours have.
            byAddress.good(address);
            throw e;
        }
    }

    /** The person has signed in on this device. */
    void signedIn(PersonId person, DeviceId device) {
        store.signedIn(person, device);
    }

    /** Changes a person's own password, after checking the old one. */
    void change(SignedIn who, String old, String next, String address) {
        Account account = store.of(who.person()).orElseThrow(HttpProblem::wrongPassword);
        check(account.userName(), old, address, who.device());
        try {
            put(who.person(), account.userName(), next);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.invalid("/next", "A password has " + SHORTEST_PASSWORD + " to 200 characters.");
        }
    }

    private static String normal(String userName) {
        String name = userName.strip().toLowerCase(Locale.ROOT);
        // Longer than any that there is: kept short, since it is kept.
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME + 1) : name;
    }
}
