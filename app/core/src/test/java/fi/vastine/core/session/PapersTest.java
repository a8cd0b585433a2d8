package fi.vastine.core.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.wire.Push;
import fi.vastine.core.profile.DiskFull;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pile of papers typed in, on real files. */
class PapersTest extends StartedOnFiles {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    private static final Form FORM = form(
            "koe",
            item("help", new ItemKind.Statement(1)),
            item("likely", new ItemKind.Recommendation()),
            item("comment", new ItemKind.Comment()));

    private Interviews papers;
    private Interviews bedside;

    @BeforeEach
    void open() {
        papers = interviews(Interviews.PAPER);
        bedside = interviews(Interviews.BEDSIDE);
    }

    @Override
    void restart() throws IOException {
        super.restart();
        open();
    }

    @Test
    void aPaperIsEnteredForItsDayWithItsWishAndNobodysSupport() {
        begin();
        papers.keep(typed().answered("help", new Given.Step(4)).answered("comment", new Given.Words("Kiitos.")));

        papers.endAndGoOn(typed().wishing(new ReplyWish(Way.PHONE, " 040 1234567 ", " ")));

        Command.EnterFeedback entry = entered().getFirst();
        assertThat(entry.channel()).isEqualTo(Channel.PAPER);
        assertThat(entry.unit()).isEqualTo(WARD);
        assertThat(entry.answers().form()).isEqualTo("koe/1");
        assertThat(entry.answers().statements()).containsExactly(new StatementAnswer(1, 4));
        assertThat(entry.answers().support()).isNull();
        assertThat(entry.text()).isEqualTo("Kiitos.");
        assertThat(entry.replyWish()).isEqualTo(new ReplyWish(Way.PHONE, "040 1234567", null));
        assertThat(entry.givenAt())
                .isEqualTo(DAY.atTime(LocalTime.NOON).atZone(DueDates.ZONE).toInstant());
    }

    @Test
    void theNextPaperIsEmptyAndHasTheUnitFormAndDayOfTheOneBefore() throws IOException {
        begin();
        Interview first = typed();

        papers.endAndGoOn(first.answered("help", new Given.Step(4)));

        assertThat(typed().caseId()).isNotEqualTo(first.caseId());
        assertThat(typed().start()).isEqualTo(first.start());
        assertThat(typed().filled().form()).isEqualTo(FORM);
        assertThat(typed().isBegun()).isFalse();
        restart();
        papers.endAndGoOn(typed().answered("help", new Given.Step(1)));
        assertThat(requireNonNull(papers.state().last()).inARow()).isEqualTo(2);
        assertThat(papers.state().count()).isEqualTo(2);
    }

    @Test
    void aHalfTypedPaperIsNeitherLostNorShownToWhoIsAskedMeanwhile() throws IOException {
        begin();
        papers.keep(typed().answered("help", new Given.Step(2)).wishing(new ReplyWish(Way.MAIL, "matti@", "Matti")));
        Interview half = typed();
        bedside.begin(FORM, Interview.Start.asked(WARD, Support.AnsweredBy.SELF, null, true), Language.FI);
        bedside.withdraw(requireNonNull(bedside.state().current()).caseId());

        restart();

        assertThat(typed()).isEqualTo(half);
        assertThat(bedside.state().current()).isNull();
    }

    @Test
    void thePaperBeforeComesBackAsItWasAndTheOneUnderWayWaitsForIt() throws IOException {
        begin();
        Interview first = typed().answered("help", new Given.Step(4));
        Interviews.Ended done = papers.endAndGoOn(first);
        papers.keep(typed().answered("help", new Given.Step(1)));
        Interview second = typed();

        assertThat(papers.takeBack(requireNonNull(done.id()), first)).isPresent();

        assertThat(typed()).isEqualTo(first);
        assertThat(entered()).isEmpty();
        assertThat(papers.state().count()).isZero();
        assertThat(requireNonNull(papers.state().last()).inARow()).isZero();
        restart();
        papers.endAndGoOn(typed().answered("help", new Given.Step(5)));
        assertThat(typed()).isEqualTo(second);
        assertThat(entered())
                .singleElement()
                .satisfies(each -> assertThat(each.answers().statements()).containsExactly(new StatementAnswer(1, 5)));
    }

    @Test
    void anEmptyPaperThatWasOnTheScreenDoesNotWait() {
        begin();
        Interview first = typed().answered("help", new Given.Step(4));
        Interviews.Ended done = papers.endAndGoOn(first);

        papers.takeBack(requireNonNull(done.id()), first);

        assertThat(papers.state().parked()).isEmpty();
    }

    @Test
    void whatIsOnItsWayIsNotTakenBack() {
        begin();
        Interview first = typed().answered("help", new Given.Step(4));
        Interviews.Ended done = papers.endAndGoOn(first);
        commands.ripen(Instant.MAX);
        outbox.takeForWire(200, Push.MOST_BYTES);
        Interviews.State before = papers.state();

        assertThat(papers.takeBack(requireNonNull(done.id()), first)).isEmpty();

        assertThat(papers.state()).isEqualTo(before);
    }

    @Test
    void aDiskThatIsFullInTheMiddleLosesNoPaperAndEntersNoneTwice() throws IOException {
        begin();
        papers.keep(typed().answered("help", new Given.Step(4)));
        Interview before = typed();
        disk.fill();
        assertThatThrownBy(() -> papers.endAndGoOn(before)).isInstanceOf(DiskFull.class);
        disk.makeRoom();
        restart();
        assertThat(typed()).isEqualTo(before);

        papers.endAndGoOn(before);
        papers.endAndGoOn(before);

        assertThat(entered()).hasSize(1);
        assertThat(typed().isBegun()).isFalse();
    }

    @Test
    void aFormOfFiveThousandItemsIsAnsweredWithoutAWait() {
        Form large = form(
                "koe",
                IntStream.range(0, 5_000)
                        .mapToObj(each -> item("q" + each, new ItemKind.ThreeFaces()))
                        .toArray(FormItem[]::new));
        papers.begin(large, Interview.Start.onPaper(WARD, DAY), Language.FI);
        Interview paper = typed();
        long before = System.nanoTime();

        for (int each = 0; each < 50; each++) {
            paper = paper.answered("q" + each, new Given.ThreeFaces(3));
        }

        // A twentieth of a second a key would be felt.
        // a second.
        assertThat((System.nanoTime() - before) / 1_000_000).isLessThan(50 * 50);
        assertThat(paper.at()).isEqualTo("q50");
    }

    private void begin() {
        papers.begin(FORM, Interview.Start.onPaper(WARD, DAY), Language.FI);
    }

    private Interview typed() {
        return requireNonNull(papers.state().current());
    }
}
