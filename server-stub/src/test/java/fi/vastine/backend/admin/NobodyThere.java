package fi.vastine.backend.admin;

import org.jspecify.annotations.Nullable;

/** A terminal at which nobody sits: no question gets an answer. */
final class NobodyThere implements FirstStart.Asking {
    @Override
    public @Nullable String text(String question) {
        return null;
    }

    @Override
    public @Nullable String secret(String question) {
        return null;
    }
}
