package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.command.Command;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a case, in words, and what undoes it.
 *
 * @param did the key of the sentence that says it was done
 * @param undone the key of the sentence that says it was undone
 * @param inverse the command that undoes it once it has left the laptop; absent where the contract has none
 * @param after what becomes of the case for the person who did it
 */
record Deed(String did, String undone, @Nullable Command inverse, After after) {

    /** Whether the person is done with the case. */
    enum After {
        STAYS,
        LEAVES
    }

    /** The deed of a command; empty for one that is neither announced nor undone. */
    static Optional<Deed> of(Command command) {
        return Optional.ofNullable(
                switch (command) {
                    case Command.ChangeStatus change -> ofStatus(change);
                    case Command.AddTheme add ->
                        stays("case.did-add-theme", "case.undid-add-theme", new Command.RemoveTheme(add.theme()));
                    case Command.RemoveTheme remove ->
                        stays("case.did-remove-theme", "case.undid-remove-theme", new Command.AddTheme(remove.theme()));
                    case Command.SetKind set ->
                        stays("case.did-set-kind", "case.undid-set-kind", new Command.SetKind(set.to(), set.from()));
                    case Command.AddNote note -> stays("case.did-note", "case.undid-note", null);
                    case Command.AssignTo assign ->
                        leaves(
                                "case.did-assign",
                                "case.undid-assign",
                                new Command.AssignTo(assign.to(), assign.from()));
                    case Command.MoveToUnit move -> leaves("case.did-move", "case.undid-move", null);
                    case Command.HandOver handOver -> leaves("case.did-hand-over", "case.undid-hand-over", null);
                    case Command.WithdrawEntry withdraw -> leaves("case.did-withdraw", "case.undid-withdraw", null);
                    case Command.ThankTeam thank -> leaves("case.did-thank", "case.undid-thank", null);
                    default -> null;
                });
    }

    /** No case becomes new again: what was closed is in progress once it is opened, and what was taken up stays so. */
    private static Deed ofStatus(Command.ChangeStatus change) {
        if (change.to() == CaseStatus.CLOSED) {
            var open = new Command.ChangeStatus(CaseStatus.CLOSED, CaseStatus.IN_PROGRESS);
            return leaves("case.did-close", "case.undid-close", open);
        }
        return change.from() == CaseStatus.CLOSED
                ? stays(
                        "case.did-reopen",
                        "case.undid-reopen",
                        new Command.ChangeStatus(change.to(), CaseStatus.CLOSED))
                : stays("case.did-take-up", "case.undid-take-up", null);
    }

    private static Deed stays(String did, String undone, @Nullable Command inverse) {
        return new Deed(did, undone, inverse, After.STAYS);
    }

    private static Deed leaves(String did, String undone, @Nullable Command inverse) {
        return new Deed(did, undone, inverse, After.LEAVES);
    }

    boolean leaves() {
        return after == After.LEAVES;
    }
}
