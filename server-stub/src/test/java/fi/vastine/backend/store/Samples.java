package fi.vastine.backend.store;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Cases as a customer would make them. */
final class Samples {
    static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");

    private Samples() {}

    static FeedbackCase feedback(UnitId unit, String text) {
        return new FeedbackCase(
                new CaseId(UUID.randomUUID()),
                0,
                unit,
                new Origin(Channel.WEB, Language.FI, MORNING, Answers.NONE, null),
                FeedbackKind.CRITICISM,
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(UUID.randomUUID()), MORNING, text)),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of());
    }
}
