package fi.vastine.backend.store;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who may sign in, and by what. Thread-safe. */
public final class AccountStore {
    private final Jdbi jdbi;

    public AccountStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An account as kept; the password only as a hash that holds its own parameters. */
    public record Account(PersonId person, String userName, String passwordHash) {}

    public Optional<Account> byUserName(String userName) {
        return find("user_name", userName);
    }

    public Optional<Account> of(PersonId person) {
        return find("person_id", person.value());
    }

    public boolean isEmpty() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM account")
                        .mapTo(Long.class)
                        .one())
                == 0;
    }

    /** Adds an account, or puts it in the place of the one that the person has. */
    public void put(Account account) {
        jdbi.useTransaction(handle -> {
            int changed = handle.execute(
                    "UPDATE account SET user_name = ?, password_hash = ? WHERE person_id = ?",
                    account.userName(),
                    account.passwordHash(),
                    account.person().value());
            if (changed == 0) {
                handle.execute(
                        "INSERT INTO account (person_id, user_name, password_hash) VALUES (?, ?, ?)",
                        account.person().value(),
                        account.userName(),
                        account.passwordHash());
            }
        });
    }

    /** Takes the account away, with every session of the person and all that was known of her devices. */
    public void end(PersonId person) {
        jdbi.useTransaction(handle -> {
            for (String table : new String[] {"account", "session", "signed_in_before"}) {
                handle.execute("DELETE FROM " + table + " WHERE person_id = ?", person.value());
            }
        });
    }

    public void endSessions(PersonId person) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM session WHERE person_id = ?", person.value()));
    }

    /** Whether the person with this user name has signed in on the device, ever. */
    public boolean hasSignedIn(String userName, DeviceId device) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM signed_in_before b JOIN account a ON a.person_id = b.person_id
                        WHERE a.user_name = :name AND b.device_id = :device
                        """)
                        .bind("name", userName)
                        .bind("device", device.value().toString())
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /** Keeps that the person has signed in on the device. */
    public void signedIn(PersonId person, DeviceId device) {
        String id = device.value().toString();
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM signed_in_before WHERE person_id = ? AND device_id = ?", person.value(), id);
            handle.execute("INSERT INTO signed_in_before (person_id, device_id) VALUES (?, ?)", person.value(), id);
        });
    }

    private Optional<Account> find(String column, String value) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT person_id, user_name, password_hash FROM account WHERE " + column + " = :value")
                .bind("value", value)
                .map((row, context) -> new Account(
                        new PersonId(row.getString("person_id")),
                        row.getString("user_name"),
                        row.getString("password_hash")))
                .findOne());
    }
}
