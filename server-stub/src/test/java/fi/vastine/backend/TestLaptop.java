package fi.vastine.backend;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Push;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a laptop says over the wire, and nothing of what it keeps. */
public final class TestLaptop {
    public final PersonId person;
    public final DeviceId device;
    private final TestBackend backend;
    private long seq;

    TestLaptop(TestBackend backend, PersonId person, DeviceId device) {
        this.backend = backend;
        this.person = person;
        this.device = device;
    }

    public String token() {
        return person + "/" + device;
    }

    /** The next envelope in the sequence, written now. */
    public Envelope envelope(CaseId caseId, Command command) {
        return envelope(caseId, command, backend.clock.instant());
    }

    public Envelope envelope(CaseId caseId, Command command, Instant madeAt) {
        return new Envelope(new CommandId(UUID.randomUUID()), device, ++seq, caseId, madeAt, Envelope.SHAPE, command);
    }

    /** Sends one command and says what came of it. */
    public Outcome does(CaseId caseId, Command command) {
        return push(envelope(caseId, command)).getFirst().outcome();
    }

    public List<Push.Result> push(Envelope... envelopes) {
        HttpResponse<String> answer = post(new Push.Request(Arrays.asList(envelopes)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return backend.client.read(answer, Push.Answer.class).outcomes();
    }

    public Problem refused(Envelope... envelopes) {
        return backend.client.problem(post(new Push.Request(Arrays.asList(envelopes))));
    }

    public HttpResponse<String> post(Object batch) {
        return backend.client.postAs(token(), "/v1/commands", batch);
    }

    public Pulled pull(PullRequest asked) {
        HttpResponse<String> answer = backend.client.postAs(token(), "/v1/changes", asked);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return new Pulled(answer.body()
                .lines()
                .map(line -> backend.json.read(line, PullLine.class))
                .toList());
    }

    /** Asks as a new laptop does, page by page, to the end. */
    public Pulled pullAll(int limit) {
        List<PullLine> lines = new ArrayList<>();
        Pulled page = pull(new PullRequest(null, -1, Map.of(), 0, limit));
        lines.addAll(page.lines());
        while (page.end().more()) {
            page = pull(page.next(page.scopeOr(1), limit));
            lines.addAll(page.lines());
        }
        return new Pulled(lines);
    }

    /** The lines of an answer. */
    public record Pulled(List<PullLine> lines) {
        public PullLine.PageLine end() {
            return (PullLine.PageLine) lines.getLast();
        }

        public <L extends PullLine> List<L> all(Class<L> kind) {
            return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        public List<PullLine.CaseLine> cases() {
            return all(PullLine.CaseLine.class);
        }

        public List<CaseId> caseIds() {
            return cases().stream().map(line -> line.snapshot().id()).toList();
        }

        long scopeOr(long other) {
            return all(PullLine.ScopeLine.class).stream()
                    .map(line -> line.scope().version())
                    .findFirst()
                    .orElse(other);
        }

        public PullRequest next(long scopeVersion, int limit) {
            return new PullRequest(end().epoch(), end().after(), end().catchUp(), scopeVersion, limit);
        }

        /** Asks on from here, with units whose first download is to begin. */
        public PullRequest next(long scopeVersion, int limit, UnitId... begun) {
            Map<UnitId, CatchUp> catchUp = new HashMap<>(end().catchUp());
            for (UnitId unit : begun) {
                catchUp.put(unit, new CatchUp(end().after(), null));
            }
            return new PullRequest(end().epoch(), end().after(), catchUp, scopeVersion, limit);
        }
    }

    /** Whatever the laptop holds of its sequence is set back, as by restoring an image. */
    public void restoredTo(long earlier) {
        seq = earlier;
    }
}
