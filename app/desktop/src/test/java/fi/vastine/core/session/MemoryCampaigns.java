package fi.vastine.core.session;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Campaign;
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
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** The campaigns of core over stores in memory, for tests of the screens. */
public final class MemoryCampaigns {
    private final Json json = new Json();
    private final MemoryOutbox outbox;
    private final Desk desk;
    private final Commands commands;
    private final Attention attention;
    private final Campaigns campaigns;
    private long changeNo;

    public MemoryCampaigns(PersonId person, InstantSource clock) {
        outbox = new MemoryOutbox(json);
        outbox.register(new Registration(new DeviceId(new UUID(1, 1)), "epoch"));
        desk = new Desk(outbox, new MemoryReplica(), json, person, clock);
        var ids = new Ids(new UuidSource(clock, new SplittableRandom(3)));
        commands = new Commands(desk, outbox, ids, clock, () -> {}, () -> {});
        attention = new Attention(desk, commands, () -> {});
        campaigns = start();
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    /** The campaigns of a program that starts now. */
    public Campaigns start() {
        return new Campaigns(desk, outbox, commands, attention, List.of(), json);
    }

    /** What was not taken. */
    public Attention attention() {
        return attention;
    }

    /** The backend takes none of what waits, and says why. */
    public void refuses(Outcome why) {
        desk.settle(outbox.takeForWire(200, Push.MOST_BYTES).stream()
                .map(each -> new Push.Result(each.commandId(), each.seq(), why))
                .toList());
    }

    /** The backend tells of these. */
    public void come(Campaign... told) {
        List<Document> documents = Arrays.stream(told)
                .map(each -> new Document("campaign", each.id().toString(), json.write(each)))
                .toList();
        var cursors = new Cursors("epoch", ++changeNo, Map.of(), Scope.NONE);
        desk.apply(new Page(List.of(), List.of(), documents, Set.of(), Set.of(), cursors), Map.of());
    }

    /** What was planned and ended here, in order. */
    public List<Command> decided() {
        return desk.pending().value().stream().map(Pending::command).toList();
    }
}
