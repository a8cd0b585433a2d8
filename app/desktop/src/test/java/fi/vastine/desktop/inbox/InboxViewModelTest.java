package fi.vastine.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Role;
import fi.vastine.core.session.Progress;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.inbox.InboxViewModel.Emptiness;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxViewModelTest {
    private final Lehtola lehtola = new Lehtola();
    private final SameThreadBackground background = new SameThreadBackground();
    private final Texts texts = new Texts(Language.FI);
    private final InboxViewModel inbox =
            new InboxViewModel(Lehtola.AINO, Set.of(), background, texts, new Times(texts, Lehtola.CLOCK));

    @BeforeEach
    void open() {
        inbox.accept(lehtola.casework.book());
    }

    @Test
    void opensOnWhatWaitsForAReplyOldestPromiseFirst() {
        assertThat(lines())
                .containsExactly(
                        "LATE 1",
                        "Soitin kolmena",
                        "TODAY 2",
                        "Voiko osastoll",
                        "Jonotin puheli",
                        "THIS_WEEK 3",
                        "Päiväsaliin vo",
                        "Yöhoitaja istu",
                        "Jag fick inte ",
                        "OTHERS 1",
                        "Ruoka oli kylm");
    }

    @Test
    void doneWithOneTheNextIsOpenedAndWithTheLastTheOneBefore() {
        inbox.choose(lehtola.pillow.id());
        inbox.openNext();
        assertThat(inbox.opened().get()).isEqualTo(lehtola.queue.id());

        inbox.choose(lehtola.food.id());
        inbox.openNext();
        assertThat(inbox.opened().get()).isEqualTo(lehtola.swedish.id());
    }

    @Test
    void whileCasesAreFetchedNobodyIsToldThatAllAreAnswered() {
        inbox.tab().set(InboxTab.HANDLED);
        inbox.accept(new Progress(0, 0));
        assertThat(inbox.emptiness().get()).isEqualTo(InboxViewModel.Emptiness.LOADING);

        inbox.connected().set(false);
        assertThat(inbox.emptiness().get()).isEqualTo(InboxViewModel.Emptiness.WAITING_FOR_CONNECTION);

        inbox.accept((Progress) null);
        assertThat(inbox.emptiness().get()).isEqualTo(InboxViewModel.Emptiness.NOTHING_TO_DO);
    }

    @Test
    void eachCaseStandsInOneTabAndAllShowsEveryOne() {
        assertThat(inbox.counts().get())
                .containsEntry(InboxTab.WAITING, 7)
                .containsEntry(InboxTab.READING, 1)
                .containsEntry(InboxTab.HANDLED, 0)
                .containsEntry(InboxTab.ALL, 8)
                .containsEntry(InboxTab.TRIAGE, 0);
    }

    @Test
    void anUrgentCaseStandsAtTheTopOfItsGroup() {
        FeedbackCase urgent = Lehtola.a(
                Channel.WEB,
                FeedbackKind.OTHER,
                "2026-11-20T20:00",
                "En jaksa enää, haluan tappaa itseni.",
                new ReplyWish(Way.PHONE, "040 555 0199", null));
        lehtola.casework.put(urgent);

        inbox.accept(lehtola.casework.book());

        assertThat(lines()).containsSubsequence("THIS_WEEK 4", "En jaksa enää,", "Päiväsaliin vo");
    }

    @Test
    void theCursorMovesOverHeadingsAndTheCaseOpensWhenItRests() {
        inbox.moveBy(1);
        inbox.moveBy(1);
        assertThat(inbox.opened().get()).isNull();

        background.pass(Duration.ofMillis(200));

        assertThat(inbox.opened().get()).isEqualTo(lehtola.pillow.id());
        inbox.moveBy(-1);
        inbox.openSelected();
        assertThat(inbox.opened().get()).isEqualTo(lehtola.late.id());
        inbox.moveBy(-1);
        assertThat(inbox.selected().get()).isEqualTo(lehtola.late.id());
    }

    @Test
    void aCaseThatLeavesTheListStaysOpenAndTheNextOneIsOneKeyAway() {
        inbox.choose(lehtola.queue.id());
        lehtola.casework.submit(lehtola.queue.id(), new Command.HandOver(HandoverKind.OBJECTION));

        inbox.accept(lehtola.casework.book());

        assertThat(inbox.opened().get()).isEqualTo(lehtola.queue.id());
        inbox.moveBy(1);
        assertThat(inbox.selected().get()).isEqualTo(lehtola.clock.id());
    }

    @Test
    void theLastCaseThatLeavesLeavesTheCursorOnTheOneBefore() {
        inbox.choose(lehtola.food.id());
        lehtola.casework.remove(lehtola.food.id());

        inbox.accept(lehtola.casework.book());
        inbox.moveBy(-1);

        assertThat(inbox.selected().get()).isEqualTo(lehtola.swedish.id());
    }

    @Test
    void newCasesComeInWithoutMovingTheCursor() {
        inbox.choose(lehtola.clock.id());
        List<Integer> touched = new ArrayList<>();
        inbox.lines().addListener((ListChangeListener<InboxLine>) change -> {
            while (change.next()) {
                touched.add(change.getFrom());
            }
        });
        lehtola.casework.put(Lehtola.a(
                Channel.WEB,
                FeedbackKind.QUESTION,
                "2026-11-23T08:00",
                "Milloin kahvio on auki?",
                new ReplyWish(Way.MAIL, "k@posti.example", null)));

        inbox.accept(lehtola.casework.book());

        assertThat(inbox.selected().get()).isEqualTo(lehtola.clock.id());
        assertThat(lines()).contains("LATER 1", "Milloin kahvio");
        assertThat(touched).as("lines before the new one are not touched").allMatch(from -> from >= 9);
    }

    @Test
    void whatWasOpenedHereIsNoLongerUnread() {
        assertThat(unread(lehtola.pillow.id())).isTrue();
        assertThat(unread(lehtola.queue.id())).as("taken up already").isFalse();

        inbox.choose(lehtola.pillow.id());

        assertThat(unread(lehtola.pillow.id())).isFalse();
    }

    @Test
    void whatWasOpenedBeforeTheProgramWasStartedAnewIsNotUnreadAgain() {
        var next = new InboxViewModel(
                Lehtola.AINO, Set.of(lehtola.pillow.id()), background, texts, new Times(texts, Lehtola.CLOCK));

        next.accept(lehtola.casework.book());

        assertThat(next.lines())
                .filteredOn(line -> line instanceof InboxLine.Entry entry
                        && entry.row().id().equals(lehtola.pillow.id()))
                .singleElement()
                .satisfies(line -> assertThat(((InboxLine.Entry) line).unread()).isFalse());
    }

    @Test
    void typingFindsWordsOfTheTextTheKindTheThemeAndTheUnit() {
        inbox.tab().set(InboxTab.ALL);

        inbox.filter().set("KYLMÄÄ");
        assertThat(lines()).containsExactly("Ruoka oli kylm");
        inbox.filter().set("tiedonk");
        assertThat(lines()).containsExactly("Jonotin puheli");
        inbox.filter().set("kysym tyynyn");
        assertThat(lines()).containsExactly("Voiko osastoll");
        inbox.filter().set("lehtola");
        assertThat(lines()).hasSize(8);
        inbox.filter().set("lehtola kylmää");
        assertThat(lines()).containsExactly("Ruoka oli kylm");
        inbox.filter().set("ei tätä ole");
        assertThat(lines()).isEmpty();
        assertThat(inbox.emptiness().get()).isEqualTo(Emptiness.NOTHING_FOUND);
        inbox.filter().set("");
        assertThat(lines()).hasSize(8);
    }

    @Test
    void theFilterSpeaksTheLanguageOfTheScreen() {
        inbox.filter().set("flow of inf");
        assertThat(lines()).isEmpty();

        texts.language().set(Language.EN);

        assertThat(lines()).contains("Jonotin puheli");
    }

    @Test
    void onlyTheQualityTeamSeesWhatIsToBeRouted() {
        assertThat(inbox.tabs()).doesNotContain(InboxTab.TRIAGE);
        FeedbackCase lost = Lehtola.a(Channel.WEB, FeedbackKind.OTHER, "2026-11-22T10:00", "Mille yksikölle?", null);
        lehtola.casework.put(lost.edit().unit(UnitId.TRIAGE).done());
        lehtola.casework.roles = List.of(Role.QUALITY);

        inbox.accept(lehtola.casework.book());

        assertThat(inbox.tabs()).contains(InboxTab.TRIAGE);
        inbox.tab().set(InboxTab.TRIAGE);
        assertThat(lines()).containsExactly("Mille yksiköll");
        assertThat(inbox.counts().get()).containsEntry(InboxTab.ALL, 8);
    }

    @Test
    void oneUnitOfSeveralCanBeShownAlone() {
        lehtola.casework.put(lehtola.read
                .edit()
                .unit(Lehtola.CLINIC)
                .status(CaseStatus.CLOSED)
                .done());
        inbox.accept(lehtola.casework.book());
        inbox.tab().set(InboxTab.ALL);

        inbox.unit().set(Lehtola.CLINIC);

        assertThat(inbox.units()).containsExactly(Lehtola.WARD, Lehtola.CLINIC);
        assertThat(lines()).containsExactly("Iso kiitos kok");
    }

    @Test
    void enterOnAListThatNobodyTouchedOpensTheFirstCase() {
        inbox.openSelected();

        assertThat(inbox.opened().get()).isEqualTo(lehtola.late.id());
    }

    @Test
    void anEmptyInboxKnowsWhatCameInThisWeek() {
        inbox.tab().set(InboxTab.HANDLED);

        assertThat(inbox.emptiness().get()).isEqualTo(Emptiness.NOTHING_TO_DO);
        assertThat(inbox.week()).isEqualTo(new Shelf.Week(0, 0));
    }

    private boolean unread(CaseId id) {
        return inbox.lines().get(inbox.lineOf(id)) instanceof InboxLine.Entry entry && entry.unread();
    }

    private List<String> lines() {
        return inbox.lines().stream()
                .map(line -> switch (line) {
                    case InboxLine.Heading heading -> heading.group() + " " + heading.count();
                    case InboxLine.Entry entry ->
                        entry.row()
                                .excerpt()
                                .substring(0, Math.min(14, entry.row().excerpt().length()));
                })
                .toList();
    }
}
