package fi.vastine.core.session;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Response;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.MemoryOutbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Document;
import fi.vastine.core.replica.MemoryReplica;
import fi.vastine.core.replica.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** The entries of core over stores in memory, for tests of the screens; a restart finds what was kept. */
public final class MemoryEntries {
    private final Json json = new Json();
    private final MemoryOutbox outbox = new MemoryOutbox(json);
    private final Desk desk;
    private final Commands commands;
    private final PersonId person;
    private final InstantSource clock;
    private long changeNo;

    public MemoryEntries(PersonId person, InstantSource clock) {
        this.person = person;
        this.clock = clock;
        outbox.register(new Registration(new DeviceId(new UUID(1, 1)), "epoch"));
        desk = new Desk(outbox, new MemoryReplica(), json, person, clock);
        var ids = new Ids(new UuidSource(clock, new SplittableRandom(3)));
        commands = new Commands(desk, outbox, ids, clock, () -> {}, () -> {});
    }

    /** What a program that starts now has. */
    public Entries start() {
        return new Entries(desk, outbox, commands, person, json, clock);
    }

    /** The interviews of a program that starts now. */
    public Interviews startInterviews() {
        return new Interviews(Interviews.BEDSIDE, desk, outbox, commands, person, json, clock);
    }

    /** Her campaigns, counting what these hold. */
    public Campaigns campaigns(Interviews... asking) {
        return new Campaigns(desk, outbox, commands, new Attention(desk, commands, () -> {}), List.of(asking), json);
    }

    /** The backend has counted. */
    public void hears(Response response) {
        var told = new Document("response", response.campaign().toString(), json.write(response));
        var cursors = new Cursors("epoch", ++changeNo, Map.of(), Scope.NONE);
        desk.apply(new Page(List.of(), List.of(), List.of(told), Set.of(), Set.of(), cursors), Map.of());
    }

    /** The papers of a program that starts now. */
    public Interviews startPapers() {
        return new Interviews(Interviews.PAPER, desk, outbox, commands, person, json, clock);
    }

    /** The day's entries of a program that starts now. */
    public EnteredToday startEnteredToday() {
        return new EnteredToday(desk, outbox, commands, json, clock);
    }

    /** What waits to be sent, as the foot of the window would tell it. */
    public SyncState waiting(Connection connection) {
        List<Waiting> waiting = desk.pending().value().stream()
                .map(each -> new Waiting(each.id(), each.caseId(), each.command(), each.madeAt(), null))
                .toList();
        return new SyncState(connection, clock.instant(), waiting, null);
    }

    /** What was entered, in order. */
    public List<Command.EnterFeedback> entered() {
        return desk.pending().value().stream()
                .map(Pending::command)
                .map(Command.EnterFeedback.class::cast)
                .toList();
    }

    /** The backend has everything that was entered, and has answered so. */
    public void take() {
        commands.ripen(Instant.MAX);
        desk.settle(outbox.takeForWire(200, Push.MOST_BYTES).stream()
                .map(each -> new Push.Result(each.commandId(), each.seq(), new Outcome.Applied(each.seq())))
                .toList());
    }

    /** What was decided, in order, and waits. */
    public List<Command> decided() {
        return desk.pending().value().stream()
                .filter(Pending::unconfirmed)
                .map(Pending::command)
                .toList();
    }

    /** Everything is on its way. */
    public List<CommandId> send() {
        commands.ripen(Instant.MAX);
        return outbox.takeForWire(200, Push.MOST_BYTES).stream()
                .map(each -> each.commandId())
                .toList();
    }
}
