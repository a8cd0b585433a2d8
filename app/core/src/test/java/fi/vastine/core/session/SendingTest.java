package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.ThemeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was decided on a laptop reaches the backend once and in order, over real HTTP and with real files. */
final class SendingTest extends AinosLaptop {
    private static final String PUSH = "/v1/commands";
    private static final String PULL = "/v1/changes";

    @BeforeEach
    void signIn() {
        laptop.signIn();
    }

    @Test
    void whatWasDecidedOfflineOverARestartGoesOutOnceAndInOrder() {
        backend.goOffline();
        laptop.theme(ward, "jonottaminen");
        laptop.note(clinic, "Soitan huomenna.");
        laptop.close();
        clock.pass(Duration.ofDays(3));
        laptop.start();
        laptop.theme(clinic, "kohtelu");
        assertThat(laptop.row(ward).themes()).containsExactly(new ThemeId("jonottaminen"));
        assertThat(laptop.row(ward).pending()).isTrue();
        assertThat(laptop.waiting()).hasSize(3);

        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(backend.decided())
                .extracting(each -> each.command().getClass().getSimpleName())
                .containsExactly("AddTheme", "AddNote", "AddTheme");
        assertThat(backend.decided()).extracting(Envelope::seq).containsExactly(1L, 2L, 3L);
        Eventually.until("confirmed", () -> !laptop.row(clinic).pending());
    }

    @Test
    void anAnswerLostAfterTheCommitChangesNothingTwice() {
        backend.next("/v1/commands", Fault.ANSWER_LOST);
        laptop.note(ward, "Soitan huomenna.");
        Eventually.until("tried once", () -> backend.requests("/v1/commands") > 0);
        clock.pass(Duration.ofSeconds(5));
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(backend.decided()).hasSize(1);
        Eventually.until("settled", () -> !laptop.row(ward).pending());
        assertThat(laptop.open(ward).notes()).hasSize(1);
    }

    @Test
    void nothingFlickersBetweenDecisionAnswerAndNewBase() {
        List<Boolean> shown = Collections.synchronizedList(new ArrayList<>());
        laptop.theme(ward, "jonottaminen");
        try (Subscription watching = laptop.session()
                .onBook(book ->
                        shown.add(book.row(ward).orElseThrow().themes().contains(new ThemeId("jonottaminen"))))) {
            laptop.awaitNothingWaits();
            long decidedAs = backend.theCase(ward).changeNo();
            Eventually.until("base is here", () -> laptop.open(ward).changeNo() >= decidedAs);
            assertThat(watching).isNotNull();
        }

        assertThat(shown).isNotEmpty().doesNotContain(false);
    }

    @Test
    void aWeekOfDecisionsGoesOutAtOneGo() {
        decideOffline(600);

        int before = backend.requests().size();
        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        List<String> exchanges = exchangesSince(before);
        int first = exchanges.indexOf(PUSH);
        assertThat(exchanges.subList(first, first + 3)).containsOnly(PUSH);
    }

    @Test
    void newsComesAmidHoweverManyDecisions() {
        decideOffline(1100);

        int before = backend.requests().size();
        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        List<String> exchanges = exchangesSince(before);
        assertThat(exchanges.subList(exchanges.indexOf(PUSH), exchanges.lastIndexOf(PUSH)))
                .contains(PULL);
    }

    private void decideOffline(int decisions) {
        List<CaseId> cases = Stream.generate(() -> backend.receive(SmallBackend.WARD, "Ruoka oli kylmää."))
                .limit(50)
                .toList();
        Eventually.until(
                "the cases are here", () -> laptop.session().book().rows().size() == 52);
        backend.goOffline();
        for (int i = 0; i < decisions; i++) {
            laptop.note(cases.get(i % cases.size()), "Muistiinpano " + i);
        }
    }

