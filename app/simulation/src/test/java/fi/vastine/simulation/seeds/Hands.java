package fi.vastine.simulation.seeds;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.CampaignRules;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Attention;
import fi.vastine.core.session.Campaigns;
import fi.vastine.core.session.Commands;
import fi.vastine.core.session.EnteredToday;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.core.session.Workings;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A person at a laptop: does something that the screen would let her do, to a case that she sees.
 *
 * <p>What is chosen depends on the roll of this step alone and on what is on the screen, so that leaving out another step changes as
 * little as possible.
 */
final class Hands {
    private final SeededLaptop laptop;
    private final Workings workings;
    private final Commands commands;
    private final RandomGenerator roll;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Story story;
    private final String mark;

    /** @param mark stands in every text she writes now, and in no other */
    Hands(SeededLaptop laptop, RandomGenerator roll, InstantSource clock, Ledger ledger, Story story, String mark) {
        this.laptop = laptop;
        this.workings = laptop.workings();
        this.commands = workings.commands();
        this.roll = roll;
        this.clock = clock;
        this.ledger = ledger;
        this.story = story;
        this.mark = mark;
    }

    void perform(Doing doing) {
        switch (doing) {
            case ENTER_FEEDBACK -> enterFeedback();
            case WITHDRAW_ENTRY -> withdrawEntry();
            case TAKE_BACK -> takeBack();
            case ATTEND -> attend();
            case PLAN_CAMPAIGN -> planCampaign();
            case END_CAMPAIGN -> endCampaign();
            default -> anyCase().ifPresent(whole -> perform(doing, whole));
        }
    }

    private void perform(Doing doing, FeedbackCase whole) {
        switch (doing) {
            case ADD_THEME -> submit(whole, new Command.AddTheme(theme()));
            case REMOVE_THEME -> submit(whole, new Command.RemoveTheme(theme()));
            case ADD_NOTE -> submit(whole, new Command.AddNote(commands.ids().newNote(), "muistiinpano " + mark));
            case CHANGE_STATUS -> submit(whole, new Command.ChangeStatus(whole.status(), any(CaseStatus.values())));
            case ASSIGN -> submit(whole, new Command.AssignTo(whole.assignee(), any(County.PEOPLE)));
            case MOVE -> submit(whole, new Command.MoveToUnit(whole.unit(), unit(), "siirto " + mark));
            case SET_KIND -> submit(whole, new Command.SetKind(whole.kind(), any(FeedbackKind.values())));
            case WRITE_DRAFT -> writeDraft(whole);
            case LEAVE_DRAFT -> {
                writeDraft(whole);
                workings.drafts().leave(whole.id());
            }
            case DROP_DRAFT -> dropDraft(whole);
            case ASK_REVIEW ->
                anyDraft(whole)
                        .ifPresent(draft ->
                                submit(whole, new Command.AskReview(draft.id(), draft.revision(), any(County.PEOPLE))));
            case APPROVE ->
                toReview(whole)
                        .ifPresent(draft -> submit(whole, new Command.ApproveDraft(draft.id(), draft.revision())));
            case RETURN ->
                toReview(whole)
                        .ifPresent(draft -> submit(
                                whole, new Command.ReturnDraft(draft.id(), draft.revision(), "palautus " + mark)));
            case REPLY -> reply(whole);
            case RECORD_ANSWER ->
                submit(
                        whole,
                        new Command.RecordAnswer(
                                commands.ids().newReply(),
                                whole.latestMessage().id(),
                                Way.PHONE,
                                "puhelu " + mark,
                                null));
            case SETTLE_DELIVERY -> settleDelivery(whole);
            case HAND_OVER -> submit(whole, new Command.HandOver(any(HandoverKind.values())));
            case THANK -> submit(whole, new Command.ThankTeam());
            case READ -> story.tell(laptop.name(), "reads " + story.name(whole.id()));
            case ENTER_FEEDBACK, WITHDRAW_ENTRY, TAKE_BACK, ATTEND, PLAN_CAMPAIGN, END_CAMPAIGN ->
                throw new IllegalArgumentException(doing.name());
        }
    }

