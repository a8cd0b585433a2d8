package fi.vastine.core.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Those who left their screens locked while the program runs: what each had decided goes on being sent, whoever is at work, until
 * she is back.
 *
 * <p>Thread safe.
 */
final class Away implements AutoCloseable {
    private final People people;
    private final Map<Path, Unattended> away = new ConcurrentHashMap<>();

    Away(People people) {
        this.people = people;
    }

    void leave(Known person, Unattended rest) {
        away.put(people.profile(person), rest);
    }

    Optional<Unattended> of(Known person) {
        return Optional.ofNullable(away.get(people.profile(person)));
    }

    /** She is back, or about to be: nothing is sent for her from here, and her profile is let go. */
    void end(Known person) {
        Unattended rest = away.remove(people.profile(person));
        if (rest != null) {
            rest.close();
        }
    }

    @Override
    public void close() {
        away.values().forEach(Unattended::close);
        away.clear();
    }
}
