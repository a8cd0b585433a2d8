package fi.vastine.simulation.seeds;

import fi.vastine.contract.command.Command;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person does at a laptop. */
enum Doing {
    ADD_THEME(Command.AddTheme.class),
    REMOVE_THEME(Command.RemoveTheme.class),
    ADD_NOTE(Command.AddNote.class),
    CHANGE_STATUS(Command.ChangeStatus.class),
    ASSIGN(Command.AssignTo.class),
    MOVE(Command.MoveToUnit.class),
    SET_KIND(Command.SetKind.class),
    WRITE_DRAFT(null),
    LEAVE_DRAFT(Command.SaveDraft.class),
    DROP_DRAFT(Command.DropDraft.class),
    ASK_REVIEW(Command.AskReview.class),
    APPROVE(Command.ApproveDraft.class),
    RETURN(Command.ReturnDraft.class),
    REPLY(Command.SendReply.class),
    RECORD_ANSWER(Command.RecordAnswer.class),
    SETTLE_DELIVERY(Command.SettleDelivery.class),
    ENTER_FEEDBACK(Command.EnterFeedback.class),
    WITHDRAW_ENTRY(Command.WithdrawEntry.class),
    HAND_OVER(Command.HandOver.class),
    THANK(Command.ThankTeam.class),
    TAKE_BACK(null),
    ATTEND(null),
    READ(null),
    PLAN_CAMPAIGN(Command.PlanCampaign.class),
    END_CAMPAIGN(Command.EndCampaign.class);

    /** What is done all day long, with a case or about to become one. */
    static final List<Doing> EVERYDAY = Arrays.stream(values())
            .filter(each -> each != PLAN_CAMPAIGN && each != END_CAMPAIGN && each != WITHDRAW_ENTRY)
            .toList();

    private final @Nullable Class<? extends Command> command;

    Doing(@Nullable Class<? extends Command> command) {
        this.command = command;
    }

    /** The command it makes, if it makes one by itself. */
    Optional<Class<? extends Command>> command() {
        return Optional.ofNullable(command);
    }
}
