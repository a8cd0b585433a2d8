package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.MemoryKeyStore;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.Pin;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.session.SignInResult.Asked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One laptop, one program that stays open, and summer workers who hand it to each other. */
final class QuickSwitchTest {
    private static final Passphrase PASSWORD = new Passphrase(SmallBackend.PASSWORD);
    private static final String WRONG = "7351";

    private final SmallBackend backend = new SmallBackend();
    private final SteppingClock clock = new SteppingClock();
    private final MemoryKeyStore keyStore = new MemoryKeyStore();
    private final List<Session> opened = new ArrayList<>();

    @TempDir
    Path folder;

    private Sessions sessions;

    @BeforeEach
    void open() {
        backend.receive(SmallBackend.CLINIC, "Kiitos!");
        // They enter for the ward and read nothing of it.
        backend.grant(Map.of(), SmallBackend.CLINIC);
        sessions = new Sessions(folder, clock, keyStore, Guard.KEY_STORE);
        for (String each : List.of("bea", "anna")) {
            Session session = taken(sessions.signIn(backend.address(), each, SmallBackend.PASSWORD, "kannettava"));
            inStep(session);
            session.keys().choose(new Pin(pin(each)));
            session.lock();
        }
    }

    @AfterEach
    void close() {
        opened.forEach(Session::close);
        sessions.close();
        backend.close();
    }

    @Test
    void whatAnnaEnteredIsSentInHerNameWhileBeaWorksAndBeaNeverSeesIt() {
        backend.goOffline();
        Session anna = byPin("anna");
        CaseId hers = enter(anna, "Kanarialintu lauloi.");
        anna.lock();

        Session bea = byPin("bea");
        CaseId beas = enter(bea, "Varpunen visersi.");

        assertThat(bea.person()).isEqualTo(new PersonId("p-bea"));
        assertThat(bea.syncState().waiting())
                .singleElement()
                .satisfies(own -> assertThat(own.caseId()).isEqualTo(beas));
        assertThat(bea.book().row(hers)).isEmpty();
        backend.goOnline();
        Eventually.until("both are sent", () -> backend.decided().size() == 2);
        assertThat(backend.decided())
                .extracting(each -> ((Command.EnterFeedback) each.command()).collector())
                .containsExactlyInAnyOrder(new PersonId("p-anna"), new PersonId("p-bea"));
        assertThat(backend.decided())
                .filteredOn(each -> each.caseId().equals(hers))
                .singleElement()
                .satisfies(each -> assertThat(((Command.EnterFeedback) each.command()).collector())
                        .isEqualTo(new PersonId("p-anna")));
        assertThat(bea.book().row(hers)).isEmpty();

        bea.lock();
        assertThat(byPin("anna").syncState().waiting()).isEmpty();
        assertThat(backend.decided()).hasSize(2);
    }

    @Test
    void whatAnnaEnteredIsSentWhileBeaWorksAfterARestartToo() {
        backend.goOffline();
        Session anna = byPin("anna");
        enter(anna, "Kanarialintu lauloi.");
        anna.lock();
        restart(PinRule.ALLOWED);

        assertThat(sessions.resume()).isInstanceOf(SignInResult.Shared.class);
        Session bea = byPin("bea");
        backend.goOnline();

        Eventually.until("it is sent", () -> !backend.decided().isEmpty());
        assertThat(bea.syncState().waiting()).isEmpty();
        bea.lock();
        assertThat(unlock("anna", WRONG, Asked.PIN)).isEqualTo(new SignInResult.WrongPin(4));
    }

    @Test
    void whatAPassphraseGuardsIsSentWhileBeaWorksAsLongAsTheProgramStaysOpen() {
        backend.goOffline();
        Session anna = byPin("anna");
        anna.keys().guardBy(new Passphrase("kolme kissaa kattoi kuuta"));
        enter(anna, "Kanarialintu lauloi.");
        anna.lock();
        assertThat(asked("anna")).isEqualTo(Asked.PASSPHRASE);

        byPin("bea");
        backend.goOnline();

        Eventually.until("it is sent", () -> !backend.decided().isEmpty());
    }

    @Test
    void wrongTriesAreToldAndCountedOverARestartAndTheFifthEndsThePinUntilThePasswordIsTyped() {
        backend.goOffline();
        for (int left = 4; left > 1; left--) {
            assertThat(unlock("bea", WRONG, Asked.PIN)).isEqualTo(new SignInResult.WrongPin(left));
        }
        restart(PinRule.ALLOWED);

        assertThat(unlock("bea", WRONG, Asked.PIN)).isEqualTo(new SignInResult.WrongPin(1));
        assertThat(unlock("bea", WRONG, Asked.PIN)).isEqualTo(new SignInResult.WrongPin(0));

        assertThat(asked("bea")).isEqualTo(Asked.PASSWORD);
        assertThat(asked("anna")).as("another's is another").isEqualTo(Asked.PIN);
        assertThat(unlock("bea", pin("bea"), Asked.PIN)).isEqualTo(new SignInResult.WrongPin(0));
        taken(sessions.unlock(known("bea"), PASSWORD, Asked.PASSWORD)).lock();
        assertThat(byPin("bea").person()).isEqualTo(new PersonId("p-bea"));
    }

