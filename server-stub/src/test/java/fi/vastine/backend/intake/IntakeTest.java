package fi.vastine.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.http.ClientAddress;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.HttpServer;
import fi.vastine.backend.http.HttpSettings;
import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Epoch;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.Intake;
import fi.vastine.contract.wire.Problem.Code;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
    private static final int PER_SENDER = 30;
    private static final Promise PROMISE = new Promise(LocalDate.of(2026, 7, 8), 7, 1);

    private final AtomicLong nanos = new AtomicLong();
    private Database database;
    private Writer writer;
    private HttpServer server;
    private TestClient client;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.inFolder(folder);
        new Epoch(database);
        writer = new Writer(database, new Json(), committed -> {});
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-07-01T06:00:00.123456789Z"));
        var ids = new UuidSource(clock, new Random(1));
        // The proxy of this test is loopback itself, so that a request may come from any address.
        var settings = new HttpSettings(
                "127.0.0.1",
                0,
                Set.of("https://www.example.fi"),
                Set.of(InetAddress.getLoopbackAddress()),
                Duration.ofSeconds(20));
        var intake = new IntakeEndpoints(
                writer,
                fresh -> fresh.replyWish() == null
                        ? fresh
                        : fresh.edit().promise(PROMISE).done(),
                new IntakeLimits(PER_SENDER, 10 * PER_SENDER, nanos::get),
                new ClientAddress(settings.trustedProxies()),
                settings.allowedOrigins(),
                clock,
                ids);
        server = new HttpServer(
                settings,
                new Json(),
                ids,
                token -> {
                    throw HttpProblem.notSignedIn();
                },
                List.of(intake));
        server.start();
        client = new TestClient(server.port());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        writer.close();
        database.close();
    }

    @Test
    void whatACustomerWroteIsOnTheDiskWhenTheReceiptIsGiven() {
        FeedbackCase kept = posted("""
                {"unit":"u-17","channel":"QR","kind":"CRITICISM","language":"sv","text":" Vi väntade\\r\\nlänge.\\u0000 ",
                 "statements":[{"statement":1,"score":5},{"statement":4}],"recommendation":3,
                 "contact":{"way":"MAIL","address":" maija@example.fi ","name":"Maija"}}
                """);

        assertThat(kept.unit()).isEqualTo(new UnitId("u-17"));
        assertThat(kept.origin().channel()).isEqualTo(Channel.QR);
        assertThat(kept.origin().language()).isEqualTo(Language.SV);
        assertThat(kept.origin().receivedAt()).isEqualTo(Instant.parse("2026-07-01T06:00:00.123Z"));
        assertThat(kept.kind()).isEqualTo(FeedbackKind.CRITICISM);
        assertThat(kept.feedback().text()).isEqualTo("Vi väntade\nlänge.");
        assertThat(kept.origin().answers().statements())
                .containsExactly(new StatementAnswer(1, 5), new StatementAnswer(4, null));
        assertThat(kept.origin().answers().recommendation()).isEqualTo(3);
        assertThat(kept.replyWish()).satisfies(wish -> {
            assertThat(wish.way()).isEqualTo(Way.MAIL);
            assertThat(wish.address()).isEqualTo("maija@example.fi");
        });
    }

    @Test
    void theReceiptSaysWhenTheReplyIsDueAndOnlyIfOneWasWished() {
        assertThat(receipt("{\"text\":\"Kiitos!\",\"contact\":{\"way\":\"PHONE\",\"address\":\"040 123 4567\"}}")
                        .dueOn())
                .isEqualTo(PROMISE.dueOn());
        assertThat(receipt("{\"text\":\"Kiitos!\"}").dueOn()).isNull();
    }

    @Test
    void aFormWithoutAUnitOrWithAnImpossibleOneWaitsForTriage() {
        assertThat(posted("{\"text\":\"Kiitos!\"}").unit()).isEqualTo(UnitId.TRIAGE);
        assertThat(posted("{\"text\":\"Kiitos!\",\"unit\":\" \"}").unit()).isEqualTo(UnitId.TRIAGE);
        assertThat(posted("{\"text\":\"Kiitos!\",\"unit\":\"" + "u".repeat(65) + "\"}")
                        .unit())
                .isEqualTo(UnitId.TRIAGE);
    }

    @Test
    void whatIsNotSaidIsTakenAsAWebFormInFinnish() {
        FeedbackCase kept = posted("{\"recommendation\":0,\"fieldOfANewerForm\":1}");

        assertThat(kept.origin().channel()).isEqualTo(Channel.WEB);
        assertThat(kept.origin().language()).isEqualTo(Language.FI);
        assertThat(kept.kind()).isEqualTo(FeedbackKind.OTHER);
        assertThat(kept.feedback().text()).isEmpty();
    }

    @Test
    void anIdentityCodeInTheTextIsMarked() {
        assertThat(posted("{\"text\":\"Tunnukseni on 010190-900P, soittakaa.\"}")
                        .signals())
                .contains(Signal.IDENTITY_CODE);
    }

    @Test
    void theSameFormPostedTwiceMakesOneCaseAndGivesTheSameReceipt() {
        String form = "{\"id\":\"0197c2a0-0000-7000-8000-000000000001\",\"text\":\"Kiitos!\"}";

        Intake.Receipt first = receipt(form);

        assertThat(receipt(form)).isEqualTo(first);
        assertThat(cases()).isEqualTo(1);
        assertThat(receipt(form.replace("0001", "0002")).id()).isNotEqualTo(first.id());
    }

    @Test
    void theSameFormPostedTwiceAtOnceMakesOneCase() throws Exception {
        String form = "{\"id\":\"0197c2a0-0000-7000-8000-000000000001\",\"text\":\"Kiitos!\"}";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Intake.Receipt>> all = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> receipt(form)))
                    .toList();
            Intake.Receipt one = all.getFirst().get();
            for (Future<Intake.Receipt> each : all) {
                assertThat(each.get()).isEqualTo(one);
            }
        }
        assertThat(cases()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                             | /text",
                "{\"text\":\" \\u0007 \"}                                       | /text",
                "{\"recommendation\":11}                                        | /recommendation",
                "{\"recommendation\":-1}                                        | /recommendation",
                "{\"statements\":[{\"statement\":1,\"score\":6}]}               | /statements/0",
                "{\"statements\":[{\"statement\":8,\"score\":1}]}               | /statements/0",
                "{\"statements\":[{\"statement\":1},{\"statement\":1}]}         | /statements/1",
                "{\"text\":\"x\",\"channel\":\"SMS\"}                           | /channel",
                "{\"text\":\"x\",\"channel\":\"FAX\"}                           | /channel",
                "{\"text\":\"x\",\"language\":\"de\"}                           | /language",
                "{\"text\":\"x\",\"id\":\"1\"}                                  | /id",
                "{\"text\":\"x\",\"contact\":{\"address\":\"a@b.fi\"}}          | /contact/way",
                "{\"text\":\"x\",\"contact\":{\"way\":\"IN_PERSON\",\"address\":\"a\"}} | /contact/way",
                "{\"text\":\"x\",\"contact\":{\"way\":\"MAIL\"}}                | /contact/address",
                "{\"text\":\"x\",\"contact\":{\"way\":\"MAIL\",\"address\":\"a@b\"}} | /contact/address",
                "{\"text\":\"x\",\"contact\":{\"way\":\"MAIL\",\"address\":\"a@b.fi, c@d.fi\"}} | /contact/address",
                "{\"text\":\"x\",\"contact\":{\"way\":\"MAIL\",\"address\":\"a@b.fi\\nBcc: c@d.fi\"}} | /contact/address",
                "{\"text\":\"x\",\"contact\":{\"way\":\"PHONE\",\"address\":\"soita\"}} | /contact/address",
                "{\"text\":\"x\",\"contact\":{\"way\":\"POST\",\"address\":\" \"}} | /contact/address",
            })
    void aFieldThatIsNotAsItMustBeIsNamedAndNothingIsKept(String form, String field) {
        HttpResponse<String> answer = client.post("/v1/feedback", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(client.problem(answer).code()).isEqualTo(Code.INVALID_FIELD);
        assertThat(client.problem(answer).field()).isEqualTo(field);
        assertThat(cases()).isZero();
    }

    @Test
    void aTextMayBeTenThousandCharactersLongHoweverManyBytesTheyAre() {
        assertThat(post("\uD83D\uDE42".repeat(10_000)).statusCode()).isEqualTo(201);
        HttpResponse<String> longer = post("ä".repeat(10_001));

        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(client.problem(longer).field()).isEqualTo("/text");
    }

    @Test
    void aCommentOfTwoMegabytesIsTooLargeAndSaysSo() {
        HttpResponse<String> answer = post("x".repeat(2 << 20));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(client.problem(answer).code()).isEqualTo(Code.TOO_LARGE);
        assertThat(client.problem(answer).detail()).contains("65536");
    }

    @Test
    void malformedJsonIsRefused() {
        HttpResponse<String> answer = client.post("/v1/feedback", "{\"text\":\"Kiitos");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(client.problem(answer).code()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void tenThousandPostsAMinuteFromOneAddressLeaveOthersServed() {
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            nanos.addAndGet(6_000_000);
            taken += isTakenFromTheFlood() ? 1 : 0;
            if (i % 100 == 0) {
                assertThat(from("198.51.100." + (i / 100), "{\"text\":\"Kiitos!\"}")
                                .statusCode())
                        .isEqualTo(201);
            }
        }

        // A minute's worth at once, and what became free during the minute.
        assertThat(taken).isBetween(2 * PER_SENDER - 1, 2 * PER_SENDER);
        assertThat(cases()).isEqualTo(taken + 100);
    }

    /** Whether one more post from the address is taken in; if it is not, its sender is told when to come again. */
    private boolean isTakenFromTheFlood() {
        HttpResponse<String> answer = from("203.0.113.5", "{\"text\":\"Roskaa\"}");
        if (answer.statusCode() == 201) {
            return true;
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(client.problem(answer).code()).isEqualTo(Code.TOO_MANY);
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 2));
        return false;
    }

    @Test
    void allTogetherHaveALimitToo() {
        for (int i = 0; i < 10 * PER_SENDER; i++) {
            assertThat(from("2001:db8:0:" + i + "::1", "{\"text\":\"Kiitos!\"}").statusCode())
                    .isEqualTo(201);
        }

        assertThat(from("2001:db8:ffff::1", "{\"text\":\"Kiitos!\"}").statusCode())
                .isEqualTo(429);
    }

    @Test
    void onlyThePagesOfTheOrganisationMayPostFromABrowser() {
        var ours = client.send(
                client.posting("/v1/feedback", "{\"text\":\"Kiitos!\"}").header("Origin", "https://www.example.fi"));
        var theirs = client.send(
                client.posting("/v1/feedback", "{\"text\":\"Kiitos!\"}").header("Origin", "https://evil.example"));
        var asked = client.send(client.to("/v1/feedback")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://www.example.fi"));

        assertThat(ours.headers().firstValue("Access-Control-Allow-Origin")).contains("https://www.example.fi");
        assertThat(theirs.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods")).contains("POST");
    }

    private HttpResponse<String> post(String text) {
        return client.post("/v1/feedback", "{\"text\":\"" + text + "\"}");
    }

    private HttpResponse<String> from(String address, String form) {
        return client.send(client.posting("/v1/feedback", form).header("X-Forwarded-For", address));
    }

    private Intake.Receipt receipt(String form) {
        HttpResponse<String> answer = client.post("/v1/feedback", form);
        assertThat(answer.statusCode()).isEqualTo(201);
        return client.read(answer, Intake.Receipt.class);
    }

    private FeedbackCase posted(String form) {
        CaseId id = new CaseId(receipt(form).id());
        return writer.write(transaction -> transaction.find(id).orElseThrow());
    }

    private long cases() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM feedback_case")
                        .mapTo(Long.class)
                        .one());
    }
}
