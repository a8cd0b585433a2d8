package fi.vastine.core.session;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.recovery.RecoveryKey;
import fi.vastine.contract.wire.Erasures;
import fi.vastine.contract.wire.News;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Reads;
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
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A backend in memory behind a real HTTP server: the real rules, and trouble on order. Everyone has the password "salasana". */
final class SmallBackend extends Dispatcher implements AutoCloseable {
    static final UnitId WARD = new UnitId("u-ward");
    static final UnitId CLINIC = new UnitId("u-clinic");
    static final String PASSWORD = "salasana";

    private @Nullable String recoveryKey;
    private String password = PASSWORD;
    private final MockWebServer server = new MockWebServer();
    private final Json json = new Json();
    private final HttpAnswers answers = new HttpAnswers(json);
    private final SmallCounty county = new SmallCounty(json);
    private final Map<String, PersonId> access = new HashMap<>();
    private final Map<String, PersonId> claims = new HashMap<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Map<String, Fault> failing = new HashMap<>();
    private final List<Reads.Read> reads = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final KeyPair orders = newKeys();
    private @Nullable WipeOrder order;
    private DeviceId lastDevice = new DeviceId(new UUID(0, 0));
    private boolean blocked;
    private boolean offline;
    private boolean closing;

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
        CaseId id = county.receive(unit, text, mail);
        notifyAll();
        return id;
    }

    synchronized void change(CaseId id, UnaryOperator<FeedbackCase> change) {
        county.store(change.apply(county.theCase(id)));
        notifyAll();
    }

    synchronized void erase(CaseId id) {
        county.erase(id);
        notifyAll();
    }

    /** The case belongs to a unit that nobody here may read. */
    synchronized void moveAway(CaseId id) {
        county.moveAway(id);
        notifyAll();
    }

    synchronized void grant(Map<UnitId, LocalDate> until, UnitId... units) {
        county.grant(until, units);
        notifyAll();
    }

    /** As from a backup made before anything was decided. */
    synchronized void restoreFromBackup() {
        access.clear();
        county.restoreFromBackup();
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
        return county.erasedUpTo();
    }

    synchronized long changeNo() {
        return county.changeNo();
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
        county.leaveOutOfChecksum(id);
    }

    synchronized FeedbackCase theCase(CaseId id) {
        return county.theCase(id);
    }

    /** Commands in the order they were decided, each once. */
    synchronized List<Envelope> decided() {
        return county.decided();
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
        county.takeSeq(device);
    }

    /** The same, with a command that changed a case. */
    synchronized void takeSeq(DeviceId device, CaseId id) {
        county.takeSeq(device, id);
        notifyAll();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        String path = request.getUrl().encodedPath();
        Fault fault;
        synchronized (this) {
            if (offline) {
                return HttpAnswers.hangUp();
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
                yield HttpAnswers.hangUp();
            }
            case CUT_SHORT -> HttpAnswers.lines(path.equals("/v1/changes") ? cutShort(request) : "{");
            case PROXY_PAGE -> HttpAnswers.page(200, "Hyväksy verkon käyttöehdot");
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
            case EMPTY_LIST -> HttpAnswers.lines("[]\n");
            case EMPTY_BODY -> HttpAnswers.lines("");
            case BARE_GONE -> bare(410);
            case SESSION_ENDED -> problem(401, Problem.Code.SESSION_ENDED);
            case NULL_LINE -> HttpAnswers.lines("null\n");
            case EMPTY_OBJECT -> HttpAnswers.lines("{}\n");
            case EMPTY_SCOPE -> HttpAnswers.lines(emptyScope(true));
            case SCOPE_CUT_SHORT -> HttpAnswers.lines(emptyScope(false));
        };
    }

    private synchronized String cutShort(RecordedRequest request) {
        String whole = pull(request);
        return whole.substring(0, whole.lastIndexOf("{\"page\"") + 9);
    }

    private synchronized String emptyScope(boolean whole) {
        return county.emptyScope(whole);
    }

    private String pull(RecordedRequest request) {
        return county.pull(body(request, PullRequest.class), lastDevice);
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
            case "/v1/changes" -> HttpAnswers.lines(pull(request));
            case "/v1/erasures/done" -> {
                county.erasedUpTo(body(request, Erasures.Done.class).upTo());
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
        return answers.ok(new SignIn.Answer(
                device,
                person,
                tokens(person),
                county.epoch(),
                county.lastSeq(device),
                claim,
                orderKey(),
                recoveryKey));
    }

    private synchronized MockResponse renew(SignIn.Renewal asked) {
        String[] parts = asked.refresh().split("@", -1);
        var person = new PersonId(parts[0]);
        if (!claims.containsValue(person)) {
            return problem(401, Problem.Code.SESSION_ENDED);
        }
        return parts[1].equals(county.epoch()) ? answers.ok(tokens(person)) : problem(401, Problem.Code.RESTORED);
    }

    private synchronized SignIn.Tokens tokens(PersonId person) {
        String fresh = UUID.randomUUID().toString();
        access.put(fresh, person);
        return new SignIn.Tokens(fresh, Instant.now().plusSeconds(900), person + "@" + county.epoch());
    }

    private synchronized MockResponse push(Push.Request asked, PersonId person) {
        try {
            return answers.ok(county.push(asked, person));
        } catch (SmallCounty.Misfit misfit) {
            return problem(409, misfit.code());
        } finally {
            notifyAll();
        }
    }

    private synchronized MockResponse await(RecordedRequest request) throws InterruptedException {
        long after = Long.parseLong(String.valueOf(request.getUrl().queryParameter("after")));
        long version = Long.parseLong(String.valueOf(request.getUrl().queryParameter("scopeVersion")));
        while (!closing && !offline && !blocked && county.changeNo() <= after && county.scopeVersion() == version) {
            wait(TimeUnit.SECONDS.toMillis(20));
        }
        if (blocked) {
            return problem(403, Problem.Code.DEVICE_BLOCKED);
        }
        return offline || closing
                ? HttpAnswers.hangUp()
                : answers.ok(new News(county.changeNo(), county.scopeVersion()));
    }

    private static MockResponse bare(int status) {
        return HttpAnswers.page(status, "Ei onnistu");
    }

    private MockResponse problem(int status, Problem.Code code) {
        return answers.problem(status, code, order);
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
