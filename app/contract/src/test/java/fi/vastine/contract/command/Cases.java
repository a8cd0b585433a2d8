package fi.vastine.contract.command;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases and people for the tests of the rules. */
final class Cases {
    static final CaseId CASE = new CaseId(new UUID(1, 1));
    static final MessageId MESSAGE = new MessageId(new UUID(1, 2));
    static final UnitId WARD = new UnitId("u-17");
    static final UnitId CLINIC = new UnitId("u-3");
    static final PersonId AINO = new PersonId("aino");
    static final PersonId VEIKKO = new PersonId("veikko");
    static final Instant MONDAY = Instant.parse("2026-11-16T12:05:00Z");
    static final ReplyWish BY_MAIL = new ReplyWish(Way.MAIL, "maija@esimerkki.example", null);
    static final ReplyWish BY_PHONE = new ReplyWish(Way.PHONE, "040 000 0012", null);

    private Cases() {}

    static FeedbackCase waiting() {
        return with(BY_MAIL);
    }

    static FeedbackCase with(@Nullable ReplyWish wish) {
        return new FeedbackCase(
                CASE,
                1,
                WARD,
                new Origin(Channel.WEB, Language.FI, MONDAY, Answers.NONE, null),
                FeedbackKind.CRITICISM,
                CaseStatus.NEW,
                AINO,
                List.of(new Message(MESSAGE, MONDAY, "Jonotin puhelimessa 50 minuuttia.")),
                wish,
                wish == null ? null : new Promise(LocalDate.of(2026, 11, 23), 7, 1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of());
    }

    static Actor aino() {
        return new Actor(AINO, MONDAY.plusSeconds(60), MONDAY.plusSeconds(90));
    }

    static Actor veikko() {
        return new Actor(VEIKKO, MONDAY.plusSeconds(70), MONDAY.plusSeconds(100));
    }
}
