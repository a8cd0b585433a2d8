package fi.vastine.backend.identity;

import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.store.AccountStore;
import fi.vastine.backend.store.AccountStore.Account;
import fi.vastine.contract.id.PersonId;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Local accounts: who somebody is by user name and password. Thread-safe. */
public final class Accounts {
    /** The shortest password, in characters (NIST SP 800-63B, 5.1.1.1: length, not kinds of characters). */
    public static final int SHORTEST_PASSWORD = 12;

    private static final int LONGEST_PASSWORD = 200;
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
     * @throws IllegalArgumentException when the password is too short or too long, or the name is another's
     */
    public void put(PersonId person, String userName, String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
        }
        String name = normal(userName);
        Optional<Account> taken =
                store.byUserName(name).filter(each -> !each.person().equals(person));
        if (taken.isPresent()) {
            throw new IllegalArgumentException("The user name is another person's.");
        }
        store.put(new Account(person, name, passwords.hash(password)));
    }

    /**
     * The person whose name and password these are.
     *
     * @throws HttpProblem with {@code WRONG_PASSWORD}, or {@code TOO_MANY} after wrong ones
     */
    PersonId check(String userName, String password, String address) {
        String name = normal(userName);
        byAddress.attempt(address);
        byAccount.attempt(name);
        Optional<Account> account = store.byUserName(name);
        String known = account.map(Account::passwordHash).orElse(null);
        if (password.length() > LONGEST_PASSWORD || !passwords.matches(password, known)) {
            throw HttpProblem.wrongPassword();
        }
        byAccount.forget(name);
        byAddress.good(address);
        return account.orElseThrow().person();
    }

    /** Changes a person's own password, after checking the old one. */
    void change(PersonId person, String old, String next, String address) {
        Account account = store.of(person).orElseThrow(HttpProblem::wrongPassword);
        check(account.userName(), old, address);
        try {
            put(person, account.userName(), next);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.invalid("/next", "A password has " + SHORTEST_PASSWORD + " to 200 characters.");
        }
    }

    private static String normal(String userName) {
        return userName.strip().toLowerCase(Locale.ROOT);
    }
}
