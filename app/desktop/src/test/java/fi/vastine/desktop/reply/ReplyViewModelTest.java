package fi.vastine.desktop.reply;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReviewState;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.text.ReplyText;
import fi.vastine.core.session.Reminder;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplyViewModelTest {
    private final Lehtola lehtola = new Lehtola();
    private final SameThreadBackground background = new SameThreadBackground();
    private final Notices notices = new Notices(new Texts(Language.FI), background);
    private final ReplyViewModel reply = new ReplyViewModel(lehtola.casework, background, Lehtola.CLOCK, notices);

    @Test
    void beginsInTheCustomersLanguageWithTheParagraphOfTheThemeAndTheWritersName() {
        open(lehtola.queue);

        assertThat(reply.draft().text().get())
                .startsWith("Hei,\n\nkiitos, että kerroitte")
                .contains("Soitan teille [ päivä ja kellonaika ].")
                .endsWith("Ystävällisin terveisin\nAino Koskela, osastonhoitaja\nOsasto 2 Lehtola");

        open(lehtola.swedish);

        assertThat(reply.draft().text().get())
                .startsWith("Hej,\n\ntack för er respons")
                .endsWith("Med vänlig hälsning\nAino Koskela, osastonhoitaja\nAvdelning 2 Lehtola");
    }

    @Test
    void anotherTemplateReplacesOnlyWhatTheWriterHasNotTouched() {
        open(lehtola.queue);

        reply.draft().template().set(Templates.Choice.GENERAL);
        assertThat(reply.draft().text().get()).contains("[ vastaus ]").doesNotContain("kerroitte");

        reply.draft().text().set(reply.draft().text().get().replace("Hei,", "Hei Maija,"));
        reply.draft().template().set(new Templates.Choice(Lehtola.INFORMATION));

        assertThat(reply.draft().text().get()).startsWith("Hei Maija,").contains("[ vastaus ]", "kerroitte");
        assertThat(reply.draft().text().get()).endsWith("Osasto 2 Lehtola");
    }

    @Test
    void tabGoesFromOneBlankToTheNextAndRound() {
        open(lehtola.queue);
        ReplyText.Blank first = reply.draft().blankAfter(0).orElseThrow();
        ReplyText.Blank second = reply.draft().blankAfter(first.end()).orElseThrow();

        assertThat(second.start()).isGreaterThan(first.end());
        assertThat(reply.draft().blankAfter(second.end())).contains(first);
        assertThat(reply.draft().blankBefore(first.start())).contains(second);
    }

    @Test
    void whatIsTypedOnAFullDiskIsToldAndKeptByItselfOnceThereIsRoom() {
        open(lehtola.queue);
        lehtola.casework.diskFull = true;
        reply.draft().text().set("Hei, soitan huomenna.");
        background.pass(Duration.ofSeconds(1));
        assertThat(reply.diskFull().get()).isTrue();
        assertThat(lehtola.casework.draft(lehtola.queue.id())).isEmpty();

        lehtola.casework.diskFull = false;
        background.pass(Duration.ofSeconds(5));

        assertThat(reply.diskFull().get()).isFalse();
        assertThat(lehtola.casework.draft(lehtola.queue.id()))
                .hasValueSatisfying(kept -> assertThat(kept.text()).isEqualTo("Hei, soitan huomenna."));
    }

    @Test
    void whatFoundNoRoomIsNotLostWhenTheNextCaseIsAnswered() {
        open(lehtola.queue);
        lehtola.casework.diskFull = true;
        reply.draft().text().set("Hei, soitan huomenna.");
        background.pass(Duration.ofSeconds(1));
        open(lehtola.swedish);
        reply.draft().text().set("Hej, jag ringer i morgon.");
        background.pass(Duration.ofSeconds(10));

        open(lehtola.queue);
        assertThat(reply.draft().text().get()).isEqualTo("Hei, soitan huomenna.");
        assertThat(reply.diskFull().get()).isTrue();
        lehtola.casework.diskFull = false;
        background.pass(Duration.ofSeconds(5));

        assertThat(reply.diskFull().get()).isFalse();
        assertThat(kept(lehtola.queue)).isEqualTo("Hei, soitan huomenna.");
        assertThat(kept(lehtola.swedish)).isEqualTo("Hej, jag ringer i morgon.");
    }

    @Test
    void whatIsTypedIsKeptWithinASecondAlsoWhileTypingGoesOn() {
        open(lehtola.queue);

        for (int key = 0; key < 10; key++) {
            reply.draft().text().set(reply.draft().text().get() + "a");
            background.pass(Duration.ofMillis(100));
        }

        assertThat(lehtola.casework.draft(lehtola.queue.id()).orElseThrow().text())
                .contains("aaaaaa");
        assertThat(reply.draft().autosave().savedAt().get()).isEqualTo(Lehtola.NOW);
    }

    @Test
    void aPrefilledTextThatNobodyTouchedIsNoDraft() {
        open(lehtola.queue);

        background.pass(Duration.ofSeconds(5));
        reply.close();

        assertThat(lehtola.casework.draft(lehtola.queue.id())).isEmpty();
        assertThat(lehtola.casework.submitted).isEmpty();
    }

    @Test
    void theDraftComesBackAsItWasWithItsTicks() {
        open(lehtola.queue);
        reply.draft().text().set("Hei, soitan teille huomenna.");
        reply.draft().ticked().add(Reminder.THANKED);
        open(lehtola.pillow);

        open(lehtola.queue);

        assertThat(reply.draft().text().get()).isEqualTo("Hei, soitan teille huomenna.");
        assertThat(reply.draft().ticked()).containsExactly(Reminder.THANKED);
        assertThat(reply.draft().autosave().savedAt().get()).isNotNull();
        assertThat(lehtola.casework.get(lehtola.queue.id()).drafts()).hasSize(1);
    }

    @Test
    void nothingIsSentWhileABlankOrAnIdentityCodeIsLeft() {
        open(lehtola.queue);
        assertThat(reply.hindrance().get()).isEqualTo(new Hindrance("reply.why-blanks", 2));

        reply.send();
        assertThat(lehtola.casework.sendings()).isEmpty();

        reply.draft().text().set("Hei, tunnuksenne on 010190-999W.");
        reply.send();
        assertThat(reply.hindrance().get()).isEqualTo(new Hindrance("reply.why-identity-code", 0));

        reply.draft().text().set("  ");
        reply.send();
        assertThat(reply.hindrance().get()).isEqualTo(new Hindrance("reply.why-empty", 0));

        reply.draft().text().set("a".repeat(20_001));
        reply.send();
        assertThat(reply.hindrance().get()).isEqualTo(new Hindrance("reply.why-too-long", 1));
        assertThat(lehtola.casework.sendings()).isEmpty();
    }

    @Test
    void aSentReplyCanBeTakenBackWithItsTextAndThenGoesOnce() {
        open(lehtola.queue);
        reply.draft().text().set("Hei, asia on selvitetty.");
        reply.send();
        assertThat(reply.active().get()).isFalse();
        assertThat(reply.sending().get()).isNotNull();

        notices.undoLatest();

        assertThat(lehtola.casework.sendings()).isEmpty();
        assertThat(reply.active().get()).isTrue();
        assertThat(reply.draft().text().get()).isEqualTo("Hei, asia on selvitetty.");

        reply.send();
        lehtola.casework.ripen();
        FeedbackCase sent = lehtola.casework.get(lehtola.queue.id());
        reply.show(sent, Lehtola.reference());

        assertThat(reply.sending().get()).isNull();
        assertThat(sent.replies()).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("Hei, asia on selvitetty.");
            assertThat(one.delivery().state()).isEqualTo(DeliveryState.WAITING);
        });
    }

    @Test
    void aReplyThatIsStillToGoIsSeenWhenItsCaseIsOpenedAgain() {
        open(lehtola.queue);
        reply.draft().text().set("Hei, asia on selvitetty.");
        reply.send();
        show(lehtola.pillow);
        assertThat(reply.sending().get()).isNull();

        show(lehtola.queue);

        assertThat(reply.sending().get()).isNotNull();
    }

    @Test
    void whoLeftOnlyAPhoneNumberIsAnsweredByPhoneAndThePromiseIsKept() {
        open(lehtola.pillow);
        assertThat(reply.draft().text().get()).isEmpty();
        assertThat(reply.hindrance().get()).isEqualTo(new Hindrance("reply.why-no-mail", 0));

        reply.recordAnswer(Way.PHONE, "Kerroin vierailuajat. ");

        FeedbackCase answered = lehtola.casework.get(lehtola.pillow.id());
        assertThat(answered.owesReply()).isFalse();
        assertThat(answered.replies()).singleElement().satisfies(given -> {
            assertThat(given.way()).isEqualTo(Way.PHONE);
            assertThat(given.text()).isEqualTo("Kerroin vierailuajat.");
        });
        assertThat(reply.active().get()).isFalse();
    }

    @Test
    void aColleagueIsAskedToReadTheRevisionThatStands() {
        open(lehtola.queue);
        reply.draft().text().set("Hei, luonnos.");

        reply.askReview(Lehtola.BERTIL);

        FeedbackCase asked = lehtola.casework.get(lehtola.queue.id());
        assertThat(asked.waitsForReview()).isTrue();
        reply.show(asked, Lehtola.reference());
        var draft = asked.drafts().getFirst();
        lehtola.casework.decide(
                Lehtola.BERTIL, asked.id(), new Command.ReturnDraft(draft.id(), draft.revision(), "Lisää soittoaika."));
        reply.show(lehtola.casework.get(asked.id()), Lehtola.reference());
        var review = reply.review().get();
        assertThat(review).isNotNull();
        assertThat(review == null ? null : review.state()).isEqualTo(ReviewState.RETURNED);
    }

    @Test
    void aColleaguesAnswerMeanwhileStopsTheSendingAndKeepsTheText() {
        open(lehtola.queue);
        reply.draft().text().set("Hei, minun vastaukseni.");
        lehtola.casework.decide(
                Lehtola.BERTIL,
                lehtola.queue.id(),
                new Command.SendReply(
                        lehtola.casework.ids().newReply(),
                        lehtola.queue.latestMessage().id(),
                        "Hei, kollegan vastaus.",
                        null,
                        null));

        reply.show(lehtola.casework.get(lehtola.queue.id()), Lehtola.reference());
        reply.send();

        assertThat(reply.hindrance().get()).isEqualTo(new Hindrance("reply.why-answered", 0));
        assertThat(lehtola.casework.sendings()).isEmpty();
        assertThat(reply.draft().text().get()).isEqualTo("Hei, minun vastaukseni.");
    }

    private String kept(FeedbackCase one) {
        return lehtola.casework.draft(one.id()).orElseThrow().text();
    }

    private void show(FeedbackCase one) {
        reply.show(lehtola.casework.get(one.id()), Lehtola.reference());
    }

    private void open(FeedbackCase one) {
        show(one);
        reply.write();
    }
}
