package fi.vastine.desktop.entry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.reference.Unit;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.entry.EntryViewModel.Field;
import fi.vastine.desktop.entry.EntryViewModel.Hindrance;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryViewModelTest {
    private final EntryBench bench = new EntryBench(Language.FI);
    private EntryViewModel model = bench.model;

    @BeforeEach
    void write() {
        model.unit().set(Lehtola.WARD);
        model.kind().set(FeedbackKind.THANKS);
        model.text().set("Kiitos yöhoitajalle.");
    }

    @Test
    void whatIsKeptIsTheCustomersWordsForTheUnitAndNamesItsCollector() {
        model.way().set(Way.PHONE);
        model.address().set(" 040 000 0012 ");
        model.name().set("Elli");

        model.enter();

        Command.EnterFeedback entry = bench.kept.entered().getFirst();
        assertThat(entry.collector()).isEqualTo(Lehtola.BERTIL);
        assertThat(entry.unit()).isEqualTo(Lehtola.WARD);
        assertThat(entry.channel()).isEqualTo(Channel.ORAL);
        assertThat(entry.text()).isEqualTo("Kiitos yöhoitajalle.");
        assertThat(entry.replyWish()).isEqualTo(new ReplyWish(Way.PHONE, "040 000 0012", "Elli"));
        assertThat(entry.givenAt()).isEqualTo(Lehtola.NOW);
    }

    @Test
    void theNextFormIsEmptySaveForTheUnit() {
        model.way().set(Way.MAIL);
        model.address().set("elli@posti.example");
        model.enter();

        assertThat(model.unit().get()).isEqualTo(Lehtola.WARD);
        assertThat(model.text().get()).isEmpty();
        assertThat(model.kind().get()).isNull();
        assertThat(model.way().get()).isNull();
        assertThat(model.address().get()).isEmpty();
        assertThat(model.today().get()).isEqualTo(1);
        assertThat(model.enteredAt().get()).isEqualTo(Lehtola.NOW);
    }

    @Test
    void aBatchOfPapersKeepsItsDay() {
        model.channel().set(Channel.PAPER);
        model.day().set("20.11.");
        model.enter();

        assertThat(model.day().get()).isEqualTo("20.11.2026");
        assertThat(bench.kept.entered().getFirst().givenAt()).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void whoTypesWithoutAStopLosesAtMostASecondWhenTheProgramIsKilled() {
        bench.background.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 30; i++) {
            model.text().set(model.text().get() + "x");
            bench.background.pass(Duration.ofMillis(100));
        }
        String typed = model.text().get();

        bench.restart();

        assertThat(bench.model.text().get()).startsWith("Kiitos yöhoitajalle.").hasSizeGreaterThan(typed.length() - 11);
        assertThat(bench.model.kind().get()).isEqualTo(FeedbackKind.THANKS);
        assertThat(bench.model.unit().get()).isEqualTo(Lehtola.WARD);
    }

    @Test
    void theUnitIsRememberedByTheNextStart() {
        model.enter();

        bench.restart();

        assertThat(bench.model.unit().get()).isEqualTo(Lehtola.WARD);
        assertThat(bench.model.today().get()).isEqualTo(1);
    }

    @Test
    void undoBringsTheEntryBackAndWhatWasBegunMeanwhileIsNotLost() {
        model.enter();
        model.kind().set(FeedbackKind.CRITICISM);
        model.text().set("Seuraava kesken");

        bench.notices.undoLatest();

        assertThat(model.text().get()).isEqualTo("Kiitos yöhoitajalle.");
        assertThat(bench.kept.entered()).isEmpty();
        assertThat(model.today().get()).isZero();
        model.enter();
        assertThat(model.text().get()).isEqualTo("Seuraava kesken");
        assertThat(model.kind().get()).isEqualTo(FeedbackKind.CRITICISM);
    }

    @Test
    void whatIsOnItsWayIsNotTakenBack() {
        model.enter();
        var sent = bench.kept.send().getFirst();

        model.takeBack(sent);

        assertThat(model.text().get()).isEmpty();
        assertThat(model.today().get()).isEqualTo(1);
    }

    @Test
    void whatWaitsIsTheEntriesTheLatestFirst() {
        model.enter();
        model.kind().set(FeedbackKind.QUESTION);
        model.text().set("Milloin vierailuaika on?");
        model.enter();
        bench.tellWaiting();

        assertThat(model.waiting())
                .extracting(each -> ((Command.EnterFeedback) each.command()).text())
                .containsExactly("Milloin vierailuaika on?", "Kiitos yöhoitajalle.");
    }

    @Test
    void answersToAFormAreNotOfferedForCorrectionInAFieldForWords() {
        Interviews papers = bench.kept.startPapers();
        Form form = Forms.shipped().getFirst();
        Interview paper = requireNonNull(
                papers.begin(form, Interview.Start.onPaper(Lehtola.WARD, LocalDate.of(2026, 11, 20)), Language.FI)
                        .current());
        papers.end(paper.answered("comment", new Given.Words("Kiva.")));
        model.enter();
        bench.tellWaiting();

        assertThat(bench.kept.entered()).hasSize(2);
        assertThat(model.waiting())
                .singleElement()
                .satisfies(each -> assertThat(((Command.EnterFeedback) each.command()).text())
                        .isEqualTo("Kiitos yöhoitajalle."));
    }

    @Test
    void anIdentityCodeIsPointedOutAndDoesNotBlock() {
        model.text().set("Tunnukseni on 010190-999W.");

        assertThat(model.identityCode().get()).isTrue();
        assertThat(model.hindrance().get()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, maija@posti.example,",
        "MAIL, maija, entry.why-no-mail",
        "PHONE, 040 000 0012,",
        "PHONE, 0400, entry.why-no-phone",
        "POST, 'Kotikatu 1, 00100 Helsinki',",
        "POST, '', entry.why-no-post",
    })
    void aReplyIsPromisedOnlyWhereThereIsAWayToGiveIt(Way way, String address, String why) {
        model.way().set(way);
        model.address().set(address);

        assertThat(model.hindrance().get()).isEqualTo(why == null ? null : new Hindrance(why, Field.ADDRESS));
        model.enter();
        assertThat(bench.kept.entered()).hasSize(why == null ? 1 : 0);
    }

    @Test
    void whatIsStillWantedIsNamedOneThingAtATime() {
        model.text().set(" ");
        assertThat(model.hindrance().get()).isEqualTo(new Hindrance("entry.why-no-text", Field.TEXT));
        model.text().set("x".repeat(Decisions.LONGEST_TEXT + 1));
        assertThat(model.hindrance().get()).isEqualTo(new Hindrance("entry.why-too-long", Field.TEXT));
        model.kind().set(null);
        assertThat(model.hindrance().get()).isEqualTo(new Hindrance("entry.why-no-kind", Field.KIND));
        model.day().set("24.11.2026");
        assertThat(model.hindrance().get()).isEqualTo(new Hindrance("entry.why-to-come", Field.DAY));
        model.day().set("31.2.");
        assertThat(model.hindrance().get()).isEqualTo(new Hindrance("entry.why-no-day", Field.DAY));
        model.unit().set(null);
        assertThat(model.hindrance().get()).isEqualTo(new Hindrance("entry.why-no-unit", Field.UNIT));
    }

    @Test
    void onlyTheUnitsSheMayEnterForAreOffered() {
        model.accept(EntryBench.book(Lehtola.CLINIC));

        assertThat(model.units().all()).extracting(Unit::id).containsExactly(Lehtola.CLINIC);
    }

    @Test
    void theOnlyUnitNeedsNoChoosing() {
        var fresh = new EntryBench(Language.FI);
        assertThat(fresh.model.unit().get()).isNull();

        fresh.model.accept(EntryBench.book(Lehtola.CLINIC));

        assertThat(fresh.model.unit().get()).isEqualTo(Lehtola.CLINIC);
    }

    @Test
    void theDayGoesBackAndForthButNotBeyondToday() {
        model.moveDay(1);
        assertThat(model.day().get()).isEqualTo("23.11.2026");
        model.moveDay(-2);
        assertThat(model.day().get()).isEqualTo("21.11.2026");
    }

    @Test
    void whatIsClearedCanBeHadBack() {
        model.clear();
        assertThat(model.text().get()).isEmpty();

        bench.notices.undoLatest();

        assertThat(model.text().get()).isEqualTo("Kiitos yöhoitajalle.");
        assertThat(model.kind().get()).isEqualTo(FeedbackKind.THANKS);
    }
}
