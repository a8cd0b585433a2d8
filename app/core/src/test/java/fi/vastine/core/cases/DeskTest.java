package fi.vastine.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.outbox.MemoryOutbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.outbox.Submission;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Head;
import fi.vastine.core.replica.HsqlReplica;
import fi.vastine.core.replica.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A laptop opened in the morning: what is seen first is there first, and nothing is lost meanwhile. */
class DeskTest {
    private static final UnitId WARD = new UnitId("u-ward");
    private static final PersonId AINO = new PersonId("aino");
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final int CASES = 1_600;
    private static final int OWING = 40;

    private final Json json = new Json();
    private final MemoryOutbox outbox = new MemoryOutbox(json);
    private final CaseId last = id(CASES - 1);

    @TempDir
    private Path folder;

    private HsqlReplica replica;

    @BeforeEach
    void fill() {
        outbox.register(new Registration(new DeviceId(new UUID(1, 1)), "e1"));
        replica = replica();
        replica.beginFill();
        replica.apply(new Page(
                IntStream.range(0, CASES).mapToObj(this::snapshot).toList(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                new Cursors("e1", CASES, Map.of(), new Scope(1, List.of(WARD), Map.of(), List.of(), List.of()))));
        replica.endFill();
        replica.close();
        replica = replica();
    }

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void whatOwesAReplyIsThereBeforeTheRestIsRead() {
        Desk desk = desk();

        assertThat(desk.books().value().rows()).hasSizeLessThan(CASES);
        assertThat(owing(desk)).isEqualTo(OWING);

        desk.readOn();

        assertThat(desk.books().value().rows()).hasSize(CASES);
        assertThat(owing(desk)).isEqualTo(OWING);
    }

    @Test
    void whatIsDecidedOfACaseThatIsNotYetReadIsNotLostWhenItIs() {
        Desk desk = desk();
        desk.submit(new Submission(commandId(), last, NOW, new Command.AddNote(noteId(), "Soitin.")));

        desk.readOn();

        assertThat(row(desk, last)).matches(CaseRow::pending);
        assertThat(desk.folded(last).orElseThrow().notes()).hasSize(1);
        assertThat(desk.books().value().rows()).hasSize(CASES);
    }

    @Test
    void whatTheBaseHoldsAlreadyIsNotPendingOnceItsCaseIsRead() {
        CommandId note = commandId();
        Desk before = desk();
        before.submit(new Submission(note, last, NOW, new Command.AddNote(noteId(), "Soitin.")));
        outbox.settle(List.of(new Push.Result(note, 1, new Outcome.Applied(CASES))), NOW);

        Desk desk = desk();
        desk.readOn();

        assertThat(desk.pending().value()).isEmpty();
        assertThat(row(desk, last)).isNotNull().matches(row -> !row.pending());
    }

    private Desk desk() {
        return new Desk(outbox, replica, json, AINO, () -> NOW);
    }

    private HsqlReplica replica() {
        return new HsqlReplica(folder.resolve("replica"), new FileKeyHolder(folder.resolve("keys")), json);
    }

    private static long owing(Desk desk) {
        return desk.books().value().rows().stream().filter(CaseRow::owesReply).count();
    }

    private static @Nullable CaseRow row(Desk desk, CaseId id) {
        return desk.books().value().row(id).orElse(null);
    }

    private Page.Snapshot snapshot(int number) {
        FeedbackCase whole = whole(number);
        CaseRow row = CaseRows.of(whole);
        return new Page.Snapshot(
                new Head(whole.id(), whole.changeNo(), WARD, 0, row.owesReply(), RowText.write(row)),
                json.write(whole));
    }

    private static FeedbackCase whole(int number) {
        CaseId id = id(number);
        return new FeedbackCase(
                id,
                number + 1L,
                WARD,
                new Origin(Channel.WEB, Language.FI, NOW, Answers.NONE, null),
                FeedbackKind.THANKS,
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(id.value()), NOW, "Kiitos hoidosta " + number)),
                number < OWING ? new ReplyWish(Way.MAIL, "asiakas@example.org", null) : null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of());
    }

    private static CaseId id(int number) {
        return new CaseId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }

    private static CommandId commandId() {
        return new CommandId(new UUID(0x0193_0000_0000_7001L, 0x8000_0000_0000_0001L));
    }

    private static NoteId noteId() {
        return new NoteId(new UUID(0x0193_0000_0000_7002L, 0x8000_0000_0000_0001L));
    }
}
