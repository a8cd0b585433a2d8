package fi.vastine.core.session;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Condition;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Names;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.outbox.SmallDisk;
import fi.vastine.core.replica.MemoryReplica;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The outbox of a summer worker on real files, with what works on it; it can be stopped and started as the program is. */
abstract class StartedOnFiles {
    static final PersonId ELIAS = new PersonId("elias");
    static final UnitId WARD = new UnitId("osasto-2");
    static final Json JSON = new Json();

    @TempDir
    Path folder;

    final SteppingClock clock = new SteppingClock();
    final UuidSource uuids = new UuidSource(clock, new SplittableRandom(5));
    final SmallDisk disk = new SmallDisk();
    Outbox outbox;
    Desk desk;
    Commands commands;

    @BeforeEach
    final void start() throws IOException {
        outbox = disk.open(folder.resolve("outbox"), new FileKeyHolder(folder.resolve("keys")), JSON);
        if (outbox.registration().isEmpty()) {
            outbox.register(new Registration(new DeviceId(new UUID(1, 1)), "epoch"));
        }
        desk = new Desk(outbox, new MemoryReplica(), JSON, ELIAS, clock);
        commands = new Commands(desk, outbox, new Ids(uuids), clock, () -> {}, () -> {});
    }

    @AfterEach
    void stop() {
        outbox.close();
    }

    /** What was made of it before is of no use any more. */
    void restart() throws IOException {
        outbox.close();
        start();
    }

    Interviews interviews(String kind) {
        return new Interviews(kind, desk, outbox, commands, ELIAS, JSON, clock);
    }

    List<Command.EnterFeedback> entered() {
        return desk.pending().value().stream()
                .map(each -> (Command.EnterFeedback) each.command())
                .toList();
    }

    static Form form(String id, FormItem... items) {
        return new Form(
                id,
                "1",
                "https://vastine.example/" + id,
                LocalDate.of(2026, 1, 1),
                null,
                Audience.ADULT,
                new Names(id, id, id),
                List.of(Language.FI),
                List.of(items),
                List.of());
    }

    static FormItem item(String linkId, ItemKind kind, Condition... when) {
        Names text = new Names(linkId, linkId, linkId);
        return new FormItem(linkId, null, text, null, null, List.of(when), FormItem.Join.ALL, kind);
    }
}
