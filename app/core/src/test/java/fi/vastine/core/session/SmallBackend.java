package fi.vastine.core.session;

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
import fi.vastine.contract.command.Actor;
import fi.vastine.contract.command.Decision;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.recovery.RecoveryKey;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.Checksum;
import fi.vastine.contract.wire.Erasures;
import fi.vastine.contract.wire.News;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Reads;
import fi.vastine.contract.wire.Scope;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.contract.wire.WipeOrder;
import fi.vastine.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** A backend in memory behind a real HTTP server: the real rules, and trouble on order. Everyone has the password "salasana". */
final class SmallBackend extends Dispatcher implements AutoCloseable {
    static final UnitId WARD = new UnitId("u-ward");
    static final UnitId CLINIC = new UnitId("u-clinic");
    static final String PASSWORD = "salasana";

    /** What goes wrong with one request. */
    enum Fault {
        /** Nothing: the fault after it is for the request after. */
        NONE,
        /** It is done, but the answer never arrives. */
        ANSWER_LOST,
        /** The answer ends before its last line. */
        CUT_SHORT,
        PROXY_PAGE,
        /** Wants to be left alone for ten minutes. */
        TOO_MANY,
        TOO_LARGE,
        BUSY,
        TOO_OLD,
        /** Refused without a word of ours, as by something in between. */
        UNAUTHORISED,
        /** Refused by the backend itself. */
        FORBIDDEN,
        /** Refused without a word of ours. */
        BARE_FORBIDDEN,
        NOT_FOUND,
        BARE_NOT_FOUND,
        INTERNAL,
        BARE_INTERNAL,
        /** Of the right type, with a list in it that has nothing. */
        EMPTY_LIST,
        /** Of the right type, and nothing more. */
        EMPTY_BODY,
        /** Gone, without a word of ours. */
        BARE_GONE,
        /** The session has ended, says the backend itself. */
        SESSION_ENDED,
        /** Of the right type, with nothing where a line should be. */
        NULL_LINE,
        /** Of the right type, with a line that says nothing. */
        EMPTY_OBJECT,
        /** A whole page, with a scope that says that there is nothing any more. */
        EMPTY_SCOPE,
        /** A scope that says that there is nothing any more, and no end of the page. */
        SCOPE_CUT_SHORT
    }

    private @Nullable String recoveryKey;
    private String password = PASSWORD;
    private final MockWebServer server = new MockWebServer();
    private final Json json = new Json();
    private final Map<CaseId, FeedbackCase> cases = new LinkedHashMap<>();
    private final Map<CaseId, Map<DeviceId, Long>> seqs = new HashMap<>();
    private final List<PullLine.ForgetLine> forgets = new ArrayList<>();
    private final Map<CommandId, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<DeviceId, List<CommandId>> logs = new HashMap<>();
    private final Map<String, PersonId> access = new HashMap<>();
    private final Map<String, PersonId> claims = new HashMap<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Map<String, Fault> failing = new HashMap<>();
    private final List<Envelope> decided = new ArrayList<>();
    private final List<Reads.Read> reads = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private Scope scope = new Scope(1, List.of(WARD, CLINIC), Map.of(), List.of(Role.HANDLER), List.of());
    private String epoch = "e1";
    private long changeNo;
    private final KeyPair orders = newKeys();
    private @Nullable WipeOrder order;
    private DeviceId lastDevice = new DeviceId(new UUID(0, 0));
    private boolean blocked;
    private long erasedUpTo;
    private boolean offline;
    private boolean closing;
    private @Nullable CaseId wrongInChecksum;

