package fi.vastine.backend.admin;

import fi.vastine.backend.identity.Accounts;
import fi.vastine.backend.identity.Directory;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Unit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the first administrator, and the top of the organisation, where nobody can sign in yet. */
final class FirstStart {
    private final Directory directory;
    private final Accounts accounts;

    FirstStart(Directory directory, Accounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** Asks a question of whoever sits at the machine; null when there is nobody to ask. */
    interface Asking {
        @Nullable
        String text(String question);

        @Nullable
        String secret(String question);
    }

    /**
     * Does nothing where somebody can sign in.
     *
     * @throws BackendConfig.BadSetting when the administrator is neither given nor to be asked for, or cannot be as given
     */
    void ifNeeded(BackendConfig config, Asking asking) {
        if (!accounts.isEmpty()) {
            return;
        }
        String user = given(config, "admin.user", () -> asking.text("User name of the first administrator: "));
        String name = given(config, "admin.name", () -> asking.text("Her or his name: "));
        String password = given(config, "admin.password", () -> asking.secret("Password: "));
        make(config.text("organisation.name"), user, name, password);
    }

    private void make(String organisation, String user, String name, String password) {
        var person = new PersonId(user);
        var top = new Unit(
                new UnitId("organisation"), null, 1, new Names(organisation, organisation, organisation), null, null);
        var grant = new Grant(person, Role.ADMIN, top.id(), directory.today(), null);
        directory.put(List.of(new Person(person, name, null)), List.of(top), List.of(grant), List.of());
        try {
            accounts.put(person, user, password);
        } catch (IllegalArgumentException e) {
            throw new BackendConfig.BadSetting("The first administrator: " + e.getMessage());
        }
    }

    private static String given(BackendConfig config, String setting, Supplier<@Nullable String> asked) {
        if (!config.text(setting).isEmpty()) {
            return config.text(setting);
        }
        String said = asked.get();
        if (said == null || said.isBlank()) {
            throw new BackendConfig.BadSetting("Nobody can sign in yet: set admin.user, admin.name and admin.password,"
                    + " or start at a terminal to be asked. Missing: " + setting + ".");
        }
        return said;
    }
}
