package fi.vastine.backend.commands;

import static fi.vastine.backend.TestBackend.CLINIC;
import static fi.vastine.backend.TestBackend.MORNING;
import static fi.vastine.backend.TestBackend.QUEUE;
import static fi.vastine.backend.TestBackend.TODAY;
import static fi.vastine.backend.TestBackend.WARD;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.annotation.JsonTypeName;
import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Delivery;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.ReviewState;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each role gives each command in a unit of its own and in another; what may be done is this table and nothing else. */
class WhoMayCommandTest {
    /**
     * A applied, = may and changes nothing, E access ended, N never had access, T applied and left for triage.
     *
     * <p>A role is followed by the unit that the case is in: its own or another. {@code ended} handled its unit until
     * yesterday: {@code own} is what was written before, {@code now} what was written after.
     */
    private static final String TABLE = """
                        none ended/own ended/now ended/other collector/own collector/other handler/own handler/other leader/own leader/other quality/own quality/other admin
        add-theme       N    E         N         N           N             N               A           N             N          N            A           A             N
        remove-theme    N    E         N         N           N             N               A           N             N          N            A           A             N
        add-note        N    E         N         N           N             N               A           N             N          N            A           A             N
        change-status   N    E         N         N           N             N               A           N             N          N            A           A             N
        assign          N    E         N         N           N             N               A           N             N          N            A           A             N
        move            N    E         N         N           N             N               A           N             N          N            A           A             N
        set-kind        N    E         N         N           N             N               A           N             N          N            A           A             N
        save-draft      N    E         N         N           N             N               A           N             N          N            A           A             N
        drop-draft      N    E         N         N           N             N               A           N             N          N            A           A             N
        ask-review      N    E         N         N           N             N               A           N             N          N            A           A             N
        approve-draft   N    E         N         N           N             N               A           N             A          N            A           A             N
        return-draft    N    E         N         N           N             N               A           N             A          N            A           A             N
        send-reply      N    E         N         N           N             N               A           N             N          N            A           A             N
        record-answer   N    E         N         N           N             N               A           N             N          N            A           A             N
        settle-delivery N    E         N         N           N             N               A           N             N          N            A           A             N
        enter-feedback  T    A         T         T           A             T               A           T             T          T            A           A             T
        withdraw-entry  N    N         N         N           A             A               N           N             N          N            A           A             N
        hand-over       N    E         N         N           N             N               A           N             N          N            A           A             N
        thank-team      N    E         N         N           N             N               A           N             N          N            A           A             N
        plan-campaign   N    N         N         N           N             N               N           N             N          N            A           A             N
        end-campaign    N    N         N         N           N             N               N           N             N          N            A           A             N
        void            N    E         N         N           N             N               =           N             N          N            =           =             N
        """;

    private static final Map<String, PersonId> PEOPLE = Stream.of(
                    "none", "ended", "collector", "handler", "leader", "quality", "admin")
            .collect(toMap(role -> role, role -> new PersonId("role-" + role)));

    @TempDir
    Path folder;

    private TestBackend backend;

    @BeforeEach
    void start() {
        backend = new TestBackend(folder);
        backend.directory.put(
                PEOPLE.values().stream()
                        .map(id -> new Person(id, id.value(), null))
                        .toList(),
                List.of(),
                List.of(
                        grant("ended", Role.HANDLER, WARD, 1),
                        grant("collector", Role.COLLECTOR, WARD, 0),
                        grant("handler", Role.HANDLER, WARD, 0),
                        grant("leader", Role.LEADER, WARD, 0),
                        grant("quality", Role.QUALITY, TestBackend.COUNTY, 0),
                        grant("admin", Role.ADMIN, TestBackend.COUNTY, 0)),
                List.of());
    }

