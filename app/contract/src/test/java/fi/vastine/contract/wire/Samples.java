package fi.vastine.contract.wire;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Delivery;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.Face;
import fi.vastine.contract.cases.FaceScale;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Handover;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.ItemAnswer;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.ReviewState;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Condition;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormImage;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Response;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of each thing that crosses the wire, with every field filled at least once. */
final class Samples {
    private static final Instant AT = Instant.parse("2026-11-16T12:05:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final UnitId WARD = new UnitId("u-17");
    private static final UnitId CLINIC = new UnitId("u-3");
    private static final PersonId AINO = new PersonId("p-aino");
    private static final PersonId VEIKKO = new PersonId("p-veikko");
    private static final ThemeId QUEUE = new ThemeId("jonottaminen");
    private static final CaseId CASE = new CaseId(uuid(1));
    private static final MessageId MESSAGE = new MessageId(uuid(2));
    private static final DraftId DRAFT = new DraftId(uuid(3));
    private static final ReplyId REPLY = new ReplyId(uuid(4));
    private static final NoteId NOTE = new NoteId(uuid(5));
    private static final DeviceId DEVICE = new DeviceId(uuid(6));
    private static final CommandId COMMAND = new CommandId(uuid(7));
    private static final Answers ANSWERS = new Answers(
            List.of(new StatementAnswer(1, 2), new StatementAnswer(4, null)),
            3,
            new Face(FaceScale.FIVE, 2),
            "national/2",
            List.of(
                    new ItemAnswer("ruoka", "Maistuiko ruoka?", new Given.ThreeFaces(3), null),
                    new ItemAnswer("apu", "Kuka auttoi?", new Given.Chosen(List.of("hoitaja")), "Hoitaja"),
                    new ItemAnswer("yot", "Montako yötä?", new Given.WholeNumber(3), null),
                    new ItemAnswer("muu", "Mitä muuta?", new Given.Words("Lisää kuvakirjoja."), null),
                    new ItemAnswer("ensi", "Ensi kertaa?", new Given.YesNo(true), null)),
            new Support(
                    Support.AnsweredBy.SELF_WITH_SUPPORT, Support.HelperRole.SUMMER_WORKER, true, "Väsyi lopussa."));
    private static final ReplyWish WISH = new ReplyWish(Way.MAIL, "maija@esimerkki.example", "Maija");

    private Samples() {}

    static Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        commands().forEach(command -> all.put("command-" + kebab(command), command));
        outcomes().forEach(outcome -> all.put("outcome-" + kebab(outcome), outcome));
        lines().forEach(line -> all.put("pull-" + kebab(line), line));
        all.put("push-request", new Push.Request(List.of(envelope(new Command.AddTheme(QUEUE)))));
        all.put(
                "push-request-offered-before",
                new Push.Request(List.of(new Envelope(
                        COMMAND, DEVICE, 12, CASE, AT, Envelope.SHAPE, new Command.AddTheme(QUEUE), true))));
        all.put("push-answer", new Push.Answer(List.of(new Push.Result(COMMAND, 12, new Outcome.Applied(81235)))));
        all.put("pull-request", new PullRequest("k3", 81234, Map.of(WARD, new CatchUp(81000, "w:1")), 5, 2000));
        all.put("pull-request-of-a-new-laptop", new PullRequest(null, -1, Map.of(), 0, 2000));
        all.put("news", new News(81240, 6));
        all.put("sign-in", new SignIn.Request("aino.koskela", "sana", "LT-0042", DEVICE, null));
        all.put(
                "signed-in",
                new SignIn.Answer(
                        DEVICE,
                        AINO,
                        tokens(),
                        "k3",
                        12,
                        "c",
                        "o",
                        "MCowBQYDK2VuAyEApU00egPIrenP+QVsd5MBqTDvNUtxpRzO3JosEu/C6kU="));
        all.put("renewal", new SignIn.Renewal(DEVICE, "r"));
        all.put("registering-anew", new SignIn.Anew(DEVICE, "c"));
        all.put("tokens", tokens());
        all.put(
                "feedback",
                new Intake.Form(
                        uuid(8),
                        "u-17",
                        Channel.QR,
                        FeedbackKind.QUESTION,
                        Language.SV,
                        "När kan man komma på besök?",
                        List.of(new StatementAnswer(1, 5)),
                        9,
                        new Intake.Contact(Way.PHONE, "040 000 0012", "Kalle")));
        all.put("receipt", new Intake.Receipt(uuid(8), AT, DAY));
        all.put(
                "reads",
                new Reads(List.of(
                        new Reads.Read(CASE, Reads.What.CONTACT, AT),
                        new Reads.Read(CASE, Reads.What.IDENTITY_CODE, AT, Reads.Why.CUSTOMER_ASKED))));
        all.put(
                "problem",
                new Problem(
                        "urn:vastine:problem:seq-gap",
                        "A sequence number is missing",
                        409,
                        "12 was expected",
                        Problem.Code.SEQ_GAP,
                        "/commands/0/seq",
                        12L,
                        new WipeOrder(DEVICE, AT, "s")));
        all.put("erasure-order", new Erasures.Order(CASE));
        all.put("erasures-done", new Erasures.Done(81240));
        all.put(
                "devices",
                new Devices(List.of(new Devices.Device(DEVICE, "LT-0042", List.of(AINO), AT, "1.0", 2, AT, AT))));
        all.put("device-block", new Devices.Block(DEVICE));
        all.put("grant", new Grant(AINO, Role.HANDLER, WARD, DAY, DAY.plusDays(30)));
        all.put("substitution", new Substitution(AINO, VEIKKO, DAY, DAY.plusDays(30)));
        return all;
    }