    private void submit(FeedbackCase whole, Command command) {
        tell(whole.id(), command);
        commands.submit(whole.id(), command);
    }

    private void tell(CaseId id, Command command) {
        story.tell(laptop.name(), story.name(id) + ": " + command);
    }

    private void writeDraft(FeedbackCase whole) {
        LocalDraft before = workings.drafts().of(whole.id()).orElse(null);
        String text = "luonnos " + mark;
        story.tell(laptop.name(), story.name(whole.id()) + ": writes " + text);
        workings.drafts().keep(whole.id(), before == null ? begun(whole, text) : goingOn(before, text));
    }

    /** Goes on from her own draft at the backend, if there is one, else begins. */
    private LocalDraft begun(FeedbackCase whole, String text) {
        Draft own = whole.drafts().stream()
                .filter(draft -> draft.author().equals(laptop.person()))
                .findFirst()
                .orElse(null);
        return own == null
                ? new LocalDraft(
                        commands.ids().newDraft(), 0, whole.latestMessage().id(), text, Set.of(), clock.instant())
                : new LocalDraft(own.id(), own.revision(), own.answers(), text, Set.of(), clock.instant());
    }

    private LocalDraft goingOn(LocalDraft before, String text) {
        return new LocalDraft(before.id(), before.revision(), before.answers(), text, before.ticked(), clock.instant());
    }

    private void dropDraft(FeedbackCase whole) {
        if (workings.drafts().of(whole.id()).isPresent()) {
            story.tell(laptop.name(), story.name(whole.id()) + ": throws her draft away");
            ledger.draftGone(laptop.name(), whole.id());
            workings.drafts().drop(whole.id());
        } else {
            anyDraft(whole).ifPresent(draft -> submit(whole, new Command.DropDraft(draft.id(), draft.revision())));
        }
    }

    private void reply(FeedbackCase whole) {
        LocalDraft draft = workings.drafts().of(whole.id()).orElse(null);
        Reply earlier = whole.replyTo(whole.latestMessage().id()).orElse(null);
        boolean adding = roll.nextInt(3) == 0;
        String text = draft == null ? "vastaus " + mark : draft.text();
        if (roll.nextInt(12) == 0) {
            text = text + " 131052-308T";
        }
        var send = new Command.SendReply(
                commands.ids().newReply(),
                whole.latestMessage().id(),
                text,
                draft == null ? null : draft.id(),
                earlier != null && adding ? earlier.id() : null);
        tell(whole.id(), send);
        commands.send(whole.id(), send);
    }

    private void settleDelivery(FeedbackCase whole) {
        whole.replies().stream()
                .filter(reply -> reply.delivery().state() == DeliveryState.IN_DOUBT
                        || reply.delivery().state() == DeliveryState.FAILED)
                .findFirst()
                .ifPresent(reply -> submit(
                        whole,
                        new Command.SettleDelivery(
                                reply.id(),
                                reply.delivery().state(),
                                any(DeliveryState.WAITING, DeliveryState.SENT, DeliveryState.FAILED))));
    }

    private void enterFeedback() {
        CaseId id = commands.ids().newCase();
        var entry = new Command.EnterFeedback(
                laptop.person(),
                unit(),
                any(Channel.PAPER, Channel.ORAL, Channel.SUPPORTED),
                any(FeedbackKind.values()),
                Language.FI,
                commands.ids().newMessage(),
                "palaute " + mark,
                Answers.NONE,
                roll.nextBoolean() ? new ReplyWish(Way.MAIL, "asiakas@example.fi", null) : null,
                clock.instant());
        tell(id, entry);
        commands.submit(id, entry);
    }