    private static Grant grant(String role, Role as, UnitId unit, int daysAgo) {
        return new Grant(of(role), as, unit, TODAY.minusDays(30), daysAgo == 0 ? null : TODAY.minusDays(daysAgo));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void everyCommandHasItsRow() {
        assertThat(rows().keySet())
                .isEqualTo(Arrays.stream(Command.class.getPermittedSubclasses())
                        .map(each -> each.getAnnotation(JsonTypeName.class).value())
                        .collect(toSet()));
    }

    @TestFactory
    List<DynamicTest> everyCellIsAsTheTableSays() {
        List<String> heading = heading();
        List<DynamicTest> cells = new ArrayList<>();
        rows().forEach((command, row) -> {
            for (int i = 0; i < heading.size(); i++) {
                String who = heading.get(i);
                String expected = row.get(i);
                cells.add(dynamicTest(
                        command + " by " + who,
                        () -> assertThat(tried(command, who)).isEqualTo(expected)));
            }
        });
        return cells;
    }

    /** Gives the command over HTTP and says what came of it, as the table does. */
    private String tried(String name, String who) {
        PersonId person = of(who.split("/", -1)[0]);
        UnitId unit = who.endsWith("/other") ? CLINIC : WARD;
        FeedbackCase fresh = prepared(unit, person);
        Command command = command(name, fresh, unit, person);
        FeedbackCase open = backend.stored(fresh.id());
        TestLaptop laptop = backend.laptopOf(person);
        CaseId about = about(command, open);
        Instant madeAt = who.equals("ended/own") ? MORNING.minus(Duration.ofDays(3)) : MORNING;
        Outcome outcome =
                laptop.push(laptop.envelope(about, command, madeAt)).getFirst().outcome();
        String said = letter(outcome, about, unit);
        if (said.equals("N")) {
            assertThat(backend.stored(open.id())).isEqualTo(open);
        }
        return said;
    }

    private static CaseId about(Command command, FeedbackCase open) {
        return switch (command) {
            case Command.EnterFeedback ignored -> new CaseId(UUID.randomUUID());
            case Command.OfCampaign campaign -> campaign.about().subject();
            default -> open.id();
        };
    }

    private String letter(Outcome outcome, CaseId about, UnitId unit) {
        return switch (outcome) {
            case Outcome.Applied ignored ->
                backend.writer
                        .write(transaction -> transaction.find(about))
                        .filter(written -> written.unit().equals(UnitId.TRIAGE))
                        .map(ignoredToo -> "T")
                        .orElse("A");
            case Outcome.NoOp ignored -> "=";
            case Outcome.Refused refused ->
                switch (refused.code()) {
                    case NO_ACCESS, NOT_QUALITY_TEAM, NOT_WHO_ENTERED -> "N";
                    case ACCESS_ENDED -> "E";
                    default -> refused + " in " + unit;
                };
            default -> outcome + " in " + unit;
        };
    }

    /** A case with a theme, a draft that the person was asked to read, and a reply that did not arrive. */
    private FeedbackCase prepared(UnitId unit, PersonId person) {
        FeedbackCase fresh = backend.comesIn(unit, "Odotin kaksi tuntia.");
        var at = backend.clock.instant();
        MessageId message = fresh.messages().getFirst().id();
        var review = new Review(person, ReviewState.ASKED, at, null);
        var draft = new Draft(id(1), message, person, 1, "Kiitos.", at, DraftLabel.OWN, review);
        var failed = new Reply(
                new ReplyId(UUID.randomUUID()),
                message,
                Way.MAIL,
                "Kiitos.",
                person,
                at,
                at,
                new Delivery(DeliveryState.FAILED, at, null),
                null);
        return backend.writer.write(transaction ->
                transaction.change(fresh.edit().draft(draft).reply(failed).done()));
    }

    private Command command(String name, FeedbackCase open, UnitId unit, PersonId person) {
        MessageId message = open.messages().getFirst().id();
        ReplyId reply = new ReplyId(UUID.randomUUID());
        return switch (name) {
            case "add-theme" -> new Command.AddTheme(QUEUE);
            case "remove-theme" -> {
                backend.writer.write(transaction -> transaction.change(transaction
                        .find(open.id())
                        .orElseThrow()
                        .edit()
                        .theme(QUEUE)
                        .done()));
                yield new Command.RemoveTheme(QUEUE);
            }
            case "add-note" -> new Command.AddNote(new NoteId(UUID.randomUUID()), "Soitettu.");
            case "change-status" -> new Command.ChangeStatus(open.status(), CaseStatus.IN_PROGRESS);
            case "assign" -> new Command.AssignTo(open.assignee(), of("quality"));
            case "move" -> new Command.MoveToUnit(unit, unit.equals(WARD) ? CLINIC : WARD, "Kuuluu muualle.");
            case "set-kind" -> new Command.SetKind(FeedbackKind.CRITICISM, FeedbackKind.QUESTION);
            case "save-draft" -> new Command.SaveDraft(id(2), 0, id(3), message, "Kiitos palautteesta.");
            case "drop-draft" -> new Command.DropDraft(id(1), 1);
            case "ask-review" ->
                new Command.AskReview(id(1), 1, of("quality").equals(person) ? of("leader") : of("quality"));
            case "approve-draft" -> new Command.ApproveDraft(id(1), 1);
            case "return-draft" -> new Command.ReturnDraft(id(1), 1, "Lyhyemmin.");
            case "send-reply" -> new Command.SendReply(reply, message, "Kiitos palautteesta.", null, null);
            case "record-answer" -> new Command.RecordAnswer(reply, message, Way.PHONE, "Soitettu.", null);
            case "settle-delivery" ->
                new Command.SettleDelivery(open.replies().getFirst().id(), DeliveryState.FAILED, DeliveryState.WAITING);
            case "enter-feedback" ->
                new Command.EnterFeedback(
                        person,
                        unit,
                        Channel.PAPER,
                        FeedbackKind.THANKS,
                        Language.FI,
                        new MessageId(UUID.randomUUID()),
                        "Kiitos!",
                        Answers.NONE,
                        null,
                        backend.clock.instant());
            case "withdraw-entry" -> {
                enteredBy(of("collector"), open);
                yield new Command.WithdrawEntry(WithdrawalReason.BY_MISTAKE);
            }
            case "hand-over" -> new Command.HandOver(HandoverKind.OBJECTION);
            case "thank-team" -> new Command.ThankTeam();
            case "plan-campaign" -> {
                new Forms(backend.reference, backend.writer).addShipped();
                yield new Command.PlanCampaign(campaign(unit, TODAY), List.of());
            }
            case "end-campaign" -> {
                Campaign planned = campaign(unit, TODAY.plusDays(9));
                backend.writer.write(transaction -> backend.reference.put(transaction, planned));
                yield new Command.EndCampaign(planned.id(), TODAY);
            }
            case "void" -> new Command.Voided();
            default -> throw new AssertionError("The table has a row that no command is known for: " + name);
        };
    }

    /** The case as one that somebody has entered and nobody has replied to. */
    private void enteredBy(PersonId collector, FeedbackCase open) {
        Origin origin = open.origin();
        var entered = new Origin(Channel.PAPER, origin.language(), origin.receivedAt(), origin.answers(), collector);
        backend.writer.write(transaction -> transaction.change(new FeedbackCase(
                open.id(),
                open.changeNo(),
                open.unit(),
                entered,
                open.kind(),
                open.status(),
                open.assignee(),
                open.messages(),
                open.replyWish(),
                open.promise(),
                open.themes(),
                open.signals(),
                open.notes(),
                open.drafts(),
                List.of(),
                open.handover(),
                open.thanked(),
                open.history())));
    }

    private static Campaign campaign(UnitId unit, LocalDate day) {
        return new Campaign(
                new CampaignId(UUID.randomUUID()), "Kierros", "national", List.of(unit), List.of(), day, day, 0);
    }

    private static DraftId id(int number) {
        return new DraftId(new UUID(5, number));
    }

    private static PersonId of(String role) {
        return PEOPLE.getOrDefault(role, new PersonId("nobody"));
    }

    private static List<String> heading() {
        return words(TABLE.lines().findFirst().orElseThrow());
    }

    private static Map<String, List<String>> rows() {
        return TABLE.lines()
                .skip(1)
                .map(WhoMayCommandTest::words)
                .collect(toMap(List::getFirst, row -> row.subList(1, row.size())));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +", -1));
    }
}
