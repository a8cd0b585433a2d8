package fi.vastine.core.profile;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The profile is in use by another running copy of the program. */
public final class AlreadyOpen extends RuntimeException {
    private final @Nullable String greeting;

    AlreadyOpen(Path folder, @Nullable String greeting) {
        super("Another copy of the program is using the profile " + folder);
        this.greeting = greeting;
    }

    /** What the other copy left for whoever comes second (see {@link Profile#greetSecondStart}), if it did. */
    public Optional<String> greeting() {
        return Optional.ofNullable(greeting);
    }
}