    private List<String> exchangesSince(int before) {
        List<String> all = backend.requests();
        return all.subList(before, all.size()).stream()
                .filter(path -> path.equals(PUSH) || path.equals(PULL))
                .toList();
    }

    @Test
    void anExpiredTokenIsRenewedInTheMiddleOfABatch() {
        backend.goOffline();
        for (int i = 0; i < 300; i++) {
            laptop.note(ward, "Muistiinpano " + i);
        }
        backend.expireTokens();
        backend.goOnline();
        laptop.session().syncNow();
        Eventually.until("the first batch is there", () -> backend.decided().size() >= 200);
        backend.expireTokens();
        laptop.awaitNothingWaits();

        assertThat(backend.decided()).hasSize(300);
        assertThat(laptop.connection()).isEqualTo(Connection.ONLINE);
    }

    @Test
    void aBatchThatIsTooLargeIsHalvedUntilItPasses() {
        backend.goOffline();
        for (int i = 0; i < 100; i++) {
            laptop.note(ward, "Muistiinpano " + i);
        }
        backend.next("/v1/commands", Fault.TOO_LARGE, Fault.TOO_LARGE);
        backend.goOnline();
        laptop.session().syncNow();
        laptop.awaitNothingWaits();

        assertThat(backend.decided()).hasSize(100);
        // 100, 50, then 25, and twice as many each time after: 25, 50, 25.
        assertThat(backend.requests("/v1/commands")).isEqualTo(5);
    }

    @Test
    void aBackendThatAsksToBeLeftAloneIsLeftAlone() {
        backend.next("/v1/commands", Fault.TOO_MANY);
        laptop.note(ward, "Soitan huomenna.");
        Eventually.until("told so", () -> laptop.connection() == Connection.SERVER_TROUBLE);
        int asked = backend.requests("/v1/commands");
        laptop.note(ward, "Ja ylihuomenna.");
        assertThat(laptop.waiting()).extracting(Waiting::lastError).contains("TOO_MANY");
        assertThat(backend.requests("/v1/commands")).isEqualTo(asked);

        clock.pass(Duration.ofMinutes(20));
        laptop.note(ward, "Sitten jo tavoitin.");
        laptop.awaitNothingWaits();
        assertThat(backend.decided()).hasSize(3);
    }

    @Test
    void whatCouldNotBeAppliedNeedsAttentionWithItsTextAndCanBeDoneAnew() {
        backend.goOffline();
        var closing = new Command.SetKind(FeedbackKind.CRITICISM, FeedbackKind.QUESTION);
        CommandId id = laptop.session().commands().submit(ward, closing);
        backend.change(ward, each -> each.edit().kind(FeedbackKind.SUGGESTION).done());
        backend.goOnline();
        laptop.session().syncNow();
        Eventually.until(
                "it needs attention",
                () -> !laptop.session().attention().items().isEmpty());

        assertThat(laptop.session().attention().items()).singleElement().satisfies(item -> {
            assertThat(item.command()).isEqualTo(closing);
            assertThat(item.outcome()).isInstanceOf(Outcome.Conflict.class);
        });
        // Attention and the foot of the window are told one after the other.
        laptop.awaitNothingWaits();

        laptop.session().attention().again(id, new Command.SetKind(FeedbackKind.SUGGESTION, FeedbackKind.QUESTION));
        laptop.awaitNothingWaits();

        assertThat(laptop.session().attention().items()).isEmpty();
        assertThat(backend.theCase(ward).kind()).isEqualTo(FeedbackKind.QUESTION);
    }

    @Test
    void whatWasReadOfflineIsToldAtTheNextContact() {
        backend.goOffline();
        laptop.open(ward);
        laptop.session().noteContactShown(ward);
        laptop.close();
        backend.goOnline();
        laptop.start();

        Eventually.until("told", () -> backend.reads().size() == 2);
        assertThat(backend.reads()).extracting(read -> read.what().name()).containsExactly("CASE", "CONTACT");
    }
}
