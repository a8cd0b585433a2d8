package fi.vastine.desktop.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ReplyRules;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.session.Jottings.What;
import fi.vastine.desktop.casework.Hidden;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasefileViewModelTest {
    private final Lehtola lehtola = new Lehtola();
    private final SameThreadBackground background = new SameThreadBackground();
    private final Notices notices = new Notices(new Texts(Language.FI), background);
    private final CasefileViewModel casefile = new CasefileViewModel(lehtola.casework, background, notices);
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        casefile.onReply(() -> asked.add("reply"));
        casefile.accept(lehtola.casework.book());
        casefile.open(lehtola.queue.id());
    }

    @Test
    void anOpenPromiseIsNotClosedAndTheReasonIsTold() {
        casefile.act(CaseAction.CLOSE);

        assertThat(casefile.why().get()).isEqualTo("case.why-reply-owed");
        assertThat(shown().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(lehtola.casework.submitted).doesNotHaveAnyElementsOfTypes(Command.ChangeStatus.class);
    }

    @Test
    void closingLeadsOnAndCanBeUndoneAfterItHasLeft() {
        List<CaseId> done = new ArrayList<>();
        List<CaseId> undone = new ArrayList<>();
        casefile.onDone(done::add);
        casefile.onUndone(undone::add);
        casefile.open(lehtola.read.id());
        casefile.act(CaseAction.CLOSE);
        assertThat(done).containsExactly(lehtola.read.id());
        assertThat(lehtola.casework.get(lehtola.read.id()).status()).isEqualTo(CaseStatus.CLOSED);

        notices.undoLatest();

        assertThat(undone).containsExactly(lehtola.read.id());
        assertThat(lehtola.casework.get(lehtola.read.id()).status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void whatHasAnInverseIsUndoneAndStaysOpen() {
        casefile.toggleTheme(Lehtola.QUEUE);
        notices.undoLatest();
        assertThat(shown().themes()).containsExactly(Lehtola.INFORMATION);
        casefile.toggleTheme(Lehtola.INFORMATION);
        notices.undoLatest();
        assertThat(shown().themes()).containsExactly(Lehtola.INFORMATION);
        casefile.setKind(FeedbackKind.QUESTION);
        notices.undoLatest();
        assertThat(shown().kind()).isEqualTo(FeedbackKind.CRITICISM);
        casefile.assignTo(Lehtola.BERTIL);
        notices.undoLatest();
        assertThat(shown().assignee()).isNull();
    }

    @Test
    void undoingIsOfferedOnlyWhereItCanSucceed() {
        casefile.addNote("Soitan huomenna.");
        int before = lehtola.casework.submitted.size();

        notices.undoLatest();
        assertThat(lehtola.casework.submitted)
                .as("a note at the backend has no inverse")
                .hasSize(before);

        casefile.connected().set(false);
        casefile.addNote("Soitan ylihuomenna.");
        lehtola.casework.takesBack = true;
        notices.undoLatest();
        assertThat(lehtola.casework.takenBack).hasSize(1);
    }

    @Test
    void everyActionSaysWhyItCannotBeDone() {
        assertThat(hindrance(CaseAction.REPLY)).isNull();
        casefile.open(lehtola.read.id());
        assertThat(hindrance(CaseAction.REPLY)).isEqualTo("case.why-no-reply-wished");
        casefile.act(CaseAction.CLOSE);
        assertThat(hindrance(CaseAction.CLOSE)).isEqualTo("case.why-closed");
        assertThat(hindrance(CaseAction.TAKE_UP)).isEqualTo("case.why-taken-up");
        casefile.act(CaseAction.REOPEN);
        assertThat(hindrance(CaseAction.REOPEN)).isEqualTo("case.why-not-closed");
        casefile.act(CaseAction.THANK);
        assertThat(hindrance(CaseAction.THANK)).isEqualTo("case.why-thanked");
        assertThat(shown().status()).as("thanks close a thank-you").isEqualTo(CaseStatus.CLOSED);
        casefile.handOver(HandoverKind.REGISTRY);
        assertThat(hindrance(CaseAction.HAND_OVER)).isEqualTo("case.why-handed-over");
    }

    @Test
    void whoOnlyReadsIsToldSoAtEachAction() {
        lehtola.casework.roles = List.of(Role.LEADER);
        casefile.accept(lehtola.casework.book());
        casefile.open(lehtola.pillow.id());

        for (CaseAction action : CaseAction.values()) {
            assertThat(hindrance(action)).isEqualTo("case.why-read-only");
        }
    }

    @Test
    void movingNamesUnitAndReasonAndThemesComeAndGo() {
        casefile.moveTo(Lehtola.CLINIC, "Koskee hammashoitoa.");
        casefile.toggleTheme(Lehtola.QUEUE);
        casefile.toggleTheme(Lehtola.INFORMATION);

        assertThat(shown().unit()).isEqualTo(Lehtola.CLINIC);
        assertThat(shown().themes()).containsExactly(Lehtola.QUEUE);
        assertThat(shown().history())
                .anySatisfy(event -> assertThat(event.text()).isEqualTo("Koskee hammashoitoa."));
    }

    @Test
    void notesKindAssigneeAndHandoverTakeEffectAtOnce() {
        casefile.addNote("  ");
        casefile.addNote(" Soitettu neuvontaan. ");
        casefile.setKind(FeedbackKind.QUESTION);
        casefile.assignTo(Lehtola.BERTIL);
        assertThat(shown().notes().getLast().text()).isEqualTo("Soitettu neuvontaan.");
        assertThat(shown().notes()).hasSize(2);
        assertThat(shown().kind()).isEqualTo(FeedbackKind.QUESTION);
        assertThat(shown().assignee()).isEqualTo(Lehtola.BERTIL);

        casefile.handOver(HandoverKind.OBJECTION);

        assertThat(shown().owesReply()).isFalse();
        assertThat(hindrance(CaseAction.REPLY)).isEqualTo("case.why-handed-over");
    }

    @Test
    void identityCodesAndContactAreHiddenAgainInTheNextCaseAndShowingThemIsLogged() {
        casefile.hidden().askForCodes();
        assertThat(lehtola.casework.reads).extracting(Reads.Read::what).containsOnly(Reads.What.CASE);
        casefile.hidden().showCodes(Reads.Why.CUSTOMER_ASKED);
        casefile.hidden().showContact();
        assertThat(casefile.hidden().codes().get()).isEqualTo(Hidden.Codes.SHOWN);

        casefile.open(lehtola.pillow.id());
        casefile.open(lehtola.queue.id());

        assertThat(casefile.hidden().codes().get()).isEqualTo(Hidden.Codes.MASKED);
        assertThat(casefile.hidden().contactShown().get()).isFalse();
        assertThat(lehtola.casework.reads)
                .extracting(Reads.Read::what, Reads.Read::why)
                .contains(tuple(Reads.What.IDENTITY_CODE, Reads.Why.CUSTOMER_ASKED), tuple(Reads.What.CONTACT, null));
    }

    @Test
    void aHalfWrittenNoteIsThereAgainWhenTheCaseIsOpenedAgain() {
        casefile.act(CaseAction.NOTE);
        casefile.jotter().write(What.NOTE, "Soitan neljältä");
        casefile.open(lehtola.pillow.id());
        assertThat(casefile.jotter().text(What.NOTE)).isEmpty();
        assertThat(casefile.panel().get()).isNull();

        casefile.open(lehtola.queue.id());

        assertThat(casefile.panel().get()).isEqualTo(CasefileViewModel.Panel.NOTE);
        assertThat(casefile.jotter().text(What.NOTE)).isEqualTo("Soitan neljältä");
    }

    @Test
    void wordsThatBecameACommandAreHalfWrittenNoMoreUntilItIsTakenBack() {
        casefile.connected().set(false);
        lehtola.casework.takesBack = true;
        casefile.jotter().write(What.NOTE, "Soitan neljältä");
        casefile.addNote("Soitan neljältä");
        background.pass(Duration.ofSeconds(1));
        assertThat(lehtola.casework.jottings(lehtola.queue.id())).isEmpty();
        assertThat(casefile.panel().get()).isNull();

        notices.undoLatest();

        assertThat(lehtola.casework.jottings(lehtola.queue.id())).containsEntry(What.NOTE, "Soitan neljältä");
        assertThat(casefile.jotter().text(What.NOTE)).isEqualTo("Soitan neljältä");
        assertThat(casefile.panel().get()).isEqualTo(CasefileViewModel.Panel.NOTE);
    }

    @Test
    void cancellingThrowsTheWordsAwayAndClosingDoesNot() {
        casefile.act(CaseAction.MOVE);
        casefile.jotter().write(What.REASON_TO_MOVE, "Koskee hammas");
        casefile.closePanel();
        background.pass(Duration.ofSeconds(1));
        assertThat(lehtola.casework.jottings(lehtola.queue.id())).containsEntry(What.REASON_TO_MOVE, "Koskee hammas");

        casefile.cancel(What.REASON_TO_MOVE);

        assertThat(lehtola.casework.jottings(lehtola.queue.id())).isEmpty();
    }

    @Test
    void wordsThatFoundNoRoomAreTriedAgainUntilTheyAreKept() {
        lehtola.casework.diskFull = true;
        casefile.jotter().write(What.NOTE, "Soitan neljältä");
        casefile.open(lehtola.pillow.id());
        casefile.open(lehtola.queue.id());
        assertThat(casefile.jotter().text(What.NOTE)).isEqualTo("Soitan neljältä");

        lehtola.casework.diskFull = false;
        background.pass(Duration.ofSeconds(4));

        assertThat(lehtola.casework.jottings(lehtola.queue.id())).containsEntry(What.NOTE, "Soitan neljältä");
    }

    @Test
    void anUpdateOfAnotherCaseDoesNotReadThisOneAgain() {
        int before = lehtola.casework.reads.size();
        lehtola.casework.decide(Lehtola.BERTIL, lehtola.food.id(), new Command.AddTheme(Lehtola.QUEUE));
        var book = lehtola.casework.book();

        casefile.accept(book);

        assertThat(lehtola.casework.reads).hasSize(before);
    }

    @Test
    void aColleaguesChangeShowsInTheOpenCase() {
        lehtola.casework.decide(Lehtola.BERTIL, lehtola.queue.id(), new Command.AddTheme(Lehtola.QUEUE));

        casefile.accept(lehtola.casework.book());

        assertThat(shown().themes()).contains(Lehtola.QUEUE);
    }

    @Test
    void aCaseThatIsTakenAwaySaysSo() {
        lehtola.casework.remove(lehtola.queue.id());

        casefile.accept(lehtola.casework.book());

        assertThat(casefile.shown().get()).isNull();
        assertThat(casefile.absence().get()).isEqualTo(CasefileViewModel.Absence.GONE);
    }

    @Test
    void deliveryIsToldInWordsAndADoubtIsSettledByAPerson() {
        CaseWords words = words();
        lehtola.casework.submit(
                lehtola.queue.id(),
                new Command.SendReply(
                        lehtola.casework.ids().newReply(),
                        lehtola.queue.latestMessage().id(),
                        "Hei.",
                        null,
                        null));
        casefile.accept(lehtola.casework.book());
        Reply reply = shown().replies().getFirst();
        assertThat(words.delivery(reply)).isEqualTo("Odottaa lähetystä");

        deliver(reply, DeliveryState.SENT, null);
        assertThat(words.delivery(shown().replies().getFirst())).isEqualTo("Lähetetty klo 9.03");

        deliver(reply, DeliveryState.FAILED, "550 5.1.1");
        assertThat(words.delivery(shown().replies().getFirst())).contains("550 5.1.1");
        assertThat(hindrance(CaseAction.REPLY)).as("owed again").isNull();

        deliver(reply, DeliveryState.IN_DOUBT, null);
        casefile.settle(shown().replies().getFirst(), DeliveryState.SENT);
        assertThat(shown().replies().getFirst().delivery().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void dueIsSaidInWordsWithTheRule() {
        CaseWords words = words();

        assertThat(words.due(lehtola.late))
                .isEqualTo(new CaseWords.Said(
                        "Vastaus on myöhässä 4 päivää, määräpäivä oli to 19.11.",
                        "lupaus 7 päivää, sääntöversio 3",
                        "late"));
        assertThat(words.due(lehtola.queue))
                .isEqualTo(new CaseWords.Said(
                        "Vastaus viimeistään tänään ma 23.11.", "lupaus 7 päivää, sääntöversio 3", "soon"));
        assertThat(words.due(lehtola.clock))
                .isEqualTo(new CaseWords.Said(
                        "Vastaus viimeistään to 26.11. · 3 työpäivää jäljellä", "lupaus 7 päivää, sääntöversio 3", ""));
        assertThat(words.due(lehtola.read)).isNull();
    }

    @Test
    void aPromiseKeptByPhoneIsSaidSo() {
        lehtola.casework.submit(
                lehtola.pillow.id(),
                new Command.RecordAnswer(
                        lehtola.casework.ids().newReply(),
                        lehtola.pillow.latestMessage().id(),
                        Way.PHONE,
                        "Kerroin.",
                        null));

        CaseWords.Said due = words().due(lehtola.casework.get(lehtola.pillow.id()));

        assertThat(due == null ? "" : due.words()).isEqualTo("Vastattu puhelimitse klo 8.44");
    }

    @Test
    void everyEventIsToldInWords() {
        CaseWords words = words();
        casefile.moveTo(Lehtola.CLINIC, "Koskee hammashoitoa.");
        casefile.setKind(FeedbackKind.QUESTION);

        List<String> told = shown().history().stream()
                .map(event -> words.told(event, null, Lehtola.reference()))
                .map(each -> each.what() + " " + each.rest())
                .toList();

        assertThat(told)
                .contains(
                        "Ohjattu yksikköön Osasto 2 Lehtola",
                        "Siirretty yksikköön Suun terveydenhuolto: Koskee hammashoitoa.",
                        "Tila uusi → käsittelyssä",
                        "Laji Moite → Kysymys");
    }

    private void deliver(Reply reply, DeliveryState state, @Nullable String reason) {
        lehtola.casework.put(ReplyRules.delivered(
                lehtola.casework.get(lehtola.queue.id()), reply.id(), state, Lehtola.at("2026-11-23T09:03"), reason));
        casefile.accept(lehtola.casework.book());
    }

    private static CaseWords words() {
        Texts texts = new Texts(Language.FI);
        return new CaseWords(texts, new Times(texts, Lehtola.CLOCK), WorkingDays.finnish());
    }

    private @Nullable String hindrance(CaseAction action) {
        return casefile.hindrance(action).orElse(null);
    }

    private FeedbackCase shown() {
        Casefile now = casefile.shown().get();
        if (now == null) {
            throw new AssertionError("No case is shown");
        }
        return now.feedback();
    }
}