    SmallBackend() {
        try {
            server.setDispatcher(this);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerAddress address() {
        return new ServerAddress(server.url("/").uri());
    }

    synchronized void goOffline() {
        offline = true;
        notifyAll();
    }

    synchronized void goOnline() {
        offline = false;
    }

    /** The next requests for a path go wrong, one after the other. */
    synchronized void next(String path, Fault... wrong) {
        faults.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(wrong));
    }

    /** Every request for a path goes wrong, after those that are to already, until it is mended. */
    synchronized void keepFailing(String path, Fault wrong) {
        failing.put(path, wrong);
    }

    synchronized void mend(String path) {
        failing.remove(path);
    }

    CaseId receive(UnitId unit, String text) {
        return receive(unit, text, "asiakas@example.org");
    }

    /** Feedback of a customer who wishes for a reply by mail. */
    synchronized CaseId receive(UnitId unit, String text, String mail) {
        var id = new CaseId(new UUID(0x0193_0000_0000_7000L + cases.size(), 0x8000_0000_0000_0000L | cases.size()));
        Instant at = Instant.parse("2026-11-16T12:05:00Z");
        store(new FeedbackCase(
                id,
                0,
                unit,
                new Origin(Channel.WEB, Language.FI, at, Answers.NONE, null),
                FeedbackKind.CRITICISM,
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(id.value()), at, text)),
                new ReplyWish(Way.MAIL, mail, null),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of()));
        return id;
    }

    synchronized void change(CaseId id, java.util.function.UnaryOperator<FeedbackCase> change) {
        store(change.apply(theCase(id)));
    }

    synchronized void erase(CaseId id) {
        cases.remove(id);
        forgets.add(new PullLine.ForgetLine(id, PullLine.ForgetReason.ERASED, ++changeNo));
        notifyAll();
    }

    /** The case belongs to a unit that nobody here may read. */
    synchronized void moveAway(CaseId id) {
        change(id, each -> each.edit().unit(new UnitId("u-elsewhere")).done());
        forgets.add(new PullLine.ForgetLine(id, PullLine.ForgetReason.MOVED, changeNo));
    }

    synchronized void grant(Map<UnitId, LocalDate> until, UnitId... units) {
        scope = new Scope(scope.version() + 1, List.of(units), until, scope.roles(), scope.enters());
        notifyAll();
    }

    /** As from a backup made before anything was decided. */
    synchronized void restoreFromBackup() {
        epoch = "e2";
        access.clear();
        outcomes.clear();
        logs.clear();
        decided.clear();
        cases.replaceAll((id, each) -> each.edit().changeNo(1).done());
        changeNo = 1;
        notifyAll();
    }

    synchronized void expireTokens() {
        access.clear();
    }

    /** Every device is blocked; each is answered with this order, if there is one. */
    synchronized void block(@Nullable WipeOrder withOrder) {
        blocked = true;
        order = withOrder;
        notifyAll();
    }

    /** An order that is signed as it should be. */
    WipeOrder order(DeviceId device) {
        return WipeOrder.signed(device, Instant.EPOCH, orders.getPrivate());
    }

    /** Whether something is still to go wrong with pulling or pushing. */
    synchronized boolean isFaulty() {
        return Stream.of("/v1/changes", "/v1/commands")
                .anyMatch(path -> !faults.getOrDefault(path, new ArrayDeque<>()).isEmpty());
    }

    /** The device that registered last. */
    synchronized DeviceId lastDevice() {
        return lastDevice;
    }

    /** The number of the last erasure that was said to be carried out. */
    synchronized long erasedUpTo() {
        return erasedUpTo;
    }

    synchronized long changeNo() {
        return changeNo;
    }

    private String orderKey() {
        return Base64.getEncoder().encodeToString(orders.getPublic().getEncoded());
    }

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** All sessions began after the backup, or were ended. */
    synchronized void endSessions() {
        access.clear();
        claims.clear();
    }

    /** Whoever has to register anew must sign in for it. */
    synchronized void forgetClaims() {
        claims.clear();
    }

    synchronized void claimOf(CaseId id) {
        wrongInChecksum = id;
    }

    synchronized FeedbackCase theCase(CaseId id) {
        FeedbackCase found = cases.get(id);
        if (found == null) {
            throw new AssertionError("No case " + id);
        }
        return found;
    }

    /** Commands in the order they were decided, each once. */
    synchronized List<Envelope> decided() {
        return List.copyOf(decided);
    }

    synchronized List<Reads.Read> reads() {
        return List.copyOf(reads);
    }

    synchronized int requests(String path) {
        return Collections.frequency(requests, path);
    }

    /** The paths asked for, in order. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Another laptop with the same registration was here first. */
    synchronized void takeSeq(DeviceId device) {
        logs.computeIfAbsent(device, key -> new ArrayList<>()).add(new CommandId(UUID.randomUUID()));
    }

    /** The same, with a command that changed a case. */
    synchronized void takeSeq(DeviceId device, CaseId id) {
        takeSeq(device);
        long taken = logs.getOrDefault(device, List.of()).size();
        seqs.computeIfAbsent(id, key -> new HashMap<>()).put(device, taken);
        store(theCase(id));
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        String path = request.getUrl().encodedPath();
        Fault fault;
        synchronized (this) {
            if (offline) {
                return new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
            }
            requests.add(path);
            Deque<Fault> waiting = faults.getOrDefault(path, new ArrayDeque<>());
            fault = waiting.isEmpty() ? failing.get(path) : waiting.poll();
        }
        return fault == null ? answer(path, request) : wrong(fault, path, request);
    }

    private MockResponse wrong(Fault fault, String path, RecordedRequest request) throws InterruptedException {
        return switch (fault) {
            case NONE -> answer(path, request);
            case ANSWER_LOST -> {
                answer(path, request);
                yield new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
            }
            case CUT_SHORT -> lines(path.equals("/v1/changes") ? cutShort(request) : "{");
            case PROXY_PAGE ->
                new MockResponse.Builder()
                        .code(200)
                        .setHeader("Content-Type", "text/html")
                        .body("<html>Hyväksy verkon käyttöehdot</html>")
                        .build();
            case TOO_MANY ->
                problem(429, Problem.Code.TOO_MANY)
                        .newBuilder()
                        .setHeader("Retry-After", 600)
                        .build();
            case TOO_LARGE -> new MockResponse.Builder().code(413).build();
            case BUSY -> problem(503, Problem.Code.BUSY);
            case TOO_OLD -> problem(426, Problem.Code.TOO_OLD);
            case UNAUTHORISED -> bare(401);
            case FORBIDDEN -> problem(403, Problem.Code.FORBIDDEN);
            case BARE_FORBIDDEN -> bare(403);
            case NOT_FOUND -> problem(404, Problem.Code.NOT_FOUND);
            case BARE_NOT_FOUND -> bare(404);
            case INTERNAL -> problem(500, Problem.Code.INTERNAL);
            case BARE_INTERNAL -> bare(500);
            case EMPTY_LIST -> lines("[]\n");
            case EMPTY_BODY -> lines("");
            case BARE_GONE -> bare(410);
            case SESSION_ENDED -> problem(401, Problem.Code.SESSION_ENDED);
            case NULL_LINE -> lines("null\n");
            case EMPTY_OBJECT -> lines("{}\n");
            case EMPTY_SCOPE -> lines(emptyScope(true));
            case SCOPE_CUT_SHORT -> lines(emptyScope(false));
        };
    }

    private String cutShort(RecordedRequest request) {
        String whole = pull(body(request, PullRequest.class));
        return whole.substring(0, whole.lastIndexOf("{\"page\"") + 9);
    }

    private synchronized String emptyScope(boolean whole) {
        var text = new StringBuilder();
        line(text, new PullLine.ScopeLine(new Scope(99, List.of(), Map.of(), List.of(), List.of())));
        if (whole) {
            line(text, new PullLine.PageLine(epoch, changeNo, Map.of(), false, Map.of(), 0));
        }
        return text.toString();
    }

    private MockResponse answer(String path, RecordedRequest request) throws InterruptedException {
        if (path.equals("/v1/sign-in")) {
            return signIn(body(request, SignIn.Request.class));
        }
        if (path.equals("/v1/token")) {
            return renew(body(request, SignIn.Renewal.class));
        }
        if (path.equals("/v1/device")) {
            return registerAnew(body(request, SignIn.Anew.class));
        }
        String token = String.valueOf(request.getHeaders().get("Authorization")).replace("Bearer ", "");
        if (path.equals("/v1/changes/wait")) {
            MockResponse refused = refusal(token);
            return refused == null ? await(request) : refused;
        }
        // As one: what comes between, such as the end of all sessions, must not find a request half let in.
        synchronized (this) {
            MockResponse refused = refusal(token);
            return refused == null ? answer(path, request, Objects.requireNonNull(access.get(token))) : refused;
        }
    }

    private synchronized @Nullable MockResponse refusal(String token) {
        if (blocked) {
            return problem(403, Problem.Code.DEVICE_BLOCKED);
        }
        return access.containsKey(token) ? null : problem(401, Problem.Code.TOKEN_EXPIRED);
    }

    private synchronized MockResponse answer(String path, RecordedRequest request, PersonId person) {
        return switch (path) {
            case "/v1/commands" -> push(body(request, Push.Request.class), person);
            case "/v1/changes" -> lines(pull(body(request, PullRequest.class)));
            case "/v1/erasures/done" -> {
                erasedUpTo = body(request, Erasures.Done.class).upTo();
                yield new MockResponse.Builder().code(204).build();
            }
            case "/v1/reads" -> {
                reads.addAll(body(request, Reads.class).reads());
                yield new MockResponse.Builder().code(204).build();
            }
            default -> problem(404, Problem.Code.NOT_FOUND);
        };
    }

    /** Everybody's password from now on. */
    synchronized void password(String other) {
        password = other;
    }

    /** From now on sign-ins tell of a recovery key. */
    synchronized void tellRecoveryKey(RecoveryKey key) {
        recoveryKey = key.text();
    }

    private synchronized MockResponse signIn(SignIn.Request asked) {
        if (!asked.password().equals(password)) {
            return problem(401, Problem.Code.WRONG_PASSWORD);
        }
        WipeOrder known = order;
        if (blocked
                && known != null
                && (known.device().equals(asked.device()) || known.device().equals(asked.instead()))) {
            return problem(403, Problem.Code.DEVICE_BLOCKED);
        }
        var person = new PersonId("p-" + asked.user());
        DeviceId device = asked.device() == null ? new DeviceId(UUID.randomUUID()) : asked.device();
        return signedIn(device, person);
    }

    private synchronized MockResponse registerAnew(SignIn.Anew asked) {
        PersonId person = claims.get(asked.claim());
        if (blocked) {
            return problem(403, Problem.Code.DEVICE_BLOCKED);
        }
        return person == null
                ? problem(401, Problem.Code.SESSION_ENDED)
                : signedIn(new DeviceId(UUID.randomUUID()), person);
    }

    private MockResponse signedIn(DeviceId device, PersonId person) {
        String claim = UUID.randomUUID().toString();
        claims.put(claim, person);
        lastDevice = device;
        long lastSeq = logs.getOrDefault(device, List.of()).size();
        return ok(new SignIn.Answer(device, person, tokens(person), epoch, lastSeq, claim, orderKey(), recoveryKey));
    }

    private synchronized MockResponse renew(SignIn.Renewal asked) {
        String[] parts = asked.refresh().split("@", -1);
        var person = new PersonId(parts[0]);
        if (!claims.containsValue(person)) {
            return problem(401, Problem.Code.SESSION_ENDED);
        }
        return parts[1].equals(epoch) ? ok(tokens(person)) : problem(401, Problem.Code.RESTORED);
    }

    private synchronized SignIn.Tokens tokens(PersonId person) {
        String fresh = UUID.randomUUID().toString();
        access.put(fresh, person);
        return new SignIn.Tokens(fresh, Instant.now().plusSeconds(900), person + "@" + epoch);
    }

    private synchronized MockResponse push(Push.Request asked, PersonId person) {
        var results = new ArrayList<Push.Result>();
        for (Envelope each : asked.commands()) {
            List<CommandId> log = logs.computeIfAbsent(each.deviceId(), key -> new ArrayList<>());
            if (each.seq() > log.size() + 1) {
                return problem(409, Problem.Code.SEQ_GAP);
            }
            if (each.seq() <= log.size() && !log.get((int) each.seq() - 1).equals(each.commandId())) {
                return problem(409, Problem.Code.DEVICE_FORKED);
            }
            if (each.seq() > log.size()) {
                log.add(each.commandId());
            }
            Outcome outcome = outcomes.get(each.commandId());
            if (outcome == null) {
                outcome = decide(each, person);
                outcomes.put(each.commandId(), outcome);
                decided.add(each);
            }
            results.add(new Push.Result(each.commandId(), each.seq(), outcome));
        }
        return ok(new Push.Answer(results));
    }

    private Outcome decide(Envelope each, PersonId person) {
        var actor = new Actor(person, each.madeAt(), each.madeAt());
        return switch (Decisions.decide(each.caseId(), cases.get(each.caseId()), each.command(), actor)) {
            case Decision.Apply apply -> {
                store(apply.next());
                seqs.computeIfAbsent(each.caseId(), key -> new HashMap<>()).put(each.deviceId(), each.seq());
                yield new Outcome.Applied(changeNo);
            }
            case Decision.NoOp ignored -> new Outcome.NoOp();
            case Decision.Conflict met -> new Outcome.Conflict(met.why(), met.current(), met.by(), met.at());
            case Decision.Refuse refused -> new Outcome.Refused(refused.code(), false);
        };
    }

    private synchronized void store(FeedbackCase next) {
        cases.put(next.id(), next.edit().changeNo(++changeNo).done());
        notifyAll();
    }

    private synchronized String pull(PullRequest asked) {
        var text = new StringBuilder();
        if (asked.scopeVersion() != scope.version()) {
            line(text, new PullLine.ScopeLine(scope));
        }
        if (asked.epoch() != null && !asked.epoch().equals(epoch)) {
            line(text, new PullLine.PageLine(epoch, -1, Map.of(), true, Map.of(), 0));
            return text.toString();
        }
        Map<UnitId, CatchUp> catchUp = new HashMap<>(asked.catchUp());
        if (asked.after() < 0) {
            scope.units().forEach(unit -> catchUp.put(unit, new CatchUp(changeNo, null)));
        }
        int room = asked.limit();
        for (UnitId unit : List.copyOf(catchUp.keySet())) {
            room -= catchUp(unit, catchUp, room, text);
        }
        long after = asked.after() < 0 ? changeNo : asked.after();
        List<FeedbackCase> live = inScope(after, Long.MAX_VALUE);
        List<FeedbackCase> now = live.subList(0, Math.min(Math.max(1, room), live.size()));
        now.forEach(each -> line(text, each));
        boolean all = now.size() == live.size();
        long upTo = all ? changeNo : now.getLast().changeNo();
        forgets.stream().filter(each -> each.changeNo() > erasedUpTo).forEach(each -> line(text, each));
        boolean more = !all || !catchUp.isEmpty();
        long expected = catchUp.isEmpty() ? 0 : inScope(0, changeNo).size();
        line(text, new PullLine.PageLine(epoch, upTo, catchUp, more, more ? Map.of() : checksums(), expected));
        return text.toString();
    }

    private int catchUp(UnitId unit, Map<UnitId, CatchUp> catchUp, int room, StringBuilder text) {
        CatchUp at = catchUp.getOrDefault(unit, new CatchUp(0, null));
        long from = at.at() == null ? 0 : Long.parseLong(at.at());
        List<FeedbackCase> rest = inScope(from, at.to()).stream()
                .filter(each -> each.unit().equals(unit))
                .toList();
        List<FeedbackCase> now = rest.subList(0, Math.clamp(rest.size(), 0, Math.max(0, room)));
        now.forEach(each -> line(text, each));
        if (now.size() == rest.size()) {
            catchUp.remove(unit);
        } else if (!now.isEmpty()) {
            catchUp.put(unit, new CatchUp(at.to(), Long.toString(now.getLast().changeNo())));
        }
        return now.size();
    }

    private List<FeedbackCase> inScope(long above, long upTo) {
        return cases.values().stream()
                .filter(each -> scope.units().contains(each.unit()))
                .filter(each -> each.changeNo() > above && each.changeNo() <= upTo)
                .sorted(Comparator.comparingLong(FeedbackCase::changeNo))
                .toList();
    }

    private Map<UnitId, Long> checksums() {
        Map<UnitId, Long> sums = new HashMap<>();
        scope.units().forEach(unit -> sums.put(unit, 0L));
        cases.values().stream()
                .filter(each -> scope.units().contains(each.unit()))
                .filter(each -> !each.id().equals(wrongInChecksum))
                .forEach(each -> sums.merge(each.unit(), Checksum.of(each.id(), each.changeNo()), Long::sum));
        return sums;
    }

    private synchronized MockResponse await(RecordedRequest request) throws InterruptedException {
        long after = Long.parseLong(String.valueOf(request.getUrl().queryParameter("after")));
        long version = Long.parseLong(String.valueOf(request.getUrl().queryParameter("scopeVersion")));
        while (!closing && !offline && !blocked && changeNo <= after && scope.version() == version) {
            wait(TimeUnit.SECONDS.toMillis(20));
        }
        if (blocked) {
            return problem(403, Problem.Code.DEVICE_BLOCKED);
        }
        return offline || closing
                ? new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build()
                : ok(new News(changeNo, scope.version()));
    }

    private void line(StringBuilder text, FeedbackCase each) {
        // Which device asks does not matter where each test has one laptop that writes.
        long seq = seqs.getOrDefault(each.id(), Map.of()).getOrDefault(lastDevice, 0L);
        line(text, new PullLine.CaseLine(each, seq));
    }

    private void line(StringBuilder text, PullLine line) {
        try {
            text.append(json.mapper().writerFor(PullLine.class).writeValueAsString(line))
                    .append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockResponse lines(String text) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/x-ndjson")
                .body(text)
                .build();
    }

    private MockResponse ok(Object content) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/json")
                .body(json.write(content))
                .build();
    }

    private static MockResponse bare(int status) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body("<html>Ei onnistu</html>")
                .build();
    }

    private MockResponse problem(int status, Problem.Code code) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/problem+json")
                .body(json.write(new Problem("urn:vastine:problem:x", "x", status, null, code, null, null, order)))
                .build();
    }

    private <T> T body(RecordedRequest request, Class<T> type) {
        okio.ByteString body = request.getBody();
        if (body == null) {
            throw new AssertionError("A request without a body");
        }
        return json.read(body.utf8(), type);
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        server.close();
    }
}
