package fi.vastine.backend.store;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases as a customer would make them. */
public final class Samples {
    static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");

    private Samples() {}

    static FeedbackCase feedback(UnitId unit, String text) {
        var origin = new Origin(Channel.WEB, Language.FI, MORNING, Answers.NONE, null);
        return received(new CaseId(UUID.randomUUID()), unit, origin, FeedbackKind.CRITICISM, text, null);
    }

    /** A case that has just come in, at the moment its origin tells. */
    public static FeedbackCase received(
            CaseId id, UnitId unit, Origin origin, FeedbackKind kind, String text, @Nullable ReplyWish wish) {
        return new FeedbackCase(
                id,
                0,
                unit,
                origin,
                kind,
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(id.value()), origin.receivedAt(), text)),
                wish,
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