    /** One of her own that the day's list still has; now and then another's, which she may not. */
    private void withdrawEntry() {
        var why = any(WithdrawalReason.values());
        List<EnteredToday.Line> own = workings.enteredToday().lines().stream()
                .filter(EnteredToday.Line::canBeWithdrawn)
                .toList();
        if (own.isEmpty() || roll.nextInt(4) == 0) {
            anyCase().ifPresent(whole -> submit(whole, new Command.WithdrawEntry(why)));
        } else {
            CaseId entered = any(own).caseId();
            story.tell(laptop.name(), "withdraws " + story.name(entered) + ": " + why);
            workings.enteredToday().withdraw(entered, why);
        }
    }

    /** Beside what she sees to overlap, half the time. */
    private void planCampaign() {
        LocalDate first = today().plusDays(roll.nextInt(10));
        var planned = new Campaign(
                workings.campaigns().newId(),
                "keräys",
                roll.nextInt(12) == 0 ? "ei-ole" : County.FORM,
                List.of(unit()),
                List.of(),
                first,
                first.plusDays(roll.nextInt(-1, 10)),
                roll.nextInt(3) * 10);
        List<CampaignId> beside = roll.nextBoolean()
                ? List.of()
                : CampaignRules.overlapping(planned, campaigns()).stream()
                        .map(Campaign::id)
                        .toList();
        story.tell(laptop.name(), "plans " + planned + " beside " + beside);
        workings.campaigns().plan(planned, beside);
    }

    private void endCampaign() {
        List<Campaign> there = campaigns();
        if (!there.isEmpty()) {
            Campaign ended = any(there);
            LocalDate lastDay = today().plusDays(roll.nextInt(-3, 4));
            story.tell(laptop.name(), "ends " + ended.id() + " on " + lastDay);
            workings.campaigns().end(ended.id(), lastDay);
        }
    }

    private List<Campaign> campaigns() {
        return workings.campaigns().shown().stream()
                .map(Campaigns.Shown::campaign)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DueDates.ZONE);
    }

    private void takeBack() {
        if (!commands.sendings().isEmpty() && roll.nextBoolean()) {
            boolean back =
                    commands.takeBack(commands.sendings().getFirst().reply().reply());
            story.tell(laptop.name(), "takes a reply back: " + back);
            return;
        }
        workings.desk().pending().value().stream()
                .filter(each -> each.unconfirmed())
                .reduce((first, second) -> second)
                .ifPresent(each -> story.tell(
                        laptop.name(), "takes back " + each.command() + ": " + commands.takeBack(each.id())));
    }

    private void attend() {
        List<Attention.Item> items = workings.attention().items();
        if (items.isEmpty()) {
            return;
        }
        Attention.Item item = any(items);
        if (roll.nextBoolean() || item.command() instanceof Command.Voided) {
            story.tell(laptop.name(), "has seen what became of " + item.command());
            workings.attention().dismiss(item.commandId());
        } else {
            story.tell(laptop.name(), "does once more " + item.command());
            workings.attention().again(item.commandId(), item.command());
        }
    }

    private Optional<FeedbackCase> anyCase() {
        List<CaseRow> rows = workings.desk().books().value().rows();
        return rows.isEmpty() ? Optional.empty() : workings.open(any(rows).id());
    }

    private Optional<Draft> anyDraft(FeedbackCase whole) {
        return whole.drafts().isEmpty() ? Optional.empty() : Optional.of(any(whole.drafts()));
    }

    private Optional<Draft> toReview(FeedbackCase whole) {
        return whole.drafts().stream()
                .filter(draft -> {
                    Review review = draft.review();
                    return review != null && (review.reviewer().equals(laptop.person()) || roll.nextInt(8) == 0);
                })
                .findFirst();
    }

    private ThemeId theme() {
        return roll.nextInt(20) == 0 ? new ThemeId("ei-ole") : any(County.THEMES);
    }

    private UnitId unit() {
        return switch (roll.nextInt(12)) {
            case 0 -> UnitId.TRIAGE;
            case 1 -> new UnitId("ei-ole");
            default -> any(County.UNITS);
        };
    }

    @SafeVarargs
    private <T> T any(T... some) {
        return some[roll.nextInt(some.length)];
    }

    private <T> T any(List<T> some) {
        return some.get(roll.nextInt(some.size()));
    }
}
