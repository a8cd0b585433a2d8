package fi.vastine.backend.erasing;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.util.UUID;

/** Commands of which a test needs any one. */
final class EraseSamples {
    private EraseSamples() {}

    static Command.EnterFeedback entry(UnitId unit, String text) {
        return new Command.EnterFeedback(
                new PersonId("p-aino"),
                unit,
                Channel.ORAL,
                FeedbackKind.OTHER,
                Language.FI,
                new MessageId(UUID.randomUUID()),
                text,
                Answers.NONE,
                null,
                Instant.parse("2026-11-23T07:00:00Z"));
    }
}
