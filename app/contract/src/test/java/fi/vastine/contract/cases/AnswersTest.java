package fi.vastine.contract.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.contract.command.Actor;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Decision;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant AT = Instant.parse("2026-11-16T12:05:00Z");
    private static final PersonId VEIKKO = new PersonId("p-veikko");
    private static final CaseId CASE = new CaseId(new UUID(1, 1));
    private static final Support SUPPORT =
            new Support(Support.AnsweredBy.SELF_WITH_SUPPORT, Support.HelperRole.STAFF, true, "Väsyi lopussa.");
    private static final ItemAnswer FACE = new ItemAnswer("olo", "Millainen olo?", new Given.ThreeFaces(1), null);
    private static final ItemAnswer WORDS = new ItemAnswer("muu", "Mitä muuta?", new Given.Words("Pelotti."), null);

    @Test
    void anItemAloneIsAnAnswerAndHelpAloneIsNone() {
        assertThat(entered(answers(List.of(FACE)))).isInstanceOf(Decision.Apply.class);
        assertThat(entered(answers(List.of()))).isEqualTo(new Decision.Refuse(Refusal.EMPTY_TEXT));
    }

    @Test
    void wordsOfCustomerAndHelperExpireAndFiguresStay() {
        FeedbackCase received = ((Decision.Apply) entered(answers(List.of(FACE, WORDS)))).next();

        Answers left = Expiry.withoutText(received, AT).origin().answers();

        assertThat(received.origin().answers().items()).containsExactly(FACE, WORDS);
        assertThat(left.items()).containsExactly(FACE);
        assertThat(left.support()).isEqualTo(new Support(SUPPORT.answeredBy(), SUPPORT.helper(), true, null));
        assertThat(left.threeFaces()).containsExactly(1);
    }

    @Test
    void whatHasItsOwnPlaceIsNoItem() {
        assertThatThrownBy(() -> new ItemAnswer("v1", "Sain apua.", new Given.Step(5), null));
        assertThatThrownBy(() -> new ItemAnswer("nps", "Suosittelisitko?", new Given.Recommendation(5), null));
    }

    private static Answers answers(List<ItemAnswer> items) {
        return new Answers(List.of(), null, null, "child/1", items, SUPPORT);
    }

    @Test
    void whoLeftOnlyAWayToBeReachedIsACaseThatOwesAReply() {
        var entered = entered(Answers.NONE, new ReplyWish(Way.PHONE, "040 555 0137", null));

        assertThat(entered).isInstanceOf(Decision.Apply.class);
        assertThat(((Decision.Apply) entered).next().replyWish()).isNotNull();
    }

    private static Decision entered(Answers answers) {
        return entered(answers, null);
    }

    private static Decision entered(Answers answers, @Nullable ReplyWish wish) {
        var entry = new Command.EnterFeedback(
                VEIKKO,
                new UnitId("u-17"),
                Channel.SUPPORTED,
                FeedbackKind.OTHER,
                Language.FI,
                new MessageId(new UUID(1, 2)),
                "",
                answers,
                wish,
                AT);
        return Decisions.decide(CASE, null, entry, new Actor(VEIKKO, AT, AT));
    }
}
