package fi.vastine.backend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.vastine.backend.delivery.SmtpOut.Security;
import fi.vastine.backend.delivery.SmtpOut.SmtpSettings;
import fi.vastine.backend.identity.TestClock;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Epoch;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.MailQueue;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Delivery;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.ReplyRules;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UnitId;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {
    private static final Instant NOON = Instant.parse("2026-07-01T09:00:00Z");
    private static final MailStyle STYLE =
            new MailStyle("palaute@jarvilaakso.example", "Järvilaakson hyvinvointialue", Map.of());

    private final TestClock clock = new TestClock(NOON);
    private Database database;
    private Writer writer;
    private MailQueue queue;
    private Ledger ledger;

    @TempDir
    Path mails;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.inFolder(folder);
        new Epoch(database);
        writer = new Writer(database, new Json(), committed -> {});
        queue = new MailQueue(database.jdbi());
        ledger = Ledger.in(folder.resolve("ledger"));
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void aReplyReachesTheCustomerAndTheCaseSaysWhen() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos – hyvää kesää!\n.\nÄiti");
            clock.pass(Duration.ofMinutes(3));

            courier(smtp(server.getSmtp().getPort())).round();

            assertThat(delivery(answered)).isEqualTo(new Delivery(DeliveryState.SENT, clock.instant(), null));
            assertThat(server.getReceivedMessages()).singleElement().satisfies(CourierTest::looksAsItShould);
            courier(smtp(server.getSmtp().getPort())).round();
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    private static void looksAsItShould(MimeMessage mail) throws Exception {
        assertThat(mail.getSubject()).isEqualTo("Vastaus palautteeseesi");
        assertThat(mail.getFrom())
                .containsExactly(new InternetAddress("palaute@jarvilaakso.example", "Järvilaakson hyvinvointialue"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("maija@example.fi"));
        assertThat(mail.getMessageID()).isEqualTo("<" + new UUID(3, 3) + "@jarvilaakso.example>");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("Kiitos – hyvää kesää!\n.\nÄiti");
    }

    @Test
    void whoLeftOnlyAPhoneNumberOrAnAddressGetsNoMail() {
        for (Way way : List.of(Way.PHONE, Way.POST)) {
            answered(wish(way, "maija@example.fi"), "Kiitos");
        }
        Reply byPhone = reply("Soitin.", Way.PHONE);
        written(
                caseWith(wish(Way.MAIL, "maija@example.fi"))
                        .edit()
                        .reply(byPhone)
                        .done(),
                byPhone);

        assertThat(queue.due(clock.instant(), 10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <maija@example.fi> unknown, 550 5.1.1",
        "MAIL, 553 maija@example.fi may not, 553",
        "DATA, 554 5.7.1 no, 554 5.7.1",
        "., 552 5.3.4 too big for maija@example.fi, 552 5.3.4"
    })
    void aRefusalIsFinalAndItsReasonNamesNobody(String step, String answer, String reason) throws IOException {
        try (ScriptedServer server = new ScriptedServer(step, answer)) {
            FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");

            courier(smtp(server.port())).round();

            assertThat(delivery(answered).state()).isEqualTo(DeliveryState.FAILED);
            assertThat(delivery(answered).reason()).isEqualTo(reason);
            assertThat(found(answered).owesReply()).isTrue();
            assertThat(queue.oldest()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.3.0 later",
        "RCPT, 450 4.2.1 later",
        "DATA, 421 closing",
        "., 451 4.3.0 later",
        "MAIL, cut",
        "RCPT, silent",
        "DATA, cut"
    })
    void whatSurelyHasNotLeftIsTriedAgainLater(String step, String answer) throws IOException {
        try (ScriptedServer server = new ScriptedServer(step, answer)) {
            FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");
            Courier courier = courier(smtp(server.port()));

            courier.round();
            server.behave();
            int before = server.mails();
            courier.round();

            assertThat(delivery(answered).state()).isEqualTo(DeliveryState.WAITING);
            assertThat(server.mails()).isEqualTo(before);
            clock.pass(Duration.ofMinutes(1));
            courier.round();
            assertThat(delivery(answered).state()).isEqualTo(DeliveryState.SENT);
            assertThat(server.mails()).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.CUT, ScriptedServer.SILENT})
    void aConnectionLostAfterTheMailWasGivenLeavesADoubtAndNothingIsSentAgain(String end) throws IOException {
        try (ScriptedServer server = new ScriptedServer(".", end)) {
            FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");
            Courier courier = courier(smtp(server.port()));

            courier.round();
            server.behave();
            clock.pass(Duration.ofDays(2));
            courier.round();

            assertThat(delivery(answered).state()).isEqualTo(DeliveryState.IN_DOUBT);
            assertThat(server.mails()).isEqualTo(1);
        }
    }

    @Test
    void anAttemptWhoseEndWasNeverWrittenIsInDoubtAndNothingIsSentAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer("never", "")) {
            FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");
            ReplyId reply = answered.replies().getFirst().id();
            writer.write(transaction -> {
                queue.hand(transaction, reply, clock.instant());
                return reply;
            });
            Courier restarted = courier(smtp(server.port()));

            restarted.round();
            assertThat(delivery(answered).state()).isEqualTo(DeliveryState.WAITING);
            clock.pass(Duration.ofMinutes(15).plusMillis(1));
            restarted.round();

            assertThat(delivery(answered).state()).isEqualTo(DeliveryState.IN_DOUBT);
            assertThat(delivery(answered).reason()).isEqualTo("INTERRUPTED");
            assertThat(server.mails()).isZero();
        }
    }

    @Test
    void aReplyThatARestoredDatabaseBringsBackIsNotMailedTwice() {
        FeedbackCase sent = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");
        ledger.mail(sent.replies().getFirst().id(), Ledger.Mail.SENT);

        courier(new EmlFolder(mails, STYLE)).round();

        assertThat(delivery(sent).state()).isEqualTo(DeliveryState.SENT);
        assertThat(mails).isEmptyDirectory();
    }

    @Test
    void aReplyInDoubtIsSentAgainWhenAPersonSaysSo() throws IOException {
        try (ScriptedServer server = new ScriptedServer(".", ScriptedServer.CUT)) {
            FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");
            Reply reply = answered.replies().getFirst();
            Courier courier = courier(smtp(server.port()));
            courier.round();
            server.behave();

            ledger.mail(reply.id(), Ledger.Mail.NOT_TAKEN);
            written(
                    ReplyRules.delivered(found(answered), reply.id(), DeliveryState.WAITING, clock.instant(), null),
                    reply);
            courier.round();

            assertThat(delivery(answered).state()).isEqualTo(DeliveryState.SENT);
        }
    }

    @Test
    void aDayOfTryingEndsInAFailureThatSaysWhy() {
        FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");
        Courier courier = courier(smtp(1));

        for (int hours = 0; hours <= 24; hours++) {
            courier.round();
            assertThat(delivery(answered).state()).isEqualTo(DeliveryState.WAITING);
            assertThat(courier.oldestWaits()).isEqualTo(Duration.ofHours(hours));
            clock.pass(Duration.ofHours(1));
        }
        clock.pass(Duration.ofHours(1));
        courier.round();

        assertThat(delivery(answered).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery(answered).reason()).isEqualTo("NO_ANSWER");
        assertThat(courier.oldestWaits()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maija@example.fi\r\nBcc: kaikki@example.fi",
                "maija@example.fi, kaikki@example.fi",
                "Maija <maija@example.fi>",
                "maija",
                "ryhmä: a@example.fi;"
            })
    void anAddressThatIsNotOneAddressIsRefusedWithoutAskingTheServer(String address) {
        FeedbackCase answered = answered(wish(Way.MAIL, address), "Kiitos");

        courier(smtp(1)).round();

        assertThat(delivery(answered).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery(answered).reason()).isEqualTo("ADDRESS");
    }

    @Test
    void whereNothingIsToLeaveAMailBecomesAFile() throws IOException {
        FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos, Maija");

        courier(new EmlFolder(mails.resolve("out"), STYLE)).round();

        assertThat(delivery(answered).state()).isEqualTo(DeliveryState.SENT);
        try (Stream<Path> files = Files.list(mails.resolve("out"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName()).hasToString("20260701-090000-" + new UUID(3, 3) + ".eml");
                assertThat(Files.readString(file)).contains("To: maija@example.fi", "Kiitos, Maija");
            });
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedAgain() throws IOException {
        Path file = Files.writeString(mails.resolve("file"), "");
        FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");

        courier(new EmlFolder(file, STYLE)).round();

        assertThat(delivery(answered).state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void theCourierSetsOutByItselfAndEndsWhenAsked() throws Exception {
        FeedbackCase answered = answered(wish(Way.MAIL, "maija@example.fi"), "Kiitos");
        try (Courier courier = courier(new EmlFolder(mails, STYLE))) {
            courier.start();
            Instant giveUp = Instant.now().plusSeconds(20);
            while (delivery(answered).state() == DeliveryState.WAITING
                    && Instant.now().isBefore(giveUp)) {
                Thread.onSpinWait();
            }
        }
        assertThat(delivery(answered).state()).isEqualTo(DeliveryState.SENT);
    }

    private Courier courier(MailOut out) {
        return new Courier(queue, writer, ledger, out, clock);
    }

    private static MailOut smtp(int port) {
        return new SmtpOut(
                new SmtpSettings("127.0.0.1", port, Security.NONE, null, null, Duration.ofSeconds(2)), STYLE);
    }

    private FeedbackCase answered(ReplyWish wish, String text) {
        Reply reply = reply(text, Way.MAIL);
        return written(
                caseWith(wish).edit().reply(reply).status(CaseStatus.ANSWERED).done(), reply);
    }

    private FeedbackCase written(FeedbackCase next, Reply reply) {
        return writer.write(transaction -> {
            FeedbackCase written =
                    transaction.find(next.id()).isPresent() ? transaction.change(next) : transaction.add(next);
            queue.add(transaction, written, reply.id());
            return written;
        });
    }

    private Reply reply(String text, Way way) {
        var waiting = new Delivery(DeliveryState.WAITING, clock.instant(), null);
        return new Reply(
                new ReplyId(new UUID(3, 3)),
                new MessageId(new UUID(2, 2)),
                way,
                text,
                new PersonId("anna"),
                NOON,
                NOON,
                waiting,
                null);
    }

    private static ReplyWish wish(Way way, String address) {
        return new ReplyWish(way, address, null);
    }

    private static FeedbackCase caseWith(@Nullable ReplyWish wish) {
        return new FeedbackCase(
                new CaseId(UUID.randomUUID()),
                0,
                new UnitId("u-1"),
                new Origin(Channel.WEB, Language.FI, NOON, Answers.NONE, null),
                FeedbackKind.QUESTION,
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(new UUID(2, 2)), NOON, "Milloin?")),
                wish,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of(new Event(NOON, null, Event.What.RECEIVED, null, null, null)));
    }

    private FeedbackCase found(FeedbackCase of) {
        return writer.write(transaction -> transaction.find(of.id()).orElseThrow());
    }

    private Delivery delivery(FeedbackCase of) {
        return found(of).replies().getFirst().delivery();
    }
}
