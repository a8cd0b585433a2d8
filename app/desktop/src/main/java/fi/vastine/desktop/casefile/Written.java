package fi.vastine.desktop.casefile;

import fi.vastine.contract.command.Command;
import fi.vastine.core.session.Jottings.What;
import java.util.Optional;

/** The words of a command that were half written before, and are so again when it is taken back. */
record Written(What what, String text) {
    static Optional<Written> in(Command command) {
        return switch (command) {
            case Command.AddNote note -> Optional.of(new Written(What.NOTE, note.text()));
            case Command.MoveToUnit move -> Optional.of(new Written(What.REASON_TO_MOVE, move.reason()));
            case Command.ReturnDraft back -> Optional.of(new Written(What.COMMENT_ON_DRAFT, back.comment()));
            default -> Optional.empty();
        };
    }
}
