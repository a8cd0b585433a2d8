package fi.vastine.core.outbox;

import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.profile.FreeSpace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every outbox promises; after each step a reopened one must tell the same. */
abstract class EachOutbox extends OutboxGround {
    private final Kind kind;

    @TempDir
    Path folder;

    private Outbox outbox;

    EachOutbox(Kind kind) {
        this.kind = kind;
    }

    /** Where an outbox keeps what it is given. */
    enum Kind {
        IN_MEMORY {
            @Override
            Outbox open(Path folder) {
                return new MemoryOutbox(JSON);
            }

            @Override
            Outbox reopened(Outbox closed, Path folder) {
                return ((MemoryOutbox) closed).copy();
            }
        },
        ON_FILES {
            @Override
            Outbox open(Path folder) {
                return HsqlOutbox.open(
                        folder.resolve("outbox"),
                        new FileKeyHolder(folder.resolve("keys")),
                        JSON,
                        new FreeSpace(folder, 32L << 20, () -> 1L << 40));
            }

            @Override
            Outbox reopened(Outbox closed, Path folder) {
                return open(folder);
            }
        };

        abstract Outbox open(Path folder);

        abstract Outbox reopened(Outbox closed, Path folder);
    }

    @BeforeEach
    @Override
    void register() {
        outbox = kind.open(folder);
        super.register();
    }

    /** One that no laptop has registered. */
    final Outbox another() {
        return kind.open(folder.resolve("another"));
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Override
    final Outbox outbox() {
        return outbox;
    }

    @Override
    final void reopen() {
        outbox.close();
        outbox = kind.reopened(outbox, folder);
    }
}