    @Test
    void whereTheOrganisationSwitchesPinsOffThePasswordIsAskedForAndNoPinOpens() {
        restart(PinRule.OFF);

        assertThat(asked("anna")).isEqualTo(Asked.PASSWORD);
        assertThat(sessions.resume(known("anna"))).isEqualTo(new SignInResult.Locked(known("anna"), Asked.PASSWORD));
        assertThat(unlock("anna", pin("anna"), Asked.PIN)).isEqualTo(new SignInResult.WrongPin(0));
        taken(sessions.unlock(known("anna"), PASSWORD, Asked.PASSWORD));
    }

    @Test
    void whoHasBeenWipedIsListedNoMoreAndHerPinOpensNothing() {
        backend.goOffline();
        Session anna = byPin("anna");
        enter(anna, "Kanarialintu lauloi.");
        anna.lock();
        backend.block(backend.order(backend.lastDevice()));
        backend.goOnline();
        Eventually.until("Anna’s are wiped", () -> sessions.sharers().size() == 1);

        assertThat(unlock("anna", pin("anna"), Asked.PIN)).isInstanceOf(SignInResult.Wiped.class);
        assertThat(unlock("anna", pin("anna"), Asked.PIN)).isInstanceOf(SignInResult.NobodyYet.class);
    }

    @Test
    void aPinIsOfferedOnceToWhoHasNoneAndSharesTheLaptop() {
        Session cia = taken(sessions.signIn(backend.address(), "cia", SmallBackend.PASSWORD, "kannettava"));

        assertThat(cia.offersPin()).isTrue();
        assertThat(cia.offersPin()).isFalse();
        cia.lock();
        assertThat(asked("cia")).isEqualTo(Asked.PASSWORD);
        assertThat(byPin("anna").offersPin()).as("who has one").isFalse();
    }

    @Test
    void whoIsAloneIsOfferedNoneAndGoesOnUnasked(@TempDir Path ofHerOwn) {
        try (var alone = new Sessions(ofHerOwn, clock, new MemoryKeyStore())) {
            Session dora = taken(alone.signIn(backend.address(), "dora", SmallBackend.PASSWORD, "kannettava"));
            assertThat(dora.offersPin()).isFalse();
            dora.close();

            taken(alone.resume());
        }
    }

    @Test
    void whoSignsInByTheFormWhileHersIsStillBeingSentIsLetIn() {
        backend.goOffline();
        Session anna = byPin("anna");
        enter(anna, "Kanarialintu lauloi.");
        anna.lock();
        backend.goOnline();

        Session again = taken(sessions.signIn(backend.address(), "anna", SmallBackend.PASSWORD, "kannettava"));

        Eventually.until("it is sent", () -> again.syncState().waiting().isEmpty());
        assertThat(backend.decided()).hasSize(1);
    }

    private static String pin(String user) {
        return user.equals("anna") ? "4096" : "90210";
    }

    private void restart(PinRule pins) {
        sessions.close();
        sessions = new Sessions(folder, clock, keyStore, Guard.KEY_STORE, pins);
    }

    private Session byPin(String user) {
        return taken(unlock(user, pin(user), Asked.PIN));
    }

    private SignInResult unlock(String user, String typed, Asked asked) {
        return sessions.unlock(known(user), new Passphrase(typed), asked);
    }

    private Asked asked(String user) {
        return sessions.sharers().stream()
                .filter(each -> each.known().user().equals(user))
                .map(Sharer::asked)
                .findFirst()
                .orElseThrow();
    }

    private Known known(String user) {
        return new Known(backend.address(), user, "kannettava");
    }

    private Session taken(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
        Session session = ((SignInResult.SignedIn) result).session();
        opened.add(session);
        return session;
    }

    private static void inStep(Session session) {
        Eventually.until(
                "in step",
                () -> session.syncState().connection() == Connection.ONLINE
                        && session.syncState().updatedAt() != null);
    }

    private static CaseId enter(Session session, String words) {
        Entries entries = session.entries();
        EntryForm empty = entries.state().form();
        entries.enter(new EntryForm(
                empty.caseId(),
                empty.message(),
                SmallBackend.WARD,
                Channel.ORAL,
                FeedbackKind.THANKS,
                empty.language(),
                words,
                Way.PHONE,
                "040 000 0012",
                "",
                empty.givenOn()));
        return empty.caseId();
    }
}
