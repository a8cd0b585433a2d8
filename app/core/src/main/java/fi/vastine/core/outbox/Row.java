package fi.vastine.core.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing the outbox keeps, as it is written.
 *
 * @param value a record that is written as JSON; absent to delete the row
 */
record Row(Kind kind, String id, @Nullable Object value) {

    /** What a row holds. */
    enum Kind {
        REGISTRATION(Registered.class),
        ENTRY(Placed.class),
        INTENTION(Intention.class),
        DRAFT(KeptDraft.class),
        JOTTINGS(KeptJottings.class),
        SETTING(Setting.class),
        READ(KeptRead.class),
        OPENED(Opened.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }

        Class<?> type() {
            return type;
        }
    }

    /** The registration and the number the next command gets. */
    record Registered(Registration registration, long nextSeq) {}

    /** An entry and its place among all. */
    record Placed(long position, Entry entry) {}

    /** When a case was opened here first. */
    record Opened(Instant at) {}

    /** A value under a name. */
    record Setting(String value) {}
}