    static List<Command> commands() {
        return List.of(
                new Command.AddTheme(QUEUE),
                new Command.RemoveTheme(QUEUE),
                new Command.AddNote(NOTE, "Soitettu neuvontaan."),
                new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.IN_PROGRESS),
                new Command.AssignTo(AINO, VEIKKO),
                new Command.MoveToUnit(WARD, CLINIC, "Koskee vastaanottoa."),
                new Command.SetKind(FeedbackKind.OTHER, FeedbackKind.CRITICISM),
                new Command.SaveDraft(DRAFT, 1, new DraftId(uuid(9)), MESSAGE, "Hei,"),
                new Command.DropDraft(DRAFT, 2),
                new Command.AskReview(DRAFT, 2, VEIKKO),
                new Command.ApproveDraft(DRAFT, 2),
                new Command.ReturnDraft(DRAFT, 2, "Kerrotko vielä, milloin soitat?"),
                new Command.SendReply(REPLY, MESSAGE, "Kiitos palautteesta.", DRAFT, new ReplyId(uuid(10))),
                new Command.RecordAnswer(REPLY, MESSAGE, Way.PHONE, "Sovittiin uusi aika.", DRAFT),
                new Command.SettleDelivery(REPLY, DeliveryState.IN_DOUBT, DeliveryState.SENT),
                new Command.EnterFeedback(
                        VEIKKO,
                        WARD,
                        Channel.ORAL,
                        FeedbackKind.THANKS,
                        Language.FI,
                        MESSAGE,
                        "Hyvää hoitoa.",
                        ANSWERS.scanned(2),
                        WISH,
                        AT),
                new Command.WithdrawEntry(WithdrawalReason.WRONG_UNIT),
                new Command.HandOver(HandoverKind.OBJECTION),
                new Command.ThankTeam(),
                new Command.PlanCampaign(campaign(), List.of(new CampaignId(uuid(12)))),
                new Command.EndCampaign(new CampaignId(uuid(11)), DAY),
                new Command.Voided());
    }

    static List<Outcome> outcomes() {
        return List.of(
                new Outcome.Applied(81235),
                new Outcome.NoOp(),
                new Outcome.Conflict(ConflictReason.ANSWERED_ALREADY, REPLY.toString(), VEIKKO, AT),
                new Outcome.Refused(Refusal.ACCESS_ENDED, true),
                new Outcome.Gone());
    }

    static List<PullLine> lines() {
        return List.of(
                new PullLine.ScopeLine(new Scope(
                        6,
                        List.of(WARD, CLINIC),
                        Map.of(CLINIC, DAY),
                        List.of(Role.HANDLER, Role.QUALITY),
                        List.of(CLINIC),
                        Scope.LEASE_DAYS,
                        new ProgramNotice("1.3", "1.1", URI.create("https://vastine.example/1.3")))),
                new PullLine.CaseLine(feedbackCase(), 11),
                new PullLine.ForgetLine(CASE, PullLine.ForgetReason.MOVED, 81240),
                new PullLine.UnitLine(new Unit(
                        WARD, new UnitId("u-1"), 3, new Names("Osasto 2", "Avdelning 2", "Ward 2"), AINO, DAY)),
                new PullLine.PersonLine(new Person(
                        AINO, "Aino Koskela", "osastonhoitaja", List.of(new Person.Collecting(WARD, DAY, null)))),
                new PullLine.ThemeLine(new Theme(QUEUE, new Names("jonottaminen", "köande", "waiting"))),
                new PullLine.TemplateLine(new Template(
                        "t-1", Template.Part.PARAGRAPH, QUEUE, Language.FI, "Soitan teille [ päivä ja kellonaika ].")),
                new PullLine.RuleLine(
                        new DueRule("r-1", 3, 7, Channel.WEB, FeedbackKind.CRITICISM, QUEUE, LocalDate.of(2026, 1, 1))),
                new PullLine.FormLine(form()),
                new PullLine.CampaignLine(campaign()),
                new PullLine.ResponseLine(new Response(campaign().id(), Map.of(WARD, 31))),
                new PullLine.PageLine(
                        "k3",
                        81240,
                        Map.of(WARD, new CatchUp(81000, null)),
                        false,
                        Map.of(WARD, -5_000_000_000L),
                        12_000));
    }

    static FeedbackCase feedbackCase() {
        var draft = new Draft(
                DRAFT,
                MESSAGE,
                AINO,
                2,
                "Hei, kiitos",
                AT,
                DraftLabel.OWN,
                new Review(VEIKKO, ReviewState.RETURNED, AT, "Lyhennä."));
        var reply = new Reply(
                REPLY,
                MESSAGE,
                Way.MAIL,
                "Kiitos.",
                AINO,
                AT,
                AT.plusSeconds(2),
                new Delivery(DeliveryState.FAILED, AT.plusSeconds(3), "550 5.1.1"),
                new ReplyId(uuid(10)));
        return new FeedbackCase(
                CASE,
                81235,
                WARD,
                new Origin(Channel.WEB, Language.FI, AT, ANSWERS, VEIKKO),
                FeedbackKind.CRITICISM,
                CaseStatus.IN_PROGRESS,
                AINO,
                List.of(new Message(MESSAGE, AT, "Jonotin puhelimessa 50 minuuttia.")),
                WISH,
                new Promise(DAY, 7, 3),
                List.of(QUEUE),
                List.of(Signal.OBJECTION),
                List.of(new Note(NOTE, AINO, "Soitettu.", AT, AT.plusSeconds(1))),
                List.of(draft),
                List.of(reply),
                new Handover(HandoverKind.OBJECTION, AINO, AT),
                true,
                List.of(new Event(AT, AINO, Event.What.MOVED, "u-3", "u-17", "Koskee osastoa.")));
    }

    private static Campaign campaign() {
        return new Campaign(
                new CampaignId(uuid(11)),
                "Kevään kierros",
                "national",
                List.of(WARD, CLINIC),
                List.of(VEIKKO),
                DAY,
                DAY.plusDays(13),
                30);
    }

    /** A form with an item of each kind and a comparison with each kind of answer. */
    private static Form form() {
        return new Form(
                "child",
                "2",
                "https://vastine.example/fhir/Questionnaire/child",
                LocalDate.of(2026, 1, 1),
                DAY,
                Audience.CHILD,
                named("Lapsen lomake"),
                List.of(Language.FI),
                List.of(
                        item("alku", new ItemKind.Display()),
                        new FormItem(
                                "osa",
                                "1.",
                                named("Hoito"),
                                named("Miten meni"),
                                "sairaala",
                                List.of(
                                        new Condition("vaite", Condition.Test.AT_LEAST, new Given.Step(4)),
                                        new Condition("suositus", Condition.Test.LESS, new Given.Recommendation(7))),
                                FormItem.Join.ANY,
                                new ItemKind.Group(List.of(item("ruoka", new ItemKind.ThreeFaces())))),
                        item("vaite", new ItemKind.Statement(1)),
                        item("suositus", new ItemKind.Recommendation()),
                        item("apu", new ItemKind.Choice(List.of(new ItemKind.Option("hoitaja", named("Hoitaja"))), 1)),
                        item("yot", new ItemKind.WholeNumber(0, 30)),
                        item("muu", new ItemKind.Words(500)),
                        item("ensi", new ItemKind.YesNo()),
                        item("sana", new ItemKind.Comment())),
                List.of(new FormImage("sairaala", "image/png", "iVBORw0KGgo=")));
    }

    private static FormItem item(String linkId, ItemKind kind) {
        return new FormItem(linkId, null, named(linkId), null, null, List.of(), FormItem.Join.ALL, kind);
    }

    private static Names named(String fi) {
        return new Names(fi, fi + " (sv)", fi + " (en)");
    }

    private static Envelope envelope(Command command) {
        return new Envelope(COMMAND, DEVICE, 12, CASE, AT, Envelope.SHAPE, command);
    }

    private static SignIn.Tokens tokens() {
        return new SignIn.Tokens("a", AT, "r");
    }

    private static UUID uuid(int number) {
        return new UUID(0x0193_3333_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    private static String kebab(Object record) {
        return record.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
